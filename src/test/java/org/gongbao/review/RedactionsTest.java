package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.archive.JournalFile;
import org.gongbao.privacy.PersonalData;
import org.gongbao.privacy.Redaction;
import org.gongbao.privacy.Treatment;
import org.gongbao.privacy.TreatmentPolicy;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Source;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String NUMBER = "11010519491231002X";
    private static final Person REVIEWER = new Person("p-7", "审查员", null, Set.of(Role.PRIVACY_REVIEWER));
    private static final Person CHIEF = new Person("p-1", "主编", null, Set.of(Role.CHIEF_EDITOR));
    private static final Person EDITOR = new Person("p-3", "编辑", null, Set.of(Role.EDITOR));

    @TempDir
    Path folder;

    private final Uid uid = Uid.mint();
    private Database database;
    private Redactions redactions;
    private final List<String> trail = new ArrayList<>();

    @BeforeEach
    void open() {
        open("a.db", "key");
    }

    private void open(String name, String key) {
        database = Database.open("jdbc:sqlite:" + folder.resolve(name));
        redactions = new Redactions(
                database, new JournalFile(journal()), folder.resolve(key), TreatmentPolicy.over(null), audit(), CLOCK);
        redactions.restore();
    }

    private AuditTrail audit() {
        return (sql, actor, action, object, details) ->
                trail.add(actor + " " + action + " " + object + " " + new TreeMap<>(details));
    }

    private Path journal() {
        return folder.resolve("redactions.jsonl");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static DocumentRecord read(String text) {
        Source source = new Source("a.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false);
        return PersonalData.over(null)
                .mark(DocumentRecord.builder(source).text(text).build());
    }

    private static DocumentRecord notice() {
        return read("关于发放补助的公示\n领取人身份证号：" + NUMBER + "。");
    }

    private static Redaction redaction(DocumentRecord record, Treatment treatment, Person by) {
        PersonalDatum found = record.personalData().get(0);
        return new Redaction(
                found.kind(),
                found.start(),
                found.end(),
                treatment,
                treatment == Treatment.KEEP ? "政府信息公开条例第十五条" : "",
                by.id(),
                treatment == Treatment.KEEP ? "本人同意公开" : "",
                by.has(Role.CHIEF_EDITOR));
    }

    private void decide(Treatment treatment, Person by) {
        redactions.decide(uid, notice(), redaction(notice(), treatment, by), by);
    }

    @Test
    void aFindWaitsUntilItIsDecidedAndAgainWhenThatIsTakenBack() {
        assertThat(redactions.undecided(uid, notice())).hasSize(1);

        decide(Treatment.REMOVE, REVIEWER);
        assertThat(redactions.undecided(uid, notice())).isEmpty();
        assertThat(redactions.standing(uid, notice()))
                .singleElement()
                .satisfies(redaction -> assertThat(redaction.treatment()).isEqualTo(Treatment.REMOVE));

        redactions.takeBack(uid, redactions.of(uid).get(0), CHIEF);
        assertThat(redactions.standing(uid, notice())).isEmpty();
        assertThat(redactions.undecided(uid, notice())).hasSize(1);
    }

    @Test
    void everyDecisionIsInTheAuditTrailWithoutTheValue() {
        decide(Treatment.REMOVE, REVIEWER);
        redactions.takeBack(uid, redactions.of(uid).get(0), CHIEF);

        assertThat(trail)
                .containsExactly(
                        "p-7 redaction.decide " + uid + " {kind=identity-number, number=0, treatment=remove}",
                        "p-1 redaction.take-back " + uid + " {kind=identity-number, number=1, treatment=remove}");
    }

    @Test
    void theLastWordOnAPlaceCounts() {
        decide(Treatment.REMOVE, REVIEWER);
        decide(Treatment.MASK, CHIEF);

        assertThat(redactions.standing(uid, notice()))
                .extracting(Redaction::treatment, Redaction::person)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Treatment.MASK, "p-1"));
    }

    @Test
    void aDecisionDoesNotOutliveWhatItWasMadeOf() {
        decide(Treatment.REMOVE, REVIEWER);

        DocumentRecord otherValue = read("关于发放补助的公示\n领取人身份证号：440524188001010014。");
        DocumentRecord otherSentence = read("关于发放补助的公示\n经办人身份证号：" + NUMBER + "。");
        DocumentRecord moved = read("关于发放补助的公示\n\n领取人身份证号：" + NUMBER + "。");
        for (DocumentRecord reread : List.of(otherValue, otherSentence, moved)) {
            assertThat(redactions.standing(uid, reread)).isEmpty();
            assertThat(redactions.undecided(uid, reread)).hasSize(1);
        }
        assertThat(redactions.standing(Uid.mint(), notice())).isEmpty();
        assertThat(redactions.of(uid)).hasSize(1);
    }

    @Test
    void onlyReviewersAndTheChiefEditorDecideAndSensitiveDataIsKeptByTheChiefEditorAlone() {
        assertThatThrownBy(() -> decide(Treatment.REMOVE, EDITOR)).hasMessageContaining("neither privacy reviewer");
        assertThatThrownBy(() -> decide(Treatment.KEEP, REVIEWER)).hasMessageContaining("chief editor alone");
        assertThatThrownBy(() -> redactions.decide(uid, notice(), redaction(notice(), Treatment.KEEP, CHIEF), REVIEWER))
                .hasMessageContaining("another person");
        assertThat(journal()).doesNotExist();

        decide(Treatment.KEEP, CHIEF);
        assertThat(redactions.standing(uid, notice())).hasSize(1);
    }

    @Test
    void whatIsKeptNeedsAGroundAndANoteOfItsImpact() {
        assertThatThrownBy(() -> new Redaction("name", 1, 3, Treatment.KEEP, "", "p-1", "无影响", false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Redaction("name", 1, 3, Treatment.KEEP, "条例", "p-1", " ", false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Redaction("name", 3, 3, Treatment.REMOVE, "", "p-1", "", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceThatNoRuleFoundMayBeDecidedOnAsOther() {
        Redaction other = new Redaction(Redaction.OTHER, 0, 2, Treatment.REMOVE, "", "p-7", "", false);
        redactions.decide(uid, notice(), other, REVIEWER);
        assertThat(redactions.standing(uid, notice())).containsExactly(other);

        assertThatThrownBy(() -> redactions.decide(
                        uid, notice(), new Redaction("name", 0, 2, Treatment.REMOVE, "", "p-7", "", false), REVIEWER))
                .hasMessageContaining("nothing of the kind name");
        assertThatThrownBy(() -> redactions.decide(
                        uid,
                        notice(),
                        new Redaction(Redaction.OTHER, 0, 999, Treatment.REMOVE, "", "p-7", "", false),
                        REVIEWER))
                .hasMessageContaining("was found at 0 to 999");
    }

    @Test
    void theValueIsNowhereAndItsDigestNeedsTheKey() throws IOException {
        decide(Treatment.REMOVE, REVIEWER);
        close();
        String kept = Files.readString(journal())
                + Files.readString(folder.resolve("a.db"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain(NUMBER).doesNotContain("19491231");

        open("a.db", "another-key");
        assertThat(redactions.of(uid)).hasSize(1);
        assertThat(redactions.standing(uid, notice())).isEmpty();
    }

    @Test
    void aLostDatabaseGetsThemBack() {
        decide(Treatment.REMOVE, REVIEWER);
        decide(Treatment.MASK, REVIEWER);
        List<Redaction> before = redactions.of(uid);
        close();
        open("b.db", "key");

        assertThat(redactions.of(uid)).isEqualTo(before).hasSize(1);
        assertThat(redactions.standing(uid, notice())).isEqualTo(before);
        assertThat(redactions.restore()).isZero();
    }
}
