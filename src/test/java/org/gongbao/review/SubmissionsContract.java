package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongbao.Canary;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.archive.JournalFile;
import org.gongbao.privacy.TreatmentPolicy;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.review.SubmittedDocument.Kind;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What submissions promise on every database. */
abstract class SubmissionsContract {

    @TempDir
    Path folder;

    private final List<String> trail = new ArrayList<>();
    private Instant now = Instant.parse("2024-03-01T08:00:00Z");
    private Database database;
    private Submissions submissions;
    private SubmissionIntake intake;
    private DocumentReadings readings;
    private Releases releases;
    private DeskQueues queues;

    abstract String newDatabase(Path folder);

    @BeforeEach
    void open() {
        database = Database.open(newDatabase(folder));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        AuditTrail audit = (sql, actor, action, object, details) -> {
            synchronized (trail) {
                trail.add(action);
            }
        };
        submissions = new Submissions(database, audit, new DeskSettings(3, Duration.ofMinutes(15), 20), clock);
        intake = new SubmissionIntake(database, submissions, audit, clock);
        readings = new DocumentReadings(database, submissions);
        releases = new Releases(database, submissions);
        queues = new DeskQueues(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Submission received(long batch) {
        Map<String, Kind> files = new LinkedHashMap<>(Map.of("通知.docx", Kind.MAIN));
        files.put("附件.xlsx", Kind.ANNEX);
        Submission opened = intake.open(new SubmissionIntake.Opening(
                Cases.SUBMITTER.id(), Cases.SUBMITTER.name(), Cases.DEPARTMENT, batch, files, null));
        return submissions.happened(opened.id(), Move.RECEIVE, "").orElseThrow();
    }

    private Submission confirmed(long batch) {
        Submission draft = received(batch);
        Submission stated = submissions.state(Cases.SUBMITTER, draft.id(), draft.version(), Cases.STATED);
        return submissions.move(Cases.SUBMITTER, stated.id(), stated.version(), Move.CONFIRM, "");
    }

    private Submission move(Person person, Submission submission, Move move) {
        return submissions.move(person, submission.id(), submission.version(), move, "事由");
    }

    private Submission approved(long batch) {
        Submission endorsed = move(Cases.APPROVER, confirmed(batch), Move.ENDORSE);
        Submission taken = move(Cases.EDITOR, endorsed, Move.TAKE);
        Submission first = move(Cases.EDITOR, taken, Move.PASS);
        Submission second = move(Cases.SECOND_EDITOR, first, Move.PASS);
        return move(Cases.CHIEF, second, Move.PASS);
    }

    @Test
    void aSubmissionGoesAllTheWayAndTheHistoryTellsOfIt() {
        Submission approved = approved(1);

        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(submissions.history(approved))
                .extracting(Step::move)
                .containsExactly(
                        Move.RECEIVE, null, Move.CONFIRM, Move.ENDORSE, Move.TAKE, Move.PASS, Move.PASS, Move.PASS);
        assertThat(trail)
                .containsExactly(
                        "submission.open",
                        "submission.receive",
                        "submission.edit",
                        "submission.confirm",
                        "submission.endorse",
                        "submission.take",
                        "submission.pass",
                        "submission.pass",
                        "submission.pass");
    }

    @Test
    void theLogPublishesTheSubmissionWithItsMainDocument() {
        Uid main = Uid.mint();
        Uid annex = Uid.mint();
        Submission approved = approved(4);
        readings.read(new DocumentReadings.Read(4, "通知.docx", 0, main, "关于防汛的通知", "waiting", null));
        readings.read(new DocumentReadings.Read(4, "附件.xlsx", 0, annex, null, "waiting", null));
        assertThat(readings.obstacle(main)).isPresent();

        submissions.schedule(Cases.CHIEF, approved.id(), approved.version(), now);
        Submission scheduled = releases.unasked().get(0);
        assertThat(scheduled.title()).isEqualTo("关于防汛的通知");
        assertThat(releases.documents(scheduled)).containsExactly(main, annex);
        assertThat(readings.obstacle(main)).isEmpty();
        releases.asked(scheduled, List.of(5L, 6L));
        assertThat(releases.unasked()).isEmpty();
        assertThat(releases.asked().get(0).batches()).containsExactly(5L, 6L);

        happens(annex, LogEvent.Type.RELEASED);
        assertThat(state(scheduled)).isEqualTo(State.SCHEDULED);
        happens(main, LogEvent.Type.RELEASED);
        assertThat(state(scheduled)).isEqualTo(State.PUBLISHED);
        happens(main, LogEvent.Type.REVISED);
        assertThat(state(scheduled)).isEqualTo(State.PUBLISHED);
        happens(main, LogEvent.Type.WITHDRAWN);
        assertThat(state(scheduled)).isEqualTo(State.WITHDRAWN);
    }

    private State state(Submission submission) {
        return submissions.find(submission.id()).orElseThrow().state();
    }

    private void happens(Uid uid, LogEvent.Type type) {
        database.write(sql -> {
            releases.within(sql, new LogEvent(1, now, type, uid, 1, "0".repeat(64), "0".repeat(64)));
            return uid;
        });
    }

    @Test
    void whatAGateHoldsComesBackWithItsReasonAndCanBeTriedAgain() {
        Submission approved = approved(1);
        Submission scheduled = submissions.schedule(Cases.CHIEF, approved.id(), approved.version(), now);
        releases.asked(scheduled, List.of(5L));

        releases.answered(scheduled, "personal-data: 2 undecided");

        Submission back = submissions.find(approved.id()).orElseThrow();
        assertThat(back.state()).isEqualTo(State.APPROVED);
        assertThat(back.problem()).isEqualTo("personal-data: 2 undecided");
        assertThat(queues.list(Cases.EDITOR, Queue.DISPUTED, 0, 10))
                .extracting(Submission::id)
                .containsExactly(approved.id());
        submissions.schedule(Cases.CHIEF, back.id(), back.version(), now);
        assertThat(releases.unasked()).hasSize(1);
    }

    @Test
    void ofFortyApprovalsAtOnceOneWinsAndTheOthersLearnOfIt() throws Exception {
        Submission waiting = confirmed(1);
        List<Callable<String>> tries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Person approver =
                    new Person("p-approver-" + i, "审核人" + i, Cases.DEPARTMENT, Set.of(Role.DEPARTMENT_APPROVER));
            tries.add(() -> {
                try {
                    return move(approver, waiting, Move.ENDORSE).state().code();
                } catch (StaleSubmissionException e) {
                    return "stale at " + e.current().state().code();
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> results = new ArrayList<>();
        try {
            for (Future<String> result : threads.invokeAll(tries)) {
                results.add(result.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(results).filteredOn("submitted"::equals).hasSize(1);
        assertThat(results).filteredOn("stale at submitted"::equals).hasSize(39);
        assertThat(submissions.history(waiting))
                .filteredOn(step -> step.move() == Move.ENDORSE)
                .hasSize(1);
    }

    @Test
    void aRefusedMoveChangesNothing() {
        Submission waiting = confirmed(1);

        assertThatThrownBy(() -> move(Cases.SUBMITTER, waiting, Move.ENDORSE))
                .isInstanceOfSatisfying(
                        SubmissionRefusedException.class,
                        e -> assertThat(e.word()).isEqualTo("not-your-role"));
        assertThatThrownBy(() -> submissions.move(Cases.APPROVER, waiting.id(), waiting.version(), Move.REFUSE, " "))
                .isInstanceOfSatisfying(
                        SubmissionRefusedException.class,
                        e -> assertThat(e.word()).isEqualTo("needs-reason"));
        assertThatThrownBy(() -> move(Cases.STRANGER, waiting, Move.ENDORSE))
                .isInstanceOfSatisfying(
                        SubmissionRefusedException.class,
                        e -> assertThat(e.word()).isEqualTo("not-found"));
        assertThat(submissions.find(waiting.id())).contains(waiting);
    }

    @Test
    void whoIsNotFirstLearnsWhoIsEditingAndUntilWhen() {
        Submission endorsed = move(Cases.APPROVER, confirmed(1), Move.ENDORSE);
        assertThat(submissions.lock(Cases.EDITOR, endorsed.id())).isTrue();
        Submission locked = submissions.find(endorsed.id()).orElseThrow();

        assertThat(submissions.lock(Cases.SECOND_EDITOR, endorsed.id())).isFalse();
        assertThat(submissions.isLockedForOthers(locked, Cases.SECOND_EDITOR)).isTrue();
        assertThatThrownBy(
                        () -> submissions.edit(Cases.SECOND_EDITOR, locked.id(), locked.version(), "title", sql -> {}))
                .isInstanceOfSatisfying(
                        StaleSubmissionException.class,
                        e -> assertThat(e.current().lock().name()).isEqualTo(Cases.EDITOR.name()));

        now = now.plus(Duration.ofMinutes(15));
        assertThat(submissions.lock(Cases.SECOND_EDITOR, endorsed.id())).isTrue();
    }

    @Test
    void everybodyFindsTheirOwnOnTheDesk() {
        Submission waiting = confirmed(1);
        received(2);
        approved(3);

        assertThat(queues.counts(Cases.APPROVER).get(Queue.WAITING)).isEqualTo(1);
        assertThat(queues.list(Cases.APPROVER, Queue.WAITING, 0, 10))
                .extracting(Submission::id)
                .containsExactly(waiting.id());
        assertThat(queues.counts(Cases.SUBMITTER).get(Queue.ALL)).isEqualTo(3);
        assertThat(queues.counts(Cases.STRANGER).get(Queue.ALL)).isZero();
        assertThat(queues.counts(Cases.EDITOR).get(Queue.ALL)).isEqualTo(1);
        assertThat(queues.counts(Cases.EDITOR).get(Queue.SCHEDULED)).isEqualTo(1);
        assertThat(queues.counts(Cases.KEEPER).get(Queue.ALL)).isZero();
    }

    @Test
    void theSameRequestIsFoundAgain() {
        Submission opened = intake.open(
                new SubmissionIntake.Opening("t-1", "令牌", Cases.DEPARTMENT, 9, Map.of("a.pdf", Kind.MAIN), "key-1"));

        assertThat(intake.open(new SubmissionIntake.Opening(
                        "t-1", "令牌", Cases.DEPARTMENT, 10, Map.of("a.pdf", Kind.MAIN), "key-1")))
                .isEqualTo(opened);
    }

    private static final String CANARY = "金丝雀";

    private Submission withWordsEverywhere(Uid uid) {
        Submission opened = intake.open(new SubmissionIntake.Opening(
                Cases.SUBMITTER.id(),
                Cases.SUBMITTER.name(),
                Cases.DEPARTMENT,
                8,
                Map.of(CANARY + ".zip", Kind.MAIN),
                CANARY + "-1"));
        submissions.happened(opened.id(), Move.RECEIVE, "");
        readings.read(new DocumentReadings.Read(8, CANARY + ".zip", 1, uid, CANARY, "held", CANARY + "里有身份证号"));
        Submission read = submissions.find(opened.id()).orElseThrow();
        Statement stated = new Statement(
                Statement.Mode.PROACTIVE,
                20,
                "依据" + CANARY,
                "审核人乙",
                Statement.Interpretation.NONE,
                "",
                CANARY + "无需解读",
                Reach.OPEN_DATA,
                Statement.Openness.UNCONDITIONAL);
        submissions.state(Cases.SUBMITTER, read.id(), read.version(), stated);
        submissions.comment(Cases.SUBMITTER, read.id(), "请看" + CANARY);
        database.write(sql -> sql.sql("update submission set problem = ?, amendment = ? where id = ?")
                .params(CANARY, CANARY, read.id())
                .update());
        return submissions.find(read.id()).orElseThrow();
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (String table : List.of("submission", "submission_document", "submission_step", "document_likeness")) {
            rows.append(database.read().sql("select * from " + table).query().listOfRows());
        }
        return rows.toString();
    }

    @Test
    void nothingThatWasWrittenToAnErasedDocumentIsLeftButWhoDidWhatAndWhen() throws IOException {
        Uid uid = Uid.mint();
        Submission before = withWordsEverywhere(uid);
        new LikeDocuments(database, submissions).note(uid, flood(CANARY));
        List<Step> done = submissions.history(before);
        assertThat(rows()).contains(CANARY);
        AuditTrail audit = (sql, actor, action, object, details) -> {};
        Clock clock = Clock.fixed(now, ZoneId.of("Asia/Shanghai"));

        new ReviewTraces(
                        database,
                        new Corrections(database, new JournalFile(folder.resolve("corrections.jsonl")), clock),
                        new Redactions(
                                database,
                                new JournalFile(folder.resolve("redactions.jsonl")),
                                folder.resolve("key"),
                                TreatmentPolicy.over(null),
                                audit,
                                clock))
                .destroy(uid);
        assertThat(database.compact()).isTrue();

        assertThat(rows()).doesNotContain(CANARY).contains(uid.value());
        assertThat(database.read()
                        .sql("select count(*) from document_likeness")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Canary.holding(folder, CANARY)).isEmpty();
        Submission after = submissions.find(before.id()).orElseThrow();
        assertThat(after.statement()).isEqualTo(before.statement().withoutWords());
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(submissions.history(after))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("note")
                .isEqualTo(done);
        assertThat(submissions.history(after))
                .filteredOn(step -> step.kind() == Step.Kind.EDIT)
                .extracting(Step::note)
                .containsExactly("statement");
        assertThat(submissions.documents(after))
                .extracting(SubmittedDocument::part)
                .containsExactly(0, 1);
    }

    private static final Person LEARNER = new Person("p-learner", "报送员", "云州市教育局", Set.of(Role.SUBMITTER));

    private static DocumentRecord flood(String title) {
        return DocumentRecord.builder(new Source("a.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false))
                .title(title)
                .issuers(List.of(Cases.DEPARTMENT))
                .text("各县区水利局：为做好今年汛期各项准备，请对辖区水库、堤防、涵闸逐一排查，建立台账，落实责任人，" + "于四月底前报送排查情况，并组织抢险队伍开展演练，储备砂石、编织袋、照明器材等物资。")
                .build();
    }

    private Submission holding(Person by, long batch, Uid uid, LikeDocuments likes, DocumentRecord record) {
        Submission opened = intake.open(new SubmissionIntake.Opening(
                by.id(), by.name(), String.valueOf(by.department()), batch, Map.of("a.txt", Kind.MAIN), null));
        Submission submission =
                submissions.happened(opened.id(), Move.RECEIVE, "").orElseThrow();
        readings.read(new DocumentReadings.Read(batch, "a.txt", 0, uid, record.title(), "waiting", null));
        likes.note(uid, record);
        return submission;
    }

    @Test
    void aPersonLearnsOfLikeSubmissionsOnlyWhereThePersonMaySeeThem() {
        LikeDocuments likes = new LikeDocuments(database, submissions);
        Uid uid = Uid.mint();
        DocumentRecord record = flood("关于汛前准备工作的通知");
        Submission own = holding(Cases.SUBMITTER, 21, uid, likes, record);
        Uid twin = Uid.mint();
        holding(Cases.SUBMITTER, 22, twin, likes, flood("关于“汛前准备”工作的通知"));
        Uid foreign = Uid.mint();
        Submission foreigners = holding(LEARNER, 23, foreign, likes, flood("关于做好汛前检查的通知"));

        assertThat(likes.of(Cases.SUBMITTER, own, uid, record)).singleElement().satisfies(like -> {
            assertThat(like.uid()).isEqualTo(twin);
            assertThat(like.isSameTitle()).isTrue();
            assertThat(like.percent()).isEqualTo(100);
        });
        assertThat(likes.of(LEARNER, foreigners, foreign, flood("关于做好汛前检查的通知"))).isEmpty();
        assertThat(likes.of(Cases.EDITOR, own, uid, record)).isEmpty();

        database.write(
                sql -> sql.sql("update submission set state = 'submitted'").update());
        assertThat(likes.of(Cases.EDITOR, own, uid, record))
                .extracting(LikeDocuments.Like::uid)
                .containsExactlyInAnyOrder(twin, foreign);
        assertThat(likes.of(Cases.SUBMITTER, own, uid, record))
                .extracting(LikeDocuments.Like::uid)
                .containsExactly(twin);
        assertThat(likes.of(Cases.KEEPER, own, uid, record)).isEmpty();

        database.write(sql -> LikeDocuments.forget(sql, twin));
        database.write(sql -> sql.sql("update submission set state = 'declined' where id = ?")
                .param(foreigners.id())
                .update());
        assertThat(likes.of(Cases.EDITOR, own, uid, record)).isEmpty();
    }
}
