package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.Quarantine;
import org.gongbao.archive.Quarantine.Kind;
import org.gongbao.ingest.QuarantineDesk.TwoPeople;
import org.gongbao.ingest.VirusScanner.ScannerUnavailableException;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file with a secrecy mark in force, or a virus, leaves nothing but a receipt, until two people decide. */
@Timeout(60)
class QuarantineIngestTest {

    private static final String NAME = "样例要害目标.txt";
    private static final String TEXT = "样例要害目标清单\n定密：机密\n样例一号";
    private static final TwoPeople BY = new TwoPeople("甲某", "乙某");

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private final List<DocumentRecord> packed = new ArrayList<>();
    private IngestWorld world;

    @BeforeEach
    void open() {
        world = new IngestWorld(
                folder, "jdbc:sqlite:" + folder.resolve("gongbao.db"), (original, working, decided, portion, work) -> {
                    packed.add(working);
                    return IngestWorld.publicText(original, working, decided, portion, work);
                });
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<DocumentOutcome> run(String name, String text) throws Exception {
        Path file = Files.writeString(files.resolve(name), text);
        world.runner.start();
        Batch batch = world.ingest.submit(List.of(file), true);
        return outcomes(batch);
    }

    private List<DocumentOutcome> outcomes(Batch batch) throws InterruptedException {
        world.ingest.awaitDone(batch, progress -> {});
        return world.ingest.outcomes(batch);
    }

    /** Files and rows of the whole data folder that know anything of the file. */
    private List<String> traces() throws IOException {
        List<String> traces = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString();
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains("样例")) {
                    traces.add(path);
                }
            }
        }
        for (String table : List.of("arrival", "job", "job_document", "document_source", "batch")) {
            world.database.read().sql("SELECT * FROM " + table).query().listOfRows().stream()
                    .map(row -> table + row)
                    .filter(row -> row.contains("样例"))
                    .forEach(traces::add);
        }
        return traces;
    }

    @Test
    void theReceiptSaysOnlyThatItIsHeld() throws Exception {
        DocumentOutcome outcome = run(NAME, TEXT).get(0);

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.HELD);
        assertThat(outcome.reasons()).containsExactly("held");
        assertThat(outcome.uid()).isNull();
        assertThat(outcome.title()).isNull();
        world.runner.awaitIdle();
        assertThat(traces()).isEmpty();
        assertThat(world.workers.asked).as("it was never read").isEmpty();
        assertThat(folder.resolve("archive/inbox")).isEmptyDirectory();
        assertThat(world.documents.origins()).isEmpty();
        assertThat(world.archive.verify()).isEmpty();
        assertThat(outcome.name())
                .isEqualTo("receipt " + world.quarantine.list().get(0).receipt());
        assertThat(world.ingest.progress(world.ingest.reprocess()).files()).isZero();
    }

    @Test
    void theSameSecretTwiceIsHeldTwice() throws Exception {
        run(NAME, TEXT);
        run("又一个样例.txt", TEXT);
        world.runner.awaitIdle();

        assertThat(world.quarantine.list()).hasSize(2);
        assertThat(traces()).isEmpty();
    }

    @Test
    void aProcessThatEndedAfterTheReceiptWasBlankedEndsTheMoveAtTheNextStart() throws Exception {
        Path file = Files.writeString(files.resolve(NAME), TEXT);
        Batch batch = world.ingest.submit(List.of(file), true);
        Job job = world.queue.claim("node", java.time.Duration.ZERO).orElseThrow();
        new Quarantine(new org.gongbao.system.DataFolder(folder), world.database, java.time.Clock.systemUTC())
                .hold(
                        world.archive.arrival(job.receipt()).orElseThrow(),
                        Kind.MARK,
                        "机密",
                        client -> ArrivalJobs.blank(client, job.receipt()));
        close();
        open();
        world.runner.start();

        assertThat(outcomes(batch)).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.HELD);
            assertThat(outcome.reasons()).containsExactly("held");
        });
        assertThat(traces()).isEmpty();
    }

    @Test
    void whatTwoPeopleReleaseIsReadWithTheBasisBesideItsMarkAndWaitsForReview() throws Exception {
        run(NAME, TEXT);
        String receipt = world.quarantine.list().get(0).receipt();

        List<DocumentOutcome> outcomes = outcomes(world.quarantineDesk.release(receipt, BY, "云州保密局解密通知〔2026〕1号"));

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.WAITING);
            assertThat(outcome.name()).isEqualTo(NAME);
            assertThat(outcome.title()).isEqualTo("样例要害目标清单");
        });
        assertThat(world.quarantine.list()).isEmpty();
        world.runner.awaitIdle();
        assertThat(world.archive.unsettled()).isEmpty();
        outcomes(world.ingest.publish(outcomes.get(0).uid()).orElseThrow());
        assertThat(packed)
                .last()
                .satisfies(record -> assertThat(record.findings())
                        .extracting(Finding::code, Finding::quote, Finding::message)
                        .contains(org.assertj.core.groups.Tuple.tuple(
                                "secrecy.declassified", "机密", "the mark is in force no longer: 云州保密局解密通知〔2026〕1号")));
        assertThat(run("再来.txt", TEXT))
                .as("the same bytes need not be released again")
                .extracting(DocumentOutcome::kind)
                .doesNotContain(OutcomeKind.FAILED)
                .hasSize(1);
        assertThat(world.quarantine.list()).isEmpty();
    }

    @Test
    void whatTwoPeopleDestroyIsGone() throws Exception {
        run(NAME, TEXT);
        String receipt = world.quarantine.list().get(0).receipt();
        world.quarantineDesk.destroy(receipt, BY);

        assertThat(world.quarantineDesk.list(BY)).isEmpty();
        assertThat(folder.resolve("quarantine")).isEmptyDirectory();
        assertThatThrownBy(() -> world.quarantineDesk.destroy(receipt, BY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onePersonUnderTwoNamesIsNotTwo() {
        for (List<String> names :
                List.of(List.of("甲某", "甲 某"), List.of("Li Lei", "LI  LEI"), List.of("甲某", " "), List.of("甲某"))) {
            assertThatThrownBy(() -> TwoPeople.of(names)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> world.quarantineDesk.release("0".repeat(32), BY, " "))
                .hasMessageContaining("no basis");
    }

    @Test
    void eachCallIsInTheAuditTrailWhereThereIsOne() throws Exception {
        List<String> entries = new ArrayList<>();
        AuditTrail trail = (sql, actor, action, object, details) ->
                entries.add(actor + " " + action + " " + object + " " + details.get("with"));
        QuarantineDesk desk =
                new QuarantineDesk(world.quarantine, world.archive, world.ingest, world.database, Optional.of(trail));
        run(NAME, TEXT);
        String receipt = desk.list(BY).get(0).receipt();
        desk.destroy(receipt, BY);

        assertThat(entries)
                .containsExactly("甲某 quarantine.list quarantine 乙某", "甲某 quarantine.destroy " + receipt + " 乙某");
    }

    @Test
    void aVirusIsHeldAndNothingElseOpensTheFile() throws Exception {
        try (FakeClamd daemon = new FakeClamd()) {
            world.viruses.set(new Clamd(daemon.where(), java.time.Duration.ofSeconds(20)));
            DocumentOutcome infected = run(NAME, "样例\n" + FakeClamd.EICAR).get(0);

            assertThat(infected.kind()).isEqualTo(OutcomeKind.HELD);
            assertThat(infected.reasons()).containsExactly("virus");
            assertThat(world.workers.asked).isEmpty();
            assertThat(world.quarantine.list()).singleElement().satisfies(held -> {
                assertThat(held.kind()).isEqualTo(Kind.VIRUS);
                assertThat(held.level()).isEqualTo("Test.EICAR-1");
            });
            assertThat(traces()).isEmpty();
            assertThat(run("通知.txt", "通知")).extracting(DocumentOutcome::kind).containsExactly(OutcomeKind.PUBLISHED);
        }
    }

    @Test
    void withoutAVerdictOfTheScannerAFileIsTriedAgainAndStaysInTheInbox() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        world.viruses.set(file -> {
            asked.incrementAndGet();
            throw new ScannerUnavailableException("the scanner is away");
        });
        List<DocumentOutcome> outcomes = run("通知.txt", "通知");

        assertThat(outcomes)
                .extracting(DocumentOutcome::kind, DocumentOutcome::reasons)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(OutcomeKind.FAILED, List.of("the scanner is away")));
        assertThat(asked).hasValue(IngestWorld.SETTINGS.storageTries());
        world.runner.awaitIdle();
        assertThat(world.archive.unsettled())
                .as("it never went into the archive")
                .hasSize(1);
        assertThat(world.publisher.events()).isEmpty();

        close();
        open();
        world.runner.start();
        world.runner.awaitIdle();
        assertThat(world.publisher.events()).as("the scanner is back").hasSize(1);
        assertThat(world.archive.unsettled()).isEmpty();
    }

    @Test
    void aFaultOfThePrescanLetsNothingIntoTheArchive() throws Exception {
        assertThat(run(NAME, "扫描故障")).extracting(DocumentOutcome::kind).containsExactly(OutcomeKind.FAILED);
        world.runner.awaitIdle();

        assertThat(world.archive.unsettled()).hasSize(1);
        assertThat(world.workers.asked).isEmpty();
    }
}
