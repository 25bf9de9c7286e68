package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is lost, the archive is not: the same bytes are the same documents, however often the restoring is cut short. */
@Timeout(60)
class LostDatabaseTest {

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private List<DocumentOutcome> before = List.of();

    @BeforeEach
    void publishAndLoseTheDatabase() throws Exception {
        try (IngestWorld world = world()) {
            before = ingest(world);
            assertThat(before).extracting(DocumentOutcome::kind).containsOnly(OutcomeKind.PUBLISHED);
            world.runner.awaitIdle();
        }
        loseDatabase();
    }

    private IngestWorld world() {
        return new IngestWorld(folder, "jdbc:sqlite:" + folder.resolve("gongbao.db"));
    }

    private List<DocumentOutcome> ingest(IngestWorld world) throws Exception {
        Path issue = files.resolve("公报.txt");
        Files.writeString(issue, "公报第一期\n收录：办法\n收录：通知", StandardCharsets.UTF_8);
        world.runner.start();
        Batch batch = world.ingest.submit(List.of(issue), true);
        world.ingest.awaitDone(batch, progress -> {});
        return world.ingest.outcomes(batch);
    }

    private void loseDatabase() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.getFileName().toString().startsWith("gongbao.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void assertThatNothingIsPublishedTwice() throws Exception {
        try (IngestWorld world = world()) {
            List<DocumentOutcome> again = ingest(world);
            assertThat(again).extracting(DocumentOutcome::kind).containsOnly(OutcomeKind.UNCHANGED);
            assertThat(again)
                    .extracting(DocumentOutcome::uid)
                    .containsExactlyElementsOf(
                            before.stream().map(DocumentOutcome::uid).toList());
            assertThat(world.publisher.events()).hasSize(3);
            assertThat(world.archive.arrivals()).hasSize(2);
            assertThat(world.ingest.reprocess(before.get(1).uid())).isPresent();
        }
    }

    @Test
    void theSameBytesAreTheSameDocuments() throws Exception {
        assertThatNothingIsPublishedTwice();
    }

    @Test
    void aKillAfterTheArrivalsCameBackAndBeforeTheirDocumentsDoesNoHarm() throws Exception {
        try (IngestWorld killed = world()) {
            assertThat(killed.archive.restoreArrivals()).isEqualTo(1);
        }
        assertThatNothingIsPublishedTwice();
    }

    @Test
    void aKillAfterTheDocumentsCameBackAndBeforeTheArrivalsDoesNoHarm() throws Exception {
        try (IngestWorld killed = world()) {
            assertThat(killed.documents.restore()).isEqualTo(3);
        }
        assertThatNothingIsPublishedTwice();
    }

    @Test
    void aFileThatArrivesBeforeTheRestoringDoesNotPreventIt() throws Exception {
        try (IngestWorld guest = world()) {
            Path other = Files.writeString(files.resolve("别的.txt"), "公报第一期\n收录：办法\n收录：通知");
            guest.ingest.submit(List.of(other), true);
        }
        try (IngestWorld world = world()) {
            world.runner.start();
            world.runner.awaitIdle();
            assertThat(world.publisher.events()).hasSize(3);
            assertThat(world.archive.arrivals()).hasSize(2);
        }
    }
}
