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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.archive.Arrival;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Terms;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the queue promises, on whichever database it is. */
@Timeout(60)
abstract class IngestContract {

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private String url = "";
    IngestWorld world;

    abstract String url(Path folder);

    @BeforeEach
    void open() {
        url = url(folder);
        world = new IngestWorld(folder, url);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Path file(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<DocumentOutcome> run(boolean publish, Path... paths) throws InterruptedException {
        world.runner.start();
        Batch batch = world.ingest.submit(List.of(paths), publish);
        world.ingest.awaitDone(batch, progress -> {});
        return world.ingest.outcomes(batch);
    }

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
    void readingAnewPublishesANextVersionOfWhatIsPublicOnly() throws Exception {
        run(true, file("a.txt", "通知"));
        run(false, file("b.txt", "草稿"));
        Batch batch = world.ingest.reprocess();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.PUBLISHED, OutcomeKind.WAITING);
        assertThat(world.publisher.events())
                .extracting(FilePublisher.Event::version, FilePublisher.Event::type)
                .containsExactly(tuple(1, LogEvent.Type.RELEASED), tuple(2, LogEvent.Type.REVISED));
    }

    @Test
    void aDocumentOfAnIssueKeepsItsIdentifierWhenTheIssueIsDividedOtherwise() throws Exception {
        Path issue = file("公报.txt", "公报\n收录：甲\n收录：乙\n收录：丙");
        world.workers.overlooked.add("甲");
        List<DocumentOutcome> first = run(true, issue);
        world.workers.overlooked.clear();
        world.workers.overlooked.add("乙");
        Batch batch = world.ingest.reprocess(first.get(2).uid()).orElseThrow();
        world.ingest.awaitDone(batch, progress -> {});
        List<DocumentOutcome> second = world.ingest.outcomes(batch);

        assertThat(first).extracting(DocumentOutcome::title).containsExactly("公报", "乙", "丙");
        assertThat(second)
                .extracting(DocumentOutcome::part, DocumentOutcome::title, DocumentOutcome::kind)
                .containsExactly(
                        tuple(0, "公报", OutcomeKind.PUBLISHED),
                        tuple(1, "甲", OutcomeKind.WAITING),
                        tuple(2, "丙", OutcomeKind.PUBLISHED),
                        tuple(3, "乙", OutcomeKind.UNCHANGED));
        assertThat(second.get(2).uid()).isEqualTo(first.get(2).uid());
        assertThat(second.get(3).uid()).isEqualTo(first.get(1).uid());
        assertThat(second.get(1).uid())
                .isNotIn(first.stream().map(DocumentOutcome::uid).toList());
        assertThat(second.get(3).reasons()).first().asString().contains("divided otherwise");
        assertThat(world.publisher.events())
                .allSatisfy(event -> assertThat(event.title())
                        .isEqualTo(world.publisher.events().stream()
                                .filter(other -> other.uid().equals(event.uid()))
                                .findFirst()
                                .orElseThrow()
                                .title()));
    }

    @Test
    void aComparisonTellsFieldByFieldWhatWouldChangeAndChangesNothing() throws Exception {
        Uid uid = uid(run(true, file("a.txt", "通知\n密级：秘密")).get(0));
        world.workers.overlooksMarks = true;
        run(true, file("b.txt", "通告\n正文"));
        Uid waiting = uid;
        world.workers.prefix = "新";
        Batch batch = world.ingest.compare();
        world.ingest.awaitDone(batch, progress -> {});
        List<DocumentOutcome> compared = world.ingest.outcomes(batch);
        Batch again = world.ingest.compare(waiting).orElseThrow();
        world.ingest.awaitDone(again, progress -> {});

        assertThat(compared)
                .extracting(DocumentOutcome::kind, DocumentOutcome::reasons)
                .containsExactly(
                        tuple(OutcomeKind.DIFFERS, List.of("title: 通知 → 新通知", "secrecy: 秘密 → null")),
                        tuple(OutcomeKind.DIFFERS, List.of("title: 通告 → 新通告")));
        assertThat(world.ingest.outcomes(again)).hasSize(1).first().isEqualTo(compared.get(0));
        assertThat(world.publisher.events())
                .extracting(FilePublisher.Event::title)
                .containsExactly("通告");
    }

    @Test
    void aComparisonFixesNoIdentifierOfADocumentThatItFinds() throws Exception {
        world.workers.overlooked.add("甲");
        run(true, file("公报.txt", "公报\n收录：甲\n收录：乙"));
        world.workers.overlooked.clear();
        Batch batch = world.ingest.compare();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::title, DocumentOutcome::kind, outcome -> outcome.uid() == null)
                .contains(tuple("甲", OutcomeKind.DIFFERS, true), tuple("乙", OutcomeKind.UNCHANGED, false));
        assertThat(world.documents.ofOriginal(world.documents.origins().get(0).sha256()))
                .hasSize(2);
    }

    @Test
    void whatAPersonSaidOfAFieldStaysWhenTheFileIsReadAnew() throws Exception {
        DocumentOutcome first = run(true, file("a.txt", "通知")).get(0);
        Uid uid = uid(first);
        world.corrections.correct(uid, "title", "\"关于防汛的通知\"", "李馆员", "原件第一页", published(uid));
        world.workers.prefix = "新";
        Batch batch = world.ingest.reprocess();
        world.ingest.awaitDone(batch, progress -> {});

        DocumentRecord record = published(uid);
        assertThat(record.title()).isEqualTo("关于防汛的通知");
        assertThat(record.claims().get("title")).extracting(Claim::rule).containsExactly("person/1");
        assertThat(record.findings()).extracting(Finding::code).contains("field.corrected");
        assertThat(CanonicalJson.write(record)).doesNotContain("李馆员").doesNotContain("原件第一页");
        assertThat(world.ingest.outcomes(batch).get(0).reasons()).containsExactly("title: 通知 → 关于防汛的通知");
        assertThat(uid(world.ingest.outcomes(batch).get(0))).isEqualTo(uid);
    }

    @Test
    void termsThatNobodyKnowsAnyMoreStayThoseOfThePackage() throws Exception {
        Uid uid = uid(run(false, file("a.txt", "通知")).get(0));
        world.terms.put(uid, Terms.SEARCH_ENGINES);
        world.ingest.awaitDone(world.ingest.publish(uid).orElseThrow(), progress -> {});
        assertThat(termsOf(uid)).isEqualTo(Terms.SEARCH_ENGINES);

        world.terms.clear();
        world.workers.prefix = "新";
        world.ingest.awaitDone(world.ingest.reprocess(), progress -> {});
        assertThat(published(uid).title()).startsWith("新");
        assertThat(termsOf(uid)).isEqualTo(Terms.SEARCH_ENGINES);

        world.terms.put(uid, Terms.OPEN);
        world.workers.prefix = "更新";
        world.ingest.awaitDone(world.ingest.reprocess(), progress -> {});
        assertThat(termsOf(uid)).isEqualTo(Terms.OPEN);
    }

    private Terms termsOf(Uid uid) {
        return ((PublicState.Public) world.publisher.find(uid).orElseThrow())
                .document()
                .terms();
    }

    @Test
    void whatAPersonSaidOfOneDocumentOfAnIssueStandsInTheIssueToo() throws Exception {
        List<DocumentOutcome> issue = run(true, file("公报.txt", "公报\n收录：甲\n收录：乙"));
        Uid second = uid(issue.get(2));
        world.corrections.correct(second, "title", "\"丙\"", "李馆员", "目录", published(second));
        Batch batch = world.ingest.reprocess();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::title, DocumentOutcome::uid)
                .containsExactly(
                        tuple("公报", issue.get(0).uid()), tuple("甲", issue.get(1).uid()), tuple("丙", second));
        assertThat(published(uid(issue.get(0))).items())
                .extracting(DocumentRecord::title)
                .containsExactly("甲", "丙");
    }

    private static Uid uid(DocumentOutcome outcome) {
        return Objects.requireNonNull(outcome.uid());
    }

    private DocumentRecord published(Uid uid) {
        return world.publisher
                .find(uid)
                .map(PublicState.Public.class::cast)
                .orElseThrow()
                .document()
                .record();
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
