package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.publication.LogAudit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Search index, triple store, releases and database can be lost or damaged: the start says so and brings all back. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(600)
class LostStoresTest {

    private static final long SEED = 20240511;
    private static final int DOCUMENTS = 4;

    @TempDir
    static Path files;

    @TempDir
    static Path whole;

    private static StoreDump before;

    @TempDir
    Path data;

    @BeforeAll
    static void fill() throws Exception {
        for (int number = 1; number <= DOCUMENTS; number++) {
            Notices.write(files, number);
        }
        Notices.writeSecret(files, 99);
        try (RunningProgram program = RunningProgram.start(whole, false)) {
            program.ingest(true, files);
            before = StoreDump.of(program);
        }
        assertThat(before.register()).hasSize(DOCUMENTS);
    }

    @Test
    void aLostIndexDamagedTriplesAndLostReleasesAreFilledAnew(CapturedOutput said) throws Exception {
        copy(List.of("archive", "gongbao.db", "gongbao.db-wal", "keys", "linkeddata", "work", "scheduled", "node"));
        damage(data.resolve("linkeddata"));
        try (RunningProgram program = RunningProgram.start(data, false)) {
            assertThat(StoreDump.of(program)).isEqualTo(before);
        }
        assertThat(said).contains("The store of search is empty", "The triple store", "is damaged");
        assertThat(said).contains("The store of bulk is empty");
    }

    @Test
    void aDamagedIndexAndLostTriplesAreFilledAnew(CapturedOutput said) throws Exception {
        copy(List.of("archive", "gongbao.db", "gongbao.db-wal", "keys", "bulk", "solr", "work", "scheduled", "node"));
        damage(data.resolve("solr"));
        try (RunningProgram program = RunningProgram.start(data, false)) {
            assertThat(StoreDump.of(program)).isEqualTo(before);
        }
        assertThat(said).containsPattern("search index.*damaged").contains("The store of linkeddata is empty");
    }

    @Test
    void theArchiveAloneBringsBackEverythingPublished(CapturedOutput said) throws Exception {
        copy(List.of("archive", "keys"));
        Commands.Result rebuilt = Commands.run("rebuild", "--gongbao.data=" + data);
        assertThat(rebuilt.status()).as(rebuilt.out() + rebuilt.err()).isZero();
        assertThat(rebuilt.out()).contains("register: " + DOCUMENTS + " events restored", "search: rebuilt");
        try (RunningProgram program = RunningProgram.start(data, false)) {
            assertThat(StoreDump.of(program)).isEqualTo(before);
            assertThat(program.get(LogAudit.class).run()).isEmpty();
            List<DocumentOutcome> again = program.ingest(true, files);
            assertThat(again)
                    .extracting(DocumentOutcome::kind)
                    .containsOnly(OutcomeKind.UNCHANGED, OutcomeKind.HELD)
                    .hasSize(DOCUMENTS + 1);
            assertThat(StoreDump.of(program)).isEqualTo(before);
        }
    }

    @Test
    void withoutTheKeyTheLogKeepsItsOriginAndRootAndAnotherKeySigns(CapturedOutput said) throws Exception {
        copy(List.of("archive"));
        try (RunningProgram program = RunningProgram.start(data, false)) {
            assertThat(StoreDump.of(program)).isEqualTo(before);
        }
        assertThat(said).containsPattern("The key .* of the log is not there: from now on .* signs");
    }

    private void copy(List<String> names) throws IOException {
        for (String name : names) {
            Path from = whole.resolve(name);
            if (Files.exists(from)) {
                copy(from, data.resolve(name));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted(Comparator.naturalOrder()).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** Writes noise over every file that holds what was indexed, without changing its size. */
    private static void damage(Path folder) throws IOException {
        Random random = new Random(SEED);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(LostStoresTest::holdsContent).toList()) {
                byte[] noise = new byte[(int) Math.min(Files.size(file), 1 << 20)];
                random.nextBytes(noise);
                try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
                    channel.write(java.nio.ByteBuffer.wrap(noise));
                }
            }
        }
    }

    private static boolean holdsContent(Path file) {
        String path = file.toString();
        return Files.isRegularFile(file)
                && (path.contains("/index/") && !path.endsWith(".lock")
                        || path.contains("/Data-")
                                && (path.endsWith(".idn") || path.endsWith(".dat") || path.endsWith(".bpt")));
    }
}
