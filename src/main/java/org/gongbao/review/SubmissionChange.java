package org.gongbao.review;

import java.time.Instant;
import java.time.LocalDate;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.review.Submission.Lock;
import org.jspecify.annotations.Nullable;

/** The next version of a submission; not for use by several threads. */
final class SubmissionChange {

    private final Submission before;
    private State state;
    private int review;
    private @Nullable State heldFrom;
    private @Nullable String title;
    private Statement statement;
    private @Nullable LocalDate dueOn;
    private @Nullable Instant releaseAt;
    private @Nullable String problem;
    private @Nullable Lock lock;
    private @Nullable PublicCorrection amendment;

    SubmissionChange(Submission before) {
        this.before = before;
        this.state = before.state();
        this.review = before.review();
        this.heldFrom = before.heldFrom();
        this.title = before.title();
        this.statement = before.statement();
        this.dueOn = before.dueOn();
        this.releaseAt = before.releaseAt();
        this.problem = before.problem();
        this.lock = before.lock();
        this.amendment = before.amendment();
    }

    /** Where a move leads; a problem of an earlier try is over with any move but the one that says it. */
    SubmissionChange move(Move move, int reviews, String note) {
        state = move.leads(before, reviews);
        review = move.reviewAfter(before, reviews);
        heldFrom = move == Move.HOLD ? before.state() : null;
        problem = move == Move.HOLD_BACK ? note : null;
        if (move == Move.RELEASE) {
            amendment = null;
        }
        if (state != State.SCHEDULED && state != State.PUBLISHED) {
            releaseAt = null;
        }
        return this;
    }

    SubmissionChange title(@Nullable String title) {
        this.title = title;
        return this;
    }

    SubmissionChange statement(Statement statement) {
        this.statement = statement;
        return this;
    }

    SubmissionChange dueOn(@Nullable LocalDate dueOn) {
        this.dueOn = dueOn;
        return this;
    }

    SubmissionChange releaseAt(@Nullable Instant releaseAt) {
        this.releaseAt = releaseAt;
        return this;
    }

    SubmissionChange problem(@Nullable String problem) {
        this.problem = problem;
        return this;
    }

    SubmissionChange lock(@Nullable Lock lock) {
        this.lock = lock;
        return this;
    }

    SubmissionChange amendment(PublicCorrection amendment) {
        this.amendment = amendment;
        return this;
    }

    Submission made() {
        return new Submission(
                before.id(),
                before.department(),
                state,
                review,
                heldFrom,
                before.version() + 1,
                before.batch(),
                title,
                statement,
                before.createdBy(),
                before.createdAt(),
                dueOn,
                releaseAt,
                problem,
                lock,
                amendment);
    }
}
