package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;

/** What the queue promises, on whichever database it is. */
abstract class IngestContract extends OnIngest {

    @Test
    void whatIsAskedToBePublishedIsPublishedAndSettled() throws Exception {
        List<DocumentOutcome> outcomes = run(true, file("通知.txt", "关于做好工作的通知\n正文"));

        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.PUBLISHED);
            assertThat(outcome.title()).isEqualTo("关于做好工作的通知");
            assertThat(outcome.name()).isEqualTo("通知.txt");
        });
        assertThat(world.publisher.events())
                .extracting(FilePublisher.Event::uid, FilePublisher.Event::type)
                .containsExactly(tuple(outcomes.get(0).uid(), LogEvent.Type.RELEASED));
        world.runner.awaitIdle();
        assertThat(folder.resolve("archive/inbox")).isEmptyDirectory();
        assertThat(folder.resolve("work/packages")).isEmptyDirectory();
        assertThat(world.archive.verify()).isEmpty();
    }

    @Test
    void whatGoesOutWithPersonalDataThatNobodyDecidedOnSaysSo() throws Exception {
        String plates = "关于扣留车辆的公告\n云州市公安局扣留号牌为赣B1A234和赣B5C678的小型轿车，请车主前来处理。";

        assertThat(run(true, file("a.txt", plates)).get(0))
                .extracting(DocumentOutcome::kind, DocumentOutcome::reasons)
                .containsExactly(
                        OutcomeKind.PUBLISHED, List.of("published with personal data that nobody decided on: plate 2"));
        assertThat(run(true, file("b.txt", "关于做好工作的通知\n正文")).get(0).reasons()).isEmpty();
        assertThat(run(false, file("c.txt", plates + "特此公告。")).get(0).reasons()).isEmpty();
    }

    @Test
    void whatIsPublishedIsDecidedOnByTheRulesOfThatDay() throws Exception {
        world.workers.overlooksMarks = true;
        DocumentOutcome waiting = run(false, file("a.txt", "通知\n密级：机密")).get(0);
        assertThat(waiting.kind()).isEqualTo(OutcomeKind.WAITING);
        world.workers.overlooksMarks = false;

        Batch batch = world.ingest.publish(waiting.uid()).orElseThrow();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.HELD);
    }

    @Test
    void withoutPublishingADocumentWaitsAndIsPublishedLaterUnderTheSameIdentifier() throws Exception {
        DocumentOutcome waiting = run(false, file("a.txt", "通知")).get(0);
        assertThat(waiting.kind()).isEqualTo(OutcomeKind.WAITING);
        assertThat(world.publisher.events()).isEmpty();

        Uid uid = waiting.uid();
        assertThat(uid).isNotNull();
        Batch batch = world.ingest.publish(uid).orElseThrow();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::kind, DocumentOutcome::uid)
                .containsExactly(tuple(OutcomeKind.PUBLISHED, uid));
        assertThat(world.workers.asked)
                .as("the stored extraction serves again, and is recognised by today's rules")
                .satisfiesExactly(
                        read -> assertThat(read).doesNotContainKey("extraction"),
                        recognised -> assertThat(recognised).containsKey("extraction"));
        assertThat(world.ingest.publish(new Uid("0000000000000000"))).isEmpty();
    }

    @Test
    void aDocumentCanBePutOffToAMomentAndTakenBackAsLongAsItWaits() throws Exception {
        Uid uid = Objects.requireNonNull(run(false, file("a.txt", "通知")).get(0).uid());
        Instant moment = Instant.parse("2030-01-02T01:00:00Z");

        DocumentOutcome scheduled = outcome(world.ingest.publish(uid, moment));
        DocumentOutcome readAgain = run(false, file("b.txt", "通知")).get(0);
        DocumentOutcome reprocessed = outcome(world.ingest.reprocess(uid));

        assertThat(scheduled.kind()).isEqualTo(OutcomeKind.SCHEDULED);
        assertThat(scheduled.reasons()).containsExactly("it will be released at " + moment);
        assertThat(readAgain.kind()).isEqualTo(OutcomeKind.UNCHANGED);
        assertThat(reprocessed.kind()).isEqualTo(OutcomeKind.SCHEDULED);
        assertThat(world.publisher.events()).isEmpty();
        assertThat(world.publisher.waiting())
                .extracting(TimedReleases.Waiting::uid, TimedReleases.Waiting::releaseAt)
                .containsExactly(tuple(uid, moment));

        DocumentOutcome cancelled = outcome(world.ingest.cancelRelease(uid));
        assertThat(cancelled.kind()).isEqualTo(OutcomeKind.WAITING);
        assertThat(world.publisher.waiting()).isEmpty();
        assertThat(outcome(world.ingest.cancelRelease(uid)).kind()).isEqualTo(OutcomeKind.UNCHANGED);
        assertThat(outcome(world.ingest.publish(uid)).kind()).isEqualTo(OutcomeKind.PUBLISHED);
    }

    @Test
    void aReleaseThatWasTakenBackIsNotPutOffByAnEarlierJobThatFailedMeanwhile() throws Exception {
        Uid uid = Objects.requireNonNull(run(false, file("a.txt", "通知")).get(0).uid());
        world.runner.close();
        Batch first =
                world.ingest.publish(uid, Instant.parse("2030-01-02T01:00:00Z")).orElseThrow();
        Job begun = world.queue.claim("another", Duration.ofMinutes(1)).orElseThrow();
        world.queue.retry(begun, "another", Duration.ofMillis(400), "the disk is full");
        world.runner.start();

        assertThat(outcome(world.ingest.cancelRelease(uid)).kind()).isEqualTo(OutcomeKind.UNCHANGED);
        world.ingest.awaitDone(first, progress -> {});

        Thread.sleep(600);
        world.runner.awaitIdle();
        assertThat(world.publisher.waiting()).isEmpty();
        assertThat(world.ingest.outcomes(first))
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.WAITING);
    }

    private DocumentOutcome outcome(Optional<Batch> batch) throws InterruptedException {
        world.ingest.awaitDone(batch.orElseThrow(), progress -> {});
        return world.ingest.outcomes(batch.orElseThrow()).get(0);
    }

    @Test
    void theSameBytesAgainAreUnchangedAndBothNamesAreListed() throws Exception {
        Path first = file("一.txt", "通知");
        Path second = file("二.txt", "通知");
        List<DocumentOutcome> outcomes = run(true, first, second);

        assertThat(outcomes)
                .extracting(DocumentOutcome::kind)
                .containsExactlyInAnyOrder(OutcomeKind.PUBLISHED, OutcomeKind.UNCHANGED);
        assertThat(outcomes.get(1).name()).isEqualTo("二.txt");
        assertThat(outcomes.get(1).reasons()).containsExactly("the same bytes came as 一.txt");
        assertThat(outcomes.get(1).uid()).isEqualTo(outcomes.get(0).uid());
        assertThat(world.publisher.events()).hasSize(1);
        assertThat(world.archive.arrivals()).hasSize(2);
    }

    @Test
    void theSameBytesThatWaitAlreadyAreUnchangedToo() throws Exception {
        List<DocumentOutcome> outcomes = run(false, file("一.txt", "通知"), file("二.txt", "通知"));

        assertThat(outcomes)
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.WAITING, OutcomeKind.UNCHANGED);
    }

    @Test
    void anIssueIsPublishedWithEachOfItsDocuments() throws Exception {
        Path issue = file("公报.txt", "云州市人民政府公报2023年第3期\n收录：办法\n收录：秘密文件\n收录：通知");
        List<DocumentOutcome> outcomes = run(true, issue);

        assertThat(outcomes)
                .extracting(DocumentOutcome::part, DocumentOutcome::kind, DocumentOutcome::title)
                .containsExactly(
                        tuple(0, OutcomeKind.PUBLISHED, "云州市人民政府公报2023年第3期"),
                        tuple(1, OutcomeKind.PUBLISHED, "办法"),
                        tuple(2, OutcomeKind.HELD, "秘密文件"),
                        tuple(3, OutcomeKind.PUBLISHED, "通知"));
        assertThat(outcomes)
                .extracting(DocumentOutcome::uid)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(outcomes.get(2).reasons()).containsExactly("secrecy: the document bears a secrecy mark");
    }

    @Test
    void aMarkOnAnIssueKeepsEachOfItsDocuments() throws Exception {
        Path issue = file("内刊.txt", "云州市工作内刊\n密级：内部刊物\n收录：办法\n收录：通知");

        assertThat(run(true, issue)).extracting(DocumentOutcome::kind).containsOnly(OutcomeKind.HELD);
        assertThat(world.publisher.events()).isEmpty();
    }

    @Test
    void aDocumentOfWhichNoPublicCopyCanBeMadeIsHeld() throws Exception {
        world.close();
        world = new IngestWorld(folder, url, (original, working, decided, portion, work) -> {
            throw new WorkerFailedException("worker.memory", "the worker took more than 512 MiB");
        });

        assertThat(run(true, file("a.txt", "通知"))).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.HELD);
            assertThat(outcome.reasons()).first().asString().contains("512 MiB");
        });
    }

    @Test
    void whatWasTakenBackIsNotPublishedByTheSameBytes() throws Exception {
        DocumentOutcome first = run(true, file("a.txt", "通知")).get(0);
        world.publisher.withdraw(first.uid(), "错误");

        assertThat(run(true, file("b.txt", "通知"))).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.HELD);
            assertThat(outcome.uid()).isEqualTo(first.uid());
        });
    }

    @Test
    void aFolderIsWalkedWithoutWhatIsNoDocument() throws Exception {
        file("公报/一.txt", "一");
        file("公报/一.txt.meta.json", "{\"indexNumber\":\"7\"}");
        file("公报/一.txt.expected.json", "{}");
        file("公报/README.zh-CN.md", "说明");
        file("公报/.hidden", "x");
        file("公报/.git/config", "x");
        file("公报/下/二.txt", "二");

        assertThat(run(true, files.resolve("公报")))
                .extracting(DocumentOutcome::name)
                .containsExactly("一.txt", "下/二.txt");
        assertThat(world.workers.asked)
                .anySatisfy(options -> assertThat(options)
                        .containsEntry("name", "一.txt")
                        .containsEntry("meta", "{\"indexNumber\":\"7\"}"));
        assertThat(world.workers.asked)
                .anySatisfy(options ->
                        assertThat(options).containsEntry("name", "二.txt").doesNotContainKey("meta"));
    }

    @Test
    void anUploadIsABatchOfItsOwn() throws Exception {
        world.runner.start();
        byte[] bytes = "上传的通知".getBytes(StandardCharsets.UTF_8);
        Batch batch = world.ingest.submit("../上传\0.txt", new ByteArrayInputStream(bytes), null, false);
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::name, DocumentOutcome::kind)
                .containsExactly(tuple("../上传\uFFFD.txt", OutcomeKind.WAITING));
    }

    @Test
    void manyFilesAreDoneOnceEach() throws Exception {
        for (int i = 0; i < 40; i++) {
            file(i + ".txt", "通知" + i / 2);
        }
        AtomicInteger most = new AtomicInteger();
        world.runner.start();
        Batch batch = world.ingest.submit(List.of(files), true);
        Progress progress = world.ingest.awaitDone(batch, each -> most.set(each.done()));

        assertThat(most).hasValue(40);
        assertThat(progress.count(OutcomeKind.PUBLISHED)).isEqualTo(20);
        assertThat(progress.count(OutcomeKind.UNCHANGED)).isEqualTo(20);
        assertThat(world.publisher.events()).hasSize(20);
    }
}
