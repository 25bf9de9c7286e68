package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gongbao.archive.JournalFile;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.Box;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Place;
import org.gongbao.record.Source;
import org.gongbao.record.TextCorrection;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-01T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final Uid uid = Uid.mint();
    private Database database;
    private Corrections corrections;

    @BeforeEach
    void open() {
        open("a.db");
    }

    private void open(String name) {
        database = Database.open("jdbc:sqlite:" + folder.resolve(name));
        corrections = new Corrections(database, new JournalFile(journal()), CLOCK);
        corrections.restore();
    }

    private Path journal() {
        return folder.resolve("corrections.jsonl");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static DocumentRecord read() {
        return DocumentRecord.builder(new Source("a.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false))
                .title("关于防讯的通知")
                .claim("title", new Claim("关于防讯的通知", "关于防讯的通知", 1, null, 0, 7, "title.lines/1", 0.9, false))
                .issuers(List.of("云州市水利局"))
                .issuedOn(LocalDate.of(2024, 1, 2))
                .text("关于防讯的通知")
                .build();
    }

    @Test
    void thePersonsValueStandsAndTheMachinesClaimStaysBesideIt() {
        DocumentRecord record = corrections.correct(uid, "title", "\"关于防汛的通知\"", "李馆员", "误字", read());

        assertThat(record).isEqualTo(corrections.apply(uid, read()));
        assertThat(record.title()).isEqualTo("关于防汛的通知");
        assertThat(record.claims().get("title"))
                .extracting(Claim::value, Claim::rule, Claim::confidence)
                .containsExactly(tuple("关于防讯的通知", "title.lines/1", 0.9), tuple("关于防汛的通知", "person/1", 1.0));
        assertThat(record.findings()).extracting(Finding::code).containsExactly("field.corrected");
    }

    @Test
    void listsDatesAndEmptyValuesCanBeSaidToo() {
        corrections.correct(uid, "issuers", "[\"云州市水利局\",\"云州市财政局\"]", "李馆员", "联合发文", read());
        corrections.correct(uid, "issuedOn", "\"2024-01-03\"", "李馆员", "落款", read());
        DocumentRecord record = corrections.correct(uid, "title", "null", "李馆员", "不是标题", read());

        DocumentRecord all = corrections.apply(uid, read());
        assertThat(record.title()).isNull();
        assertThat(all.title()).isNull();
        assertThat(all.issuers()).containsExactly("云州市水利局", "云州市财政局");
        assertThat(all.claims().get("issuers")).extracting(Claim::value).containsExactly("云州市水利局", "云州市财政局");
        assertThat(all.issuedOn()).isEqualTo("2024-01-03");
    }

    @Test
    void aCorrectedIssuerIsAmongTheAgenciesInPlaceOfTheWrongOne() {
        DocumentRecord record = corrections.correct(uid, "issuers", "[\"云州市应急管理局\"]", "李馆员", "误字", read());

        assertThat(record.agencies())
                .extracting(AgencyReference::name, AgencyReference::id)
                .containsExactly(tuple("云州市应急管理局", null));
    }

    @Test
    void aValueThatIsReadAlikeIsNoFinding() {
        DocumentRecord record = corrections.correct(uid, "issuedOn", "\"2024-01-02\"", "李馆员", "核对无误", read());

        assertThat(record.findings()).isEmpty();
        assertThat(record.claims().get("issuedOn")).extracting(Claim::rule).containsExactly("person/1");
    }

    @Test
    void theLastWordStandsUntilItIsTakenBack() {
        corrections.correct(uid, "title", "\"甲\"", "李馆员", "一", read());
        corrections.correct(uid, "title", "\"乙\"", "王馆员", "二", read());
        assertThat(corrections.apply(uid, read()).title()).isEqualTo("乙");

        corrections.takeBack(uid, "title", "王馆员", "误改");
        assertThat(corrections.apply(uid, read())).isEqualTo(read());
        assertThat(corrections.of(uid))
                .extracting(Correction::value, Correction::person)
                .containsExactly(tuple("\"甲\"", "李馆员"), tuple("\"乙\"", "王馆员"), tuple(null, "王馆员"));
    }

    @Test
    void whatDoesNotFitIsRefusedAndNotKept() {
        assertThatThrownBy(() -> corrections.correct(uid, "issuedOn", "\"去年\"", "李馆员", "落款", read()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("issuedOn");
        assertThatThrownBy(() -> corrections.correct(uid, "colour", "\"red\"", "李馆员", "无", read()))
                .hasMessageContaining("no field colour");
        assertThatThrownBy(() -> corrections.correct(uid, "title", "标题", "李馆员", "无", read()))
                .hasMessageContaining("expected JSON");
        assertThatThrownBy(() -> corrections.correct(uid, "text", "\"别的\"", "李馆员", "无", read()))
                .hasMessageContaining("expected one that a person can correct");
        assertThatThrownBy(() -> corrections.correct(uid, "title", "\"标题\"", "李馆员", " ", read()))
                .hasMessageContaining("a reason");

        assertThat(corrections.of(uid)).isEmpty();
        assertThat(journal()).doesNotExist();
    }

    @Test
    void aPlaceThatWasDrawnIsTheClaims() {
        Place place = Place.on(2, new Box(72, 100.5, 200, 20));
        DocumentRecord record = corrections.correct(uid, "issuers", "[\"防讯\"]", "李馆员", "抬头", read(), place);

        Claim claim = record.claims().get("issuers").get(0);
        assertThat(claim.page()).isEqualTo(2);
        assertThat(claim.box()).isEqualTo(new Box(72, 100.5, 200, 20));
        assertThat(claim.start()).isEqualTo(2);
        assertThat(claim.end()).isEqualTo(4);
        assertThat(corrections.of(uid)).extracting(Correction::place).containsExactly(place);
        assertThat(corrections.apply(uid, read())).isEqualTo(record);
    }

    @Test
    void whatWasReadInTheFileIsNoFieldAndStandsByItsPlaceUntilItIsTakenBack() throws Exception {
        Place line = new Place(1, new Box(1, 2, 3, 4), new Place.Read("防讯", 0, null));
        Place cell = new Place(null, null, new Place.Read("1", 0, new Place.Cell("序号|事项", 1, 0)));
        corrections.correctText(uid, line, "防汎", "李馆员", "一");
        corrections.correctText(uid, cell, "2", "李馆员", "二");
        corrections.correctText(uid, line, "防汛", "王馆员", "三");
        assertThat(corrections.apply(uid, read())).isEqualTo(read());
        assertThat(corrections.texts(List.of(uid, Uid.mint())))
                .containsExactlyInAnyOrder(new TextCorrection(line, "防汛"), new TextCorrection(cell, "2"));

        List<Correction> before = corrections.of(uid);
        close();
        open("b.db");
        assertThat(corrections.of(uid)).isEqualTo(before).hasSize(3);
        corrections.correctText(uid, line, null, "王馆员", "四");
        assertThat(corrections.texts(List.of(uid))).containsExactly(new TextCorrection(cell, "2"));
        assertThatThrownBy(() -> corrections.correctText(uid, Place.on(1, new Box(1, 2, 3, 4)), "甲", "李馆员", "一"))
                .hasMessageContaining("what was read there");
    }

    @Test
    void aLostDatabaseGetsThemBackAndHalfALineOfAKillIsCutOff() throws Exception {
        corrections.correct(uid, "title", "\"甲\"", "李馆员", "一", read());
        corrections.correct(uid, "title", "\"乙\"", "李馆员", "二", read());
        Files.writeString(journal(), "{\"uid\":\"", StandardOpenOption.APPEND);
        List<Correction> before = corrections.of(uid);
        close();
        open("b.db");

        assertThat(corrections.of(uid)).isEqualTo(before).hasSize(2);
        corrections.takeBack(uid, "title", "李馆员", "三");
        assertThat(Files.readAllLines(journal())).hasSize(3);
        assertThat(corrections.restore()).isZero();
    }
}
