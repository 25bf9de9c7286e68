package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.search.YunzhouDocuments.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What may happen to the folder of the embedded index, and what is made of it at the next start. */
class EmbeddedIndexTest {

    @TempDir
    Path folder;

    private SearchBench open(Path home) {
        return open(home, SearchBench.CONFIGSET);
    }

    private static SearchBench open(Path home, Configset configset) {
        return new SearchBench(new SolrConnection(() -> EmbeddedIndex.open(home, "gongbao", configset)));
    }

    private void fill(Path home) throws Exception {
        try (SearchBench bench = open(home)) {
            bench.dissemination.rebuild(YunzhouDocuments.all().stream(), 14);
        }
    }

    @Test
    void aNewIndexIsEmptyAtPositionZero() throws Exception {
        try (SearchBench bench = open(folder)) {
            assertThat(bench.dissemination.position()).isZero();
            assertThat(bench.find("").total()).isZero();
            assertThat(bench.find("棚户区").hits()).isEmpty();
        }
    }

    @Test
    void anIndexIsThereAgainAfterAStop() throws Exception {
        fill(folder);
        try (SearchBench bench = open(folder)) {
            assertThat(bench.dissemination.position()).isEqualTo(14);
            assertThat(bench.found("棚户区改造")).containsExactly(HOUSING);
        }
    }

    @Test
    void whatWasAppliedSurvivesACrashTogetherWithItsPosition() throws Exception {
        Path home = folder.resolve("home");
        Path crashed = folder.resolve("crashed");
        try (SearchBench bench = open(home)) {
            bench.dissemination.rebuild(YunzhouDocuments.all().stream(), 14);
            bench.dissemination.apply(
                    List.of(change(uid(99), record("螺钿工艺传承", "贝。").build(), 15), gone(HOUSING, 15)), 15);
            FileSystemUtils.copyRecursively(home, crashed);
        }
        try (SearchBench bench = open(crashed)) {
            assertThat(bench.dissemination.position()).isEqualTo(15);
            assertThat(bench.found("螺钿工艺")).containsExactly(uid(99));
            assertThat(bench.found("棚户区改造")).doesNotContain(HOUSING);
            assertThat(bench.find("").total()).isEqualTo(14);
        }
    }

    @Test
    void aDeletedIndexIsMadeAnew() throws Exception {
        fill(folder);
        FileSystemUtils.deleteRecursively(folder.resolve("cores"));
        assertRebuildable(folder);
    }

    @Test
    void anIndexWithoutItsSegmentsFileIsMadeAnew() throws Exception {
        fill(folder);
        for (Path file : indexFiles("segments_")) {
            Files.delete(file);
        }
        assertRebuildable(folder);
    }

    @Test
    void aTruncatedIndexIsMadeAnew() throws Exception {
        fill(folder);
        for (Path file : indexFiles("")) {
            byte[] content = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(content, content.length / 2));
        }
        assertRebuildable(folder);
    }

    @Test
    void oneFlippedByteIsNoticed() throws Exception {
        fill(folder);
        Path largest = indexFiles("").stream()
                .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
        byte[] content = Files.readAllBytes(largest);
        content[content.length / 2] ^= 0x10;
        Files.write(largest, content);
        assertRebuildable(folder);
    }

    private void assertRebuildable(Path home) throws Exception {
        try (SearchBench bench = open(home)) {
            assertThat(bench.dissemination.position()).isZero();
            bench.dissemination.rebuild(YunzhouDocuments.all().stream(), 14);
            assertThat(bench.dissemination.position()).isEqualTo(14);
            assertThat(bench.found("棚户区改造")).containsExactly(HOUSING);
        }
    }

    private List<Path> indexFiles(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cores"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().getFileName().toString().equals("index"))
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> !file.getFileName().toString().equals("write.lock"))
                    .toList();
        }
    }

    @Test
    void whatAnInterruptedRebuildLeftIsRemoved() throws Exception {
        fill(folder);
        Path left = Files.createDirectories(folder.resolve("cores/gongbao-left"));
        Files.writeString(left.resolve("core.properties"), "name=gongbao-next\nconfigSet=missing\n");
        Files.createDirectories(folder.resolve("cores/without-properties"));
        try (SearchBench bench = open(folder)) {
            assertThat(bench.dissemination.position()).isEqualTo(14);
        }
        assertThat(folder.resolve("cores")).isDirectoryNotContaining(path -> path.endsWith("gongbao-left"));
        assertThat(folder.resolve("cores")).isDirectoryNotContaining(path -> path.endsWith("without-properties"));
    }

    @Test
    void aStopInTheMiddleOfASwapLeavesOneWholeIndex() throws Exception {
        fill(folder);
        Path one = children().get(0);
        FileSystemUtils.copyRecursively(one, one.resolveSibling("gongbao-twin"));
        try (SearchBench bench = open(folder)) {
            assertThat(bench.dissemination.position()).isEqualTo(14);
            assertThat(bench.found("棚户区改造")).containsExactly(HOUSING);
        }
        assertThat(children()).hasSize(1);
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(folder.resolve("cores"))) {
            return children.toList();
        }
    }

    @Test
    void anotherConfigurationAsksToBeFilledAnewAndSearchGoesOn() throws Exception {
        fill(folder);
        TreeMap<String, byte[]> files = new TreeMap<>(SearchBench.CONFIGSET.files());
        files.put("notes.txt", "changed".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (SearchBench bench = open(folder, new Configset(files))) {
            assertThat(bench.dissemination.position()).isZero();
            assertThat(bench.found("棚户区改造")).containsExactly(HOUSING);
            bench.dissemination.rebuild(YunzhouDocuments.all().stream(), 20);
            assertThat(bench.dissemination.position()).isEqualTo(20);
        }
        assertThat(children()).hasSize(1);
    }
}
