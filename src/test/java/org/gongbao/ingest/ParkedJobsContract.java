package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.archive.Arrival;
import org.junit.jupiter.api.Test;

/** What becomes of jobs that fail, or whose process ends: nothing is lost, and nothing is done twice. */
abstract class ParkedJobsContract extends OnIngest {

    @Test
    void whatCannotBeReadIsListedAndKept() throws Exception {
        List<DocumentOutcome> outcomes = run(true, file("x.pdf", "无法读取"), files.resolve("没有.pdf"));

        assertThat(outcomes)
                .extracting(DocumentOutcome::name, DocumentOutcome::kind)
                .containsExactly(tuple("x.pdf", OutcomeKind.UNREADABLE), tuple("没有.pdf", OutcomeKind.UNREADABLE));
        assertThat(outcomes.get(0).reasons()).first().asString().startsWith("file.encrypted: ");
        assertThat(outcomes.get(1).reasons()).first().asString().contains("it is not there");
        assertThat(world.archive.arrivals()).hasSize(1);
    }

    @Test
    void aJobOnWhichTheProgramFailsIsParkedAndTheOthersGoOn() throws Exception {
        List<DocumentOutcome> outcomes = run(true, file("a.txt", "机器故障"), file("b.txt", "通知"));

        assertThat(outcomes)
                .extracting(DocumentOutcome::name, DocumentOutcome::kind, DocumentOutcome::reasons)
                .containsExactly(
                        tuple("a.txt", OutcomeKind.FAILED, List.of("the reader has a fault")),
                        tuple("b.txt", OutcomeKind.PUBLISHED, List.of()));
        assertThat(world.workers.asked).hasSize(4);
    }

    @Test
    void whatWasParkedIsTriedAgainAtTheNextStart() throws Exception {
        world.close();
        world = new IngestWorld(folder, url, (original, working, decided, portion, work) -> {
            throw new IllegalStateException("a fault of the program");
        });
        List<DocumentOutcome> failed = run(true, file("a.txt", "通知"));
        assertThat(failed).extracting(DocumentOutcome::kind).containsExactly(OutcomeKind.FAILED);
        world.close();
        world = new IngestWorld(folder, url);

        world.runner.start();
        world.runner.awaitIdle();

        assertThat(world.publisher.events()).hasSize(1);
        assertThat(world.ingest.outcomes(new Batch(1)))
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.PUBLISHED);
    }

    @Test
    void whatEndedTheProcessAgainAndAgainIsTriedAgainOnlyWhenSomebodyAsks() throws Exception {
        DocumentOutcome waiting = run(false, file("a.txt", "通知")).get(0);
        world.database.write(client ->
                client.sql("UPDATE job SET state = 'parked', starts = 21").update());

        assertThat(world.queue.requeueParked(20)).isZero();
        Batch batch = world.ingest.reprocess(waiting.uid()).orElseThrow();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.progress(new Batch(1)).isDone()).isTrue();
        assertThat(world.queue.requeueParked(Integer.MAX_VALUE)).isZero();
    }

    @Test
    void whileTheDiskTakesNoBytesNothingIsParkedHoweverOftenItFails() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        world.close();
        world = new IngestWorld(folder, url, (original, working, decided, portion, work) -> {
            world.storageWorks.set(tries.incrementAndGet() > 7);
            if (tries.get() <= 7) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            return IngestWorld.publicText(original, working, decided, portion, work);
        });

        assertThat(run(true, file("a.txt", "通知")))
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.PUBLISHED);
        assertThat(tries).hasValue(8);
    }

    @Test
    void aFileThatCannotBeStoredWhileTheDiskWorksIsParked() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        world.close();
        world = new IngestWorld(folder, url, (original, working, decided, portion, work) -> {
            tries.incrementAndGet();
            throw new UncheckedIOException("the public PDF cannot be written", new IOException("no such glyph"));
        });

        assertThat(run(true, file("a.txt", "通知"))).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.FAILED);
            assertThat(outcome.reasons()).containsExactly("the public PDF cannot be written");
        });
        assertThat(tries).hasValue(IngestWorld.SETTINGS.storageTries());
    }

    @Test
    void filesThatExhaustTheStackAreParkedAndKeepNoThread() throws Exception {
        List<DocumentOutcome> outcomes =
                run(true, file("a.txt", "栈溢出"), file("b.txt", "栈溢出二"), file("c.txt", "栈溢出三"), file("d.txt", "通知"));

        assertThat(outcomes)
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.FAILED, OutcomeKind.FAILED, OutcomeKind.FAILED, OutcomeKind.PUBLISHED);
        assertThat(outcomes.get(0).reasons()).containsExactly("java.lang.StackOverflowError");
        world.runner.awaitIdle();
    }

    @Test
    void onlyTheLeaseOfAJobThatAThreadIsAtIsProlonged() throws Exception {
        world.ingest.submit(List.of(file("a.txt", "通知"), file("b.txt", "又一")), true);
        Job abandoned = world.queue.claim("owner", Duration.ofMillis(500)).orElseThrow();
        Job atWork = world.queue.claim("owner", Duration.ofMillis(500)).orElseThrow();
        world.queue.renew("owner", Duration.ofMinutes(1), Set.of(atWork.id()));
        Thread.sleep(600);

        assertThat(world.queue.claim("owner", Duration.ofMinutes(1)))
                .map(Job::id)
                .contains(abandoned.id());
    }

    @Test
    void aProcessThatOwnsNothingHandsOverAndFollows() throws Exception {
        try (IngestWorld other = new IngestWorld(folder, url)) {
            Batch batch = other.ingest.submit(List.of(file("a.txt", "通知")), true);
            assertThat(other.ingest.progress(batch).isDone()).isFalse();
            world.runner.start();
            Progress progress = other.ingest.awaitDone(batch, each -> {});
            assertThat(progress.count(OutcomeKind.PUBLISHED)).isEqualTo(1);
            assertThat(other.ingest.outcomes(batch)).hasSize(1);
        }
    }

    @Test
    void whoFollowsIsToldWhenTheProcessThatWorkedHasEnded() throws Exception {
        Batch batch = world.ingest.submit(List.of(file("a.txt", "通知")), true);
        world.isOwned.set(false);

        assertThatThrownBy(() -> world.ingest.awaitDone(batch, each -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void anOriginalThatCannotBeSettledKeepsNoOtherWaiting() throws Exception {
        Batch batch = world.ingest.submit(List.of(file("a.txt", "通知"), file("b.txt", "又一")), true);
        world.runner.start();
        world.ingest.awaitDone(batch, progress -> {});
        world.runner.awaitIdle();
        world.archive.receive(new ByteArrayInputStream("损坏".getBytes(StandardCharsets.UTF_8)), "c.txt", null);
        Path damaged = world.archive
                .original(world.archive.unsettled().get(0).sha256())
                .orElseThrow();
        Files.writeString(damaged, "别的");
        world.close();
        world = new IngestWorld(folder, url);
        List<DocumentOutcome> later = run(true, file("d.txt", "第四"));
        world.runner.awaitIdle();

        assertThat(later).extracting(DocumentOutcome::kind).containsExactly(OutcomeKind.PUBLISHED);
        assertThat(world.archive.unsettled()).extracting(Arrival::name).containsExactly("c.txt");
    }

    @Test
    void whenTheDiskIsFullTheCommandSaysSoAndWhatArrivedGoesOn() throws Exception {
        Batch batch = world.ingest.open();
        Path inbox = folder.resolve("archive/inbox");
        world.ingest.submit(batch, List.of(file("a.txt", "通知")), true);
        Files.move(inbox, folder.resolve("away"));
        Files.writeString(inbox, "no folder");
        assertThatThrownBy(() -> world.ingest.submit(batch, List.of(file("b.txt", "又一")), true))
                .isInstanceOf(org.gongbao.archive.StorageException.class)
                .hasMessageContaining("b.txt");
        Files.delete(inbox);
        Files.move(folder.resolve("away"), inbox);
        world.ingest.close(batch);
        world.runner.start();

        assertThat(world.ingest.awaitDone(batch, progress -> {}).count(OutcomeKind.PUBLISHED))
                .isEqualTo(1);
    }

    @Test
    void anArrivalWithoutAJobIsReadAtTheNextStart() throws Exception {
        world.archive.receive(new ByteArrayInputStream("通知".getBytes(StandardCharsets.UTF_8)), "a.txt", null);
        world.runner.start();
        world.runner.awaitIdle();

        Batch recovered = world.batches.first("recovered").orElseThrow();
        assertThat(world.ingest.outcomes(recovered))
                .extracting(DocumentOutcome::name, DocumentOutcome::kind)
                .containsExactly(tuple("a.txt", OutcomeKind.WAITING));
    }
}
