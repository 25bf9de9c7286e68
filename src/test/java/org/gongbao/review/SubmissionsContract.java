package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Uid;
import org.gongbao.review.SubmittedDocument.Kind;
import org.junit.jupiter.api.Test;

/** What submissions promise on every database. */
abstract class SubmissionsContract extends OnSubmissions {

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
    void theSameRequestIsFoundAgain() {
        Submission opened = intake.open(
                new SubmissionIntake.Opening("t-1", "令牌", Cases.DEPARTMENT, 9, Map.of("a.pdf", Kind.MAIN), "key-1"));

        assertThat(intake.open(new SubmissionIntake.Opening(
                        "t-1", "令牌", Cases.DEPARTMENT, 10, Map.of("a.pdf", Kind.MAIN), "key-1")))
                .isEqualTo(opened);
    }
}
