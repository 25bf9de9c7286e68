package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mirror of data with a real store behind HTTP, and what verifying it offline finds. */
class DataMirrorTest {

    @TempDir
    Path data;

    @TempDir
    Path bulkFolder;

    @TempDir
    Path outside;

    private BulkStore store;
    private BulkDissemination bulk;
    private DataServer server;
    private Path folder;
    private String key;

    @BeforeEach
    void open() throws IOException {
        store = new BulkStore(new PublishedStore(data), bulkFolder);
        bulk = store.open();
        server = new DataServer(store.published.log(), bulk, store.deltas);
        folder = outside.resolve("mirror");
        key = store.published.log().verifier();
    }

    @AfterEach
    void close() {
        server.close();
        store.close();
    }

    private void release() {
        store.apply(bulk);
        bulk.bringUpToDate();
    }

    private DataMirror.Round follow() throws Exception {
        return new DataMirror(server.address(), folder, key).catchUp();
    }

    private String lines() {
        return BulkStore.text(folder.resolve("documents.ndjson"));
    }

    private String quads() {
        return BulkStore.text(folder.resolve("files/documents.nq.zst"));
    }

    private String releasedQuads() {
        return BulkStore.text(bulk.latest().orElseThrow(), "documents.nq.gz");
    }

    @Test
    void quadsThatWereDamagedHereAreTakenAnew() throws Exception {
        store.published.publish("甲");
        release();
        follow();
        store.published.publish("乙");
        release();
        Path damaged = folder.resolve("files/documents.nq.zst");
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        assertThat(follow().byDelta()).isTrue();
        assertThat(quads()).isEqualTo(releasedQuads());
        assertThat(MirrorCheck.differences(folder, key)).isEmpty();
    }

    private String released() {
        return BulkStore.text(bulk.latest().orElseThrow(), "documents.ndjson.gz");
    }

    @Test
    void theNewestReleaseIsTakenOnceAndDeltasFromThenOn() throws Exception {
        Uid changed = store.published.publish("甲");
        Uid gone = store.published.publish("金丝雀");
        release();
        assertThat(follow().byDelta()).isFalse();
        assertThat(lines()).isEqualTo(released()).contains("金丝雀");
        assertThat(quads()).isEqualTo(releasedQuads());
        assertThat(follow().changed()).isFalse();

        store.published.publish("乙");
        store.published.publish(changed, PublishedStore.notice(1, "甲又一版"), Terms.OPEN, LogEvent.Type.REVISED);
        release();
        server.asked.clear();
        assertThat(follow()).isEqualTo(new DataMirror.Round(new ReleaseName(4, 4), 3, true, true));
        assertThat(lines()).isEqualTo(released()).contains("甲又一版");
        assertThat(quads()).isEqualTo(releasedQuads()).contains(BulkStore.quads(changed, 2));
        assertThat(server.asked).noneMatch(path -> path.contains("/documents."));
        assertThat(server.asked)
                .as("tables are made here")
                .noneMatch(path -> path.contains(".csv") && !path.contains("/tombstones.csv"));

        store.published.withdraw(gone);
        store.published.erase(gone);
        release();
        assertThat(follow().byDelta()).isTrue();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)
                            .filter(file -> BulkStore.text(file).contains("金丝雀")))
                    .isEmpty();
        }
        assertThat(MirrorCheck.differences(folder, key)).isEmpty();
    }

    @Test
    void everyFileOfTheReleaseIsThereWithWhatIsLeftOutAndWhatTheTablesMean() throws Exception {
        store.published.publish("甲");
        Uid gone = store.published.publish("乙");
        store.published.withdraw(gone);
        release();
        follow();
        List<String> kept = files(folder.resolve("files")).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(bulk.latest().orElseThrow().files())
                .extracting(Release.ReleaseFile::name)
                .filteredOn(name -> !name.startsWith("documents.ndjson"))
                .hasSameElementsAs(kept)
                .contains("tombstones.csv.gz", "csv-metadata.json", "datapackage.json");
        assertThat(BulkStore.text(folder.resolve("files/tombstones.csv.zst"))).contains(gone + ",withdrawn,");

        Files.delete(folder.resolve("files/datapackage.json"));
        assertThat(MirrorCheck.differences(folder, key)).containsExactly("files/datapackage.json: is missing");
        follow();
        assertThat(MirrorCheck.differences(folder, key)).isEmpty();
    }

    @Test
    void oneChangedByteInAnyFileOfADeltaIsFoundAndNamed() throws IOException {
        store.published.publish("甲");
        store.published.publish("乙");
        release();
        Path delta = ((Deltas.Answer.Found) store.deltas.find(new DeltaName(1, 2, 2)))
                .delta()
                .folder();
        assertThat(ReleaseCheck.differences(delta, key)).isEmpty();
        assertThat(files(delta)).hasSize(6);
        for (Path file : files(delta)) {
            String name = file.getFileName().toString().replace(".sig", "");
            flipped(
                    file,
                    () -> assertThat(ReleaseCheck.differences(delta, key))
                            .as(file.toString())
                            .anyMatch(what -> what.startsWith(name)));
        }
        Files.writeString(delta.resolve("more.csv"), "");
        assertThat(ReleaseCheck.differences(delta, key)).containsExactly("more.csv: is not in the manifest");
    }

    @Test
    void nothingOfWhatTheLeaderLiesAboutIsTaken() throws Exception {
        store.published.publish("甲");
        release();
        follow();
        String before = lines();
        store.published.publish("乙");
        release();
        for (String lie : List.of("/000.p/2", "/manifest.json", "/manifest.json.sig", "/log/checkpoint")) {
            server.lieAbout = lie;
            assertThatThrownBy(this::follow).as(lie).isInstanceOfAny(IllegalStateException.class, IOException.class);
            assertThat(lines()).as(lie).isEqualTo(before);
        }
        server.lieAbout = "";
        assertThat(follow().changed()).isTrue();
        assertThat(lines()).isEqualTo(released());
    }

    @Test
    void whereADeltaIsNotWhatItsManifestSaysTheWholeReleaseIsTaken() throws Exception {
        store.published.publish("甲");
        release();
        follow();
        for (String lie : List.of("/changes.ndjson.zst", "/changes.nq.zst")) {
            store.published.publish("又一件");
            release();
            server.lieAbout = lie;

            DataMirror.Round round = follow();

            assertThat(round.byDelta()).as(lie).isFalse();
            assertThat(lines()).as(lie).isEqualTo(released());
            assertThat(quads()).as(lie).isEqualTo(releasedQuads());
            assertThat(MirrorCheck.differences(folder, key)).as(lie).isEmpty();
        }
    }

    @Test
    void theManifestThatIsKeptIsTheOneThatWasChecked() throws Exception {
        store.published.publish("甲");
        release();

        follow();

        assertThat(server.asked)
                .filteredOn(path -> path.endsWith("/manifest.json"))
                .hasSize(1);
        assertThat(server.asked)
                .filteredOn(path -> path.endsWith("/manifest.json.sig"))
                .hasSize(1);
    }

    @Test
    void aLogThatWasWrittenAnewIsNotFollowed() throws Exception {
        store.published.publish("甲");
        release();
        follow();
        Path other = Files.createDirectories(outside.resolve("other"));
        try (BulkStore another = new BulkStore(new PublishedStore(other), outside.resolve("otherBulk"));
                DataServer elsewhere = new DataServer(another.published.log(), another.open(), another.deltas)) {
            another.published.publish("乙");
            assertThatThrownBy(() -> new DataMirror(elsewhere.address(), folder, "").catchUp())
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("letter.txt"), "一封信");
        assertThatThrownBy(this::follow).isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("letter.txt")).hasContent("一封信");
    }

    @Test
    void oneChangedByteInAnyFileOfAReleaseIsFoundAndNamed() throws IOException {
        store.published.publish("甲");
        store.published.publish("乙");
        release();
        Path release = bulk.latest().orElseThrow().folder();
        assertThat(ReleaseCheck.differences(release, key)).isEmpty();
        for (Path file : files(release)) {
            flipped(
                    file,
                    () -> assertThat(ReleaseCheck.differences(release, key))
                            .as(file.toString())
                            .anyMatch(what -> what.startsWith(file.getFileName().toString())
                                    || file.endsWith("manifest.json.sig") && what.startsWith("manifest.json")));
        }
        Path lost = release.resolve("duties.csv.zst");
        byte[] bytes = Files.readAllBytes(lost);
        Files.delete(lost);
        assertThat(ReleaseCheck.differences(release, key)).containsExactly("duties.csv.zst: is missing");
        Files.write(lost, bytes);
        Files.writeString(release.resolve("more.csv"), "");
        assertThat(ReleaseCheck.differences(release, key)).containsExactly("more.csv: is not in the manifest");
    }

    @Test
    void oneChangedByteInAnyFileOfAMirrorIsFoundAndNamed() throws Exception {
        store.published.publish("甲");
        store.published.publish("乙");
        release();
        follow();
        assertThat(MirrorCheck.differences(folder, null)).isEmpty();
        for (Path file : files(folder)) {
            if (file.endsWith("hashes")) {
                // It only helps to name a changed event.
                continue;
            }
            String name = folder.relativize(file).toString().replace(".sig", "").replaceFirst("log/leaves.*", "log");
            flipped(
                    file,
                    () -> assertThat(MirrorCheck.differences(folder, key))
                            .as(file.toString())
                            .anyMatch(what -> what.startsWith(name)));
        }
    }

    @Test
    void anEventThatIsDroppedChangedOrPutElsewhereIsNamed() throws Exception {
        for (int number = 1; number <= 5; number++) {
            store.published.publish("第" + number);
        }
        release();
        follow();
        Path leaves = folder.resolve("log/leaves.ndjson");
        List<String> all = List.copyOf(Files.readAllLines(leaves));

        assertThat(withLeaves(leaves, without(all, 2))).contains("log: event 3 is missing");
        assertThat(withLeaves(leaves, without(all, 4))).contains("log: event 5 of 5 is missing");
        List<String> swapped = new ArrayList<>(all);
        Collections.swap(swapped, 1, 3);
        assertThat(withLeaves(leaves, swapped)).contains("log: event 2 is out of order: it stands in place 4");
        List<String> changed = new ArrayList<>(all);
        changed.set(3, all.get(3).replace("\"released\"", "\"revised\""));
        assertThat(withLeaves(leaves, changed)).contains("log: event 4 was changed");
        assertThat(withLeaves(leaves, all)).isEmpty();
    }

    private static List<String> without(List<String> all, int place) {
        List<String> rest = new ArrayList<>(all);
        rest.remove(place);
        return rest;
    }

    private List<String> withLeaves(Path file, List<String> leaves) throws IOException {
        Files.write(file, leaves);
        return MirrorCheck.differences(folder, key);
    }

    @Test
    void aDocumentThatWasKeptAlthoughItWasWithdrawnIsNamed() throws Exception {
        Uid gone = store.published.publish("甲");
        release();
        follow();
        String old = lines();
        store.published.withdraw(gone);
        release();
        follow();
        Files.writeString(folder.resolve("documents.ndjson"), old);

        assertThat(MirrorCheck.differences(folder, key))
                .contains("documents.ndjson: " + gone + " was withdrawn by event 2");
    }

    private interface Check {
        void run() throws IOException;
    }

    private static void flipped(Path file, Check check) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        Files.write(file, other);
        check.run();
        Files.write(file, bytes);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
