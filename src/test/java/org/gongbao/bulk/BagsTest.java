package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bags by year, as the Library of Congress's own reader and verifier take them. */
class BagsTest {

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private PublishedStore published;
    private BulkStore store;
    private BulkDissemination bulk;
    private Bags bags;

    @BeforeEach
    void openStore() {
        published = new PublishedStore(data);
        store = new BulkStore(published, folder.resolve("bulk"));
        bulk = store.open();
        bags = new StreamedBags(bulk, published.snapshots());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Uid publish(String words, Terms terms, int year) {
        DocumentRecord record = PublishedStore.notice(1 + (int) published.position(), words).toBuilder()
                .issuedOn(year == 0 ? null : java.time.LocalDate.of(year, 5, 6))
                .publishedOn(null)
                .build();
        return published.publish(Uid.mint(), record, terms, LogEvent.Type.RELEASED);
    }

    private Release released() {
        store.apply(bulk);
        bulk.bringUpToDate();
        return bulk.latest().orElseThrow();
    }

    private byte[] tar(Release release, int number) throws IOException {
        return tar(release, number, 0);
    }

    private byte[] tar(Release release, int number, long from) throws IOException {
        try (InputStream in = bags.open(release, bags.of(release).get(number), from)) {
            return in.readAllBytes();
        }
    }

    private void changeCopies() throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("archive"))) {
            for (Path file : all.filter(each -> each.endsWith("document.pdf")).toList()) {
                Files.writeString(file, Files.readString(file).replace("PDF", "FDP"));
            }
        }
    }

    private Path unpacked(byte[] tar) throws IOException {
        Path root = Files.createTempDirectory(folder, "bag");
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static Bag valid(Path folder) throws Exception {
        Bag bag = new BagReader().read(folder);
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(bag, false);
        }
        return bag;
    }

    private static List<String> payload(Path bag) throws IOException {
        try (Stream<Path> files = Files.walk(bag.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bag.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aYearIsAValidBagOfCopiesTextAndRecords() throws Exception {
        Uid first = publish("甲", Terms.OPEN, 2023);
        Uid second = publish("乙", Terms.OPEN, 2023);
        publish("丙", Terms.OPEN, 2024);
        publish("无年份", Terms.OPEN, 0);
        Release release = released();

        assertThat(bags.of(release))
                .extracting(org.gongbao.bulk.Bag::file)
                .containsExactly("bag-undated.tar", "bag-2023.tar", "bag-2024.tar");
        byte[] tar = tar(release, 1);
        assertThat(bags.of(release).get(1).tarBytes()).isEqualTo(tar.length);
        Path unpacked = unpacked(tar);
        Bag bag = valid(unpacked);
        assertThat(bag.getVersion().toString()).isEqualTo("1.0");
        assertThat(bag.getMetadata().get("Bagging-Date")).containsExactly("2024-03-01");
        assertThat(payload(unpacked))
                .containsExactlyElementsOf(new TreeSet<>(List.of(
                        "data/" + first + "/document.pdf",
                        "data/" + first + "/record.json",
                        "data/" + first + "/text.txt",
                        "data/" + second + "/document.pdf",
                        "data/" + second + "/record.json",
                        "data/" + second + "/text.txt")));
        assertThat(unpacked.resolve("data/" + first + "/document.pdf")).hasContent("PDF 云政办字〔2023〕1号");
        assertThat(Digest.of(Files.readAllBytes(unpacked.resolve("tagmanifest-sha256.txt"))))
                .isEqualTo(bags.of(release).get(1).tagManifestSha256());
        valid(unpacked(tar(release, 0)));
        valid(unpacked(tar(release, 2)));
    }

    @Test
    void whatIsNotOpenWithoutConditionIsInNoBag() throws IOException {
        publish("仅网页", Terms.PAGE, 2023);
        publish("仅搜索", Terms.SEARCH_ENGINES, 2023);
        publish("有条件", Terms.CONDITIONAL, 2022);
        Uid open = publish("无条件", Terms.OPEN, 2023);
        Release release = released();

        assertThat(bags.of(release)).singleElement().satisfies(bag -> {
            assertThat(bag.year()).isEqualTo(2023);
            assertThat(bag.documents()).isOne();
        });
        assertThat(payload(unpacked(tar(release, 0)))).allMatch(path -> path.startsWith("data/" + open + "/"));
    }

    @Test
    void aYearThatDidNotChangeHasTheSameBagInEveryRelease() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        Release before = released();
        publish("乙", Terms.OPEN, 2024);
        Release after = released();

        assertThat(after.name()).isNotEqualTo(before.name());
        assertThat(tar(after, 0)).isEqualTo(tar(before, 0));
        assertThat(bags.of(after).get(0)).isEqualTo(bags.of(before).get(0));
    }

    @Test
    void anOlderReleaseStillHasTheVersionsOfItsPosition() throws Exception {
        Uid uid = publish("旧题", Terms.OPEN, 2023);
        Release before = released();
        published.publish(
                uid, published.record(uid).toBuilder().text("新的正文").build(), Terms.OPEN, LogEvent.Type.REVISED);
        released();

        Path unpacked = unpacked(tar(before, 0));
        valid(unpacked);
        assertThat(unpacked.resolve("data/" + uid + "/text.txt")).content().doesNotContain("新的正文");
    }

    @Test
    void aDownloadEndsWhenItsReleaseIsTakenAway() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        Uid gone = publish("乙", Terms.OPEN, 2023);
        Release release = released();
        org.gongbao.bulk.Bag bag = bags.of(release).get(0);
        int payload = new String(tar(release, 0), StandardCharsets.ISO_8859_1).indexOf("bag-2023/data/");
        try (InputStream begun = bags.open(release, bag, 0);
                InputStream atPayload = bags.open(release, bag, 0)) {
            begun.readNBytes(512);
            atPayload.readNBytes(payload);
            published.withdraw(gone);
            store.apply(bulk);
            for (InputStream in : List.of(begun, atPayload)) {
                assertThatThrownBy(in::readAllBytes)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("no more");
            }
        }
        assertThat(bags.of(bulk.latest().orElseThrow()).get(0).documents()).isOne();
        assertThat(tar(bulk.latest().orElseThrow(), 0)).asString().doesNotContain(gone.value());
    }

    @Test
    void aFileThatWasChangedEndsTheDownload() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        Release release = released();
        changeCopies();
        assertThatThrownBy(() -> tar(release, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("document.pdf differs from its digest");
    }

    @Test
    void aContinuedDownloadIsTheRestOfTheWholeWhereverItBrokeOff() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        publish("乙", Terms.OPEN, 2023);
        Release release = released();
        byte[] whole = tar(release, 0);
        for (int block = 0; block < whole.length; block += 512) {
            for (int from : new int[] {block, block + 1, block + 511}) {
                assertThat(tar(release, 0, from))
                        .as("from %d", from)
                        .isEqualTo(Arrays.copyOfRange(whole, from, whole.length));
            }
        }
    }

    @Test
    void whatLiesBeforeTheFirstByteWantedIsNotOpened() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        Release release = released();
        byte[] whole = tar(release, 0);
        changeCopies();
        int copy = new String(whole, StandardCharsets.ISO_8859_1).indexOf("/document.pdf\0") / 512 * 512;
        int behind = copy + 1024; // a header and a copy of less than a block

        assertThat(tar(release, 0, behind)).isEqualTo(Arrays.copyOfRange(whole, behind, whole.length));
        assertThatThrownBy(() -> tar(release, 0, behind - 1))
                .as("the file in which the first byte lies is compared")
                .isInstanceOf(IOException.class)
                .hasMessageContaining("document.pdf differs from its digest");
    }

    @Test
    void oneChangedByteAnywhereInADownloadedBagIsFoundAndNamed() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        publish("乙", Terms.OPEN, 2023);
        Release release = released();
        String key = published.log().verifier();
        byte[] whole = tar(release, 0);
        Path file = release.folder().resolve("bag-2023.tar");
        Files.write(file, whole);
        assertThat(ReleaseCheck.differences(release.folder(), key)).isEmpty();

        for (int at = 0; at < whole.length; at += 97) {
            byte[] other = whole.clone();
            other[at] ^= 1;
            Files.write(file, other);
            assertThat(ReleaseCheck.differences(release.folder(), key))
                    .as("byte " + at)
                    .singleElement()
                    .asString()
                    .startsWith("bag-2023.tar: ");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThat(ReleaseCheck.differences(release.folder(), key))
                .containsExactly("bag-2023.tar: it does not end where it should");
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(ReleaseCheck.differences(release.folder(), key))
                .containsExactly("bag-2023.tar: it does not end where it should");
        Files.write(file, Arrays.copyOf(whole, 3000));
        assertThat(ReleaseCheck.differences(release.folder(), key)).hasSize(1);
        Files.move(file, release.folder().resolve("bag-1999.tar"));
        assertThat(ReleaseCheck.differences(release.folder(), key))
                .containsExactly("bag-1999.tar: is not in the manifest");
    }

    @Test
    void aReleaseThatIsTakenAwayMeanwhileHasNoBags() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        Release release = released();
        ReleaseShelf.delete(release.folder());
        assertThat(bags.of(release)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTableThatCannotBeReadIsClosed() throws IOException {
        publish("甲", Terms.OPEN, 2023);
        Release release = released();
        Path table = release.folder().resolve("bags.csv.zst");
        Files.writeString(table, "damaged");
        assertThatThrownBy(() -> bags.of(release)).isInstanceOf(UncheckedIOException.class);
        assertThat(openFiles()).doesNotContain(table.toRealPath());
    }

    private static List<Path> openFiles() throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    open.add(Files.readSymbolicLink(file));
                }
            }
        }
        return open;
    }
}
