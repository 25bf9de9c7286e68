package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Citation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterRebuildTest {

    private static final List<String> TABLES = List.of(
            "log_head",
            "log_event order by seq",
            "log_node order by level, place",
            "log_touch order by seq, uid",
            "document order by uid",
            "document_version order by uid, version",
            "document_key order by uid, name, since",
            "citation order by citing, version, ordinal",
            "citation_link order by citing, version, ordinal, since");

    @TempDir
    Path folder;

    private @Nullable TestStore open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private TestStore open() {
        close();
        TestStore store = new TestStore(folder, TestStore.sqlite(folder));
        open = store;
        return store;
    }

    private void deleteDatabase() throws IOException {
        close();
        open = null;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("gongbao.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** Every row of every table that events fill. */
    private static List<String> dump(TestStore store) {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            store.database
                    .read()
                    .sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> rows.add(table + " " + row));
        }
        return rows;
    }

    /** A document as readers see it; where its files lie is no part of it. */
    private static String shown(PublishedDocument document) {
        return document.uid() + " " + document.version() + " " + document.position() + " " + document.releasedAt() + " "
                + document.versionAt() + " " + document.relations() + CanonicalJson.write(document.record());
    }

    private static void fill(TestStore store, int documents) {
        store.engine.start();
        for (int i = 1; i <= documents; i++) {
            Uid uid = store.publish(
                    Papers.citing(Papers.notice(i), new Citation(null, "云政办字〔2023〕" + (i + 1) + "号", "依据", "根据")));
            store.clock.move(Duration.ofSeconds(1));
            if (i % 5 == 0) {
                store.publisher.publish(
                        uid,
                        Papers.notice(i, "改过的题 " + i),
                        Papers.content(Papers.notice(i, "改过的题 " + i)),
                        LogEvent.Type.CORRECTED);
            }
            if (i % 7 == 0) {
                store.publisher.withdraw(uid, "依法撤下第" + i + "号");
            }
        }
        assertThat(store.engine.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void everythingPublishedComesBackFromTheArchiveAlone() throws Exception {
        TestStore store = open();
        fill(store, 40);
        List<String> before = dump(store);
        Checkpoint checkpoint = store.log.checkpoint();
        List<String> shown =
                store.documents.all().map(RegisterRebuildTest::shown).toList();
        deleteDatabase();

        store = open();
        long restored = store.rebuild.restoreMissing();

        assertThat(restored).isEqualTo(checkpoint.size());
        assertThat(dump(store)).isEqualTo(before);
        assertThat(store.log.checkpoint()).isEqualTo(checkpoint);
        assertThat(store.documents.all().map(RegisterRebuildTest::shown)).containsExactlyElementsOf(shown);
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void aRegisterRebuiltInPlaceIsTheSameWithWhatTheArchiveHadNotYet() {
        TestStore store = open();
        for (int i = 1; i <= 4; i++) {
            store.publish(Papers.notice(i));
        }
        List<String> before = dump(store);
        assertThat(store.logArchive.position()).isZero();

        assertThat(store.rebuild.rebuild()).isEqualTo(4);

        assertThat(dump(store)).isEqualTo(before);
    }

    @Test
    void aRebuildThatWasKilledGoesOnAtTheNextStart() throws Exception {
        TestStore store = open();
        fill(store, 20);
        List<String> before = dump(store);
        deleteDatabase();
        store = open();
        List<ArchivedEvent> events = store.logArchive.after(0);
        store.rebuild.restore(events.subList(0, 9));

        store = open();
        assertThat(store.rebuild.restoreMissing()).isEqualTo(events.size() - 9);

        assertThat(dump(store)).isEqualTo(before);
        assertThat(store.rebuild.restoreMissing()).isZero();
    }

    @Test
    void aRegisterOfAnotherStoreIsRefused() throws Exception {
        TestStore store = open();
        fill(store, 3);
        deleteDatabase();
        store = open();
        store.publish(Papers.notice(9));

        TestStore other = store;
        assertThatThrownBy(() -> other.rebuild.restoreMissing()).hasMessageContaining("belongs to another store");
    }

    @Test
    void aLineHalfWrittenByAKillIsDroppedAndWrittenAgain() throws Exception {
        TestStore store = open();
        fill(store, 3);
        Path file = folder.resolve("archive/log/events.jsonl");
        store.engine.close();
        store.publish(Papers.notice(4));
        Files.writeString(file, "{\"leaf\":\"{", StandardOpenOption.APPEND);

        store = open();
        assertThat(store.logArchive.position()).isEqualTo(3);
        store.engine.start();

        assertThat(store.engine.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        assertThat(store.logArchive.after(0)).hasSize(4);
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void aFullSegmentBecomesAnObjectAndAKillBeforeItsFileGoesDoesNoHarm() throws Exception {
        TestStore store = open();
        List<ArchivedEvent> events = events(store, 600);
        store.logArchive.append(events);
        assertThat(store.archive.publicObjects("log/")).containsExactly("log/000000000", "log/000000001");
        Path file = folder.resolve("archive/log/events.jsonl");
        Files.copy(
                store.archive.stored("log/000000001", 1).get("events.jsonl"),
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        LogArchive reopened = new LogArchive(store.archive, file.getParent());

        assertThat(reopened.position()).isEqualTo(512);
        reopened.append(events.subList(512, 600));
        List<ArchivedEvent> read = new ArrayList<>();
        while (read.size() < 600) {
            read.addAll(reopened.after(read.size()));
        }
        assertThat(read).isEqualTo(events);
    }

    @Test
    void damagedPackagesAreNamedAndEverythingElseIsRestored() throws Exception {
        TestStore store = open();
        List<Uid> uids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            uids.add(store.publish(Papers.notice(i)));
        }
        store.engine.start();
        assertThat(store.engine.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        Path manifest = store.archive.stored("package/" + uids.get(1), 1).get("manifest.json");
        Path record = store.archive.stored("package/" + uids.get(2), 1).get("record.json");
        Path gone = store.archive.stored("package/" + uids.get(3), 1).get("record.json");
        flip(manifest, 0);
        flip(record.getParent().getParent().resolve("inventory.json"), 0);
        Files.delete(gone);
        deleteDatabase();

        store = open();

        assertThat(store.rebuild.restoreMissing()).isEqualTo(5);
        assertThat(store.rebuild.damaged()).hasSize(3);
        for (int i = 1; i <= 3; i++) {
            assertThat(store.rebuild.damaged().get(i - 1)).contains(uids.get(i).value());
        }
        assertThat(store.document(uids.get(0)).record()).isEqualTo(Papers.notice(1));
        assertThat(store.document(uids.get(4)).record()).isEqualTo(Papers.notice(5));
        assertThat(store.log.size()).isEqualTo(5);
        assertThat(store.rebuild.rebuild()).isEqualTo(5);
        assertThat(store.rebuild.damaged()).hasSize(3);
        assertThat(store.audit.run()).hasSize(3);
    }

    private static void flip(Path file, int place) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[place] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void theFileOfASegmentIsKeptWhereItsObjectIsNotTheSame() throws Exception {
        TestStore store = open();
        List<ArchivedEvent> events = events(store, 256);
        store.logArchive.append(events);
        Path sealed = store.archive.stored("log/000000000", 1).get("events.jsonl");
        Path file = folder.resolve("archive/log/events.jsonl");
        Files.copy(sealed, file);
        Files.writeString(sealed, Files.readString(sealed).replaceFirst("released", "Released"));

        LogArchive reopened = new LogArchive(store.archive, file.getParent());

        assertThat(reopened.position()).isEqualTo(256);
        assertThat(file).doesNotExist();
        assertThat(Files.readAllLines(file.resolveSibling("events-0.jsonl")))
                .isEqualTo(events.stream().map(ArchivedEvent::line).toList());
    }

    private static List<ArchivedEvent> events(TestStore store, int count) {
        List<ArchivedEvent> events = new ArrayList<>();
        for (long seq = 1; seq <= count; seq++) {
            LogEvent event = new LogEvent(
                    seq,
                    store.clock.instant(),
                    LogEvent.Type.RELEASED,
                    Uid.mint(),
                    1,
                    "00".repeat(32),
                    "11".repeat(32));
            events.add(new ArchivedEvent(LogStore.Entry.of(event, 1)));
        }
        return events;
    }
}
