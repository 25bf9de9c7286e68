package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased, or was corrected for privacy, is in no file of the data folder. */
class ErasureTest extends OnAStore {

    private static final Erasure.Request REQUEST = new Erasure.Request("甲", "乙", "依法销毁");

    @TempDir
    Path outside;

    private static DocumentRecord canary(int number, String words) {
        return Papers.citing(
                Papers.notice(number, "关于" + words + "的通知"),
                new Citation("《" + words + "办法》", words + "〔2020〕1号", "依据", "根据《" + words + "办法》"));
    }

    private PackageContent content(DocumentRecord record, String bytes) {
        return Papers.withFile(record, outside, bytes);
    }

    private List<String> holding(String words) throws IOException {
        byte[] sought = words.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(new String(sought, StandardCharsets.ISO_8859_1))) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private Uid publishTwice() {
        Uid uid = Uid.mint();
        DocumentRecord first = canary(1, "金丝雀");
        store.publisher.publish(uid, first, content(first, "金丝雀 PDF"), LogEvent.Type.RELEASED);
        DocumentRecord second = canary(1, "金丝雀又一版");
        store.publisher.publish(uid, second, content(second, "金丝雀 PDF 2"), LogEvent.Type.REVISED);
        return uid;
    }

    @Test
    void noFileHoldsAByteOfAnErasedDocumentAndTheLogKeepsItsDigest() throws IOException {
        Uid other = store.publish(Papers.notice(7));
        Uid uid = publishTwice();
        DocumentRecord waiting = canary(1, "金丝雀将发");
        store.scheduled.schedule(
                uid,
                waiting,
                content(waiting, "金丝雀 PDF 3"),
                LogEvent.Type.REVISED,
                store.clock.instant().plus(Duration.ofDays(1)));
        assertThat(holding("金丝雀")).hasSizeGreaterThan(5);
        store.publisher.withdraw(uid, "依法撤下");

        assertThat(store.erasure.erase(uid, REQUEST)).isEmpty();

        assertThat(holding("金丝雀")).isEmpty();
        assertThat(store.documents.find(uid))
                .contains(new PublicState.Gone(uid, LogEvent.Type.ERASED, store.clock.instant(), "依法销毁"));
        LogEvent last = store.log.events(uid).get(3);
        assertThat(last.event()).isEqualTo(LogEvent.Type.ERASED);
        assertThat(last.sha256()).isEqualTo(store.log.events(uid).get(1).sha256());
        assertThat(store.audit.run()).isEmpty();
        assertThat(store.archive.verify()).isEmpty();
        assertThat(store.document(other).record()).isEqualTo(Papers.notice(7));
        assertThat(store.trailed).containsExactly("甲 document.erase");
    }

    @Test
    void erasedStaysErasedInARegisterRestoredFromTheArchive() throws IOException {
        Uid uid = publishTwice();
        store.publisher.withdraw(uid, "依法撤下");
        store.erasure.erase(uid, REQUEST);

        store.rebuild.rebuild();

        assertThat(store.rebuild.damaged()).isEmpty();
        assertThat(store.documents.find(uid).orElseThrow()).isInstanceOf(PublicState.Gone.class);
        assertThat(store.audit.run()).isEmpty();
        assertThat(holding("金丝雀")).isEmpty();
    }

    @Test
    void onlyWhatIsWithdrawnIsErasedAndOnlyByTwo() {
        Uid uid = publishTwice();

        assertThatThrownBy(() -> store.erasure.erase(uid, REQUEST)).hasMessageContaining("not withdrawn");
        assertThatThrownBy(() -> store.erasure.erase(Uid.mint(), REQUEST)).hasMessageContaining("never published");
        assertThatThrownBy(() -> new Erasure.Request("甲", " 甲", "依法销毁")).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.document(uid).version()).isEqualTo(2);
    }

    @Test
    void erasingAgainAppendsNothingAndDestroysWhatIsLeft() throws IOException {
        Uid uid = publishTwice();
        store.publisher.withdraw(uid, "依法撤下");
        store.erasure.erase(uid, REQUEST);
        long size = store.log.size();
        DocumentRecord left = canary(1, "金丝雀余");
        store.archive.store(
                PackageStore.id(uid),
                1,
                java.util.Map.of("text.txt", Files.writeString(outside.resolve("left"), left.text())));

        store.erasure.erase(uid, REQUEST);

        assertThat(store.log.size()).isEqualTo(size);
        assertThat(holding("金丝雀")).isEmpty();
    }

    @Test
    void aCorrectionForPrivacyTakesTheEarlierVersionsAwayAndKeepsItsReason() throws IOException {
        Uid uid = publishTwice();
        DocumentRecord masked = Papers.notice(1, "关于某人的通知");

        store.publisher.correct(uid, masked, content(masked, "遮盖"), new PublicCorrection("更正个人信息", true));
        store.database.compact();

        assertThat(holding("金丝雀")).isEmpty();
        assertThat(store.documents.version(uid, 1)).isEmpty();
        assertThat(store.documents.version(uid, 2)).isEmpty();
        assertThat(store.documents.version(uid, 3).orElseThrow().record().title())
                .isEqualTo("关于某人的通知");
        assertThat(store.document(uid).record()).isEqualTo(masked);
        assertThat(store.log.events(uid))
                .extracting(LogEvent::event)
                .containsExactly(LogEvent.Type.RELEASED, LogEvent.Type.REVISED, LogEvent.Type.CORRECTED);
        assertThat(new PublishedVersions(store.documents, store.log).reason(uid, 3))
                .contains("更正个人信息");
        assertThat(store.audit.run()).isEmpty();
        assertThat(store.archive.verify()).isEmpty();
        store.rebuild.rebuild();
        assertThat(store.rebuild.damaged()).isEmpty();
        assertThat(store.documents.version(uid, 2)).isEmpty();
        assertThat(store.validities.on(uid, TestStore.DAY, 2)).isEmpty();
    }

    @Test
    void anotherCorrectionLeavesTheEarlierVersionsToBeRead() {
        Uid uid = publishTwice();
        DocumentRecord mended = Papers.notice(1, "改正了错字的通知");

        store.publisher.correct(uid, mended, Papers.content(mended), new PublicCorrection("更正错字", false));

        assertThat(store.documents.version(uid, 1)).isPresent();
        assertThat(new PublishedVersions(store.documents, store.log).reason(uid, 3))
                .contains("更正错字");
        assertThatThrownBy(() -> store.publisher.correct(
                        Uid.mint(), mended, Papers.content(mended), new PublicCorrection("更正错字", false)))
                .hasMessageContaining("not public");
        assertThatThrownBy(() -> new PublicCorrection(" ", false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAProjectionComplainedOfGoesToo() throws IOException {
        Uid uid = publishTwice();
        new ParkedDocuments(store.database, store.clock, "refusing").park(uid, 2, new IllegalStateException("金丝雀"));
        store.publisher.withdraw(uid, "依法撤下");

        store.erasure.erase(uid, REQUEST);

        assertThat(holding("金丝雀")).isEmpty();
    }

    @Test
    void aReaderOfAnEarlierStateIsNamedAsWhatKeepsTheJournal() throws Exception {
        Uid uid = publishTwice();
        store.publisher.withdraw(uid, "依法撤下");
        store.database.write(sql -> sql.sql("pragma busy_timeout = 50").query().listOfRows());
        try (Connection reading = DriverManager.getConnection(TestStore.sqlite(folder));
                Statement statement = reading.createStatement()) {
            reading.setAutoCommit(false);
            statement.executeQuery("select count(*) from log_event").next();

            assertThat(store.erasure.erase(uid, REQUEST))
                    .singleElement()
                    .asString()
                    .contains("journal", "erase again");
        }

        assertThat(store.erasure.erase(uid, REQUEST)).isEmpty();
        assertThat(holding("金丝雀")).isEmpty();
    }

    @Test
    void theAuditNamesWhatIsErasedAndAPackageOfItThatIsBack() throws IOException {
        Uid uid = publishTwice();
        store.publisher.withdraw(uid, "依法撤下");
        store.erasure.erase(uid, REQUEST);
        assertThat(store.audit.erased()).containsExactly(uid + ": erased at " + store.clock.instant() + ", event 4");

        store.archive.store(
                PackageStore.id(uid), 1, java.util.Map.of("text.txt", Files.writeString(outside.resolve("left"), "旧")));

        assertThat(store.audit.run()).containsExactly("package " + uid + ": it was erased, and is still there");
    }
}
