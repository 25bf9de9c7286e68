package org.gongbao.review;

import java.time.Instant;
import java.time.LocalDate;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * Documents that a department hands in together (稿件): a document with its annexes and its interpretation.
 *
 * @param id opaque, never used again
 * @param review the number of the review it is in or has passed last, from 1; 0 before the first
 * @param heldFrom the state to which it comes back from being held
 * @param version grows with every change; who changes it says which one was seen
 * @param batch of the queue that its files came in
 * @param title of its document once that is read
 * @param createdBy identifier of the person or token that handed it in
 * @param dueOn the last of the working days in which it is to be published; null until it is known
 * @param releaseAt the minute of its release, null for none
 * @param problem why a release did not come about
 * @param amendment the correction of the published document that is on its way, null for none
 */
public record Submission(
        String id,
        String department,
        State state,
        int review,
        @Nullable State heldFrom,
        int version,
        long batch,
        @Nullable String title,
        Statement statement,
        String createdBy,
        Instant createdAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant releaseAt,
        @Nullable String problem,
        @Nullable Lock lock,
        @Nullable PublicCorrection amendment) {

    /** One that begins now. */
    static Submission begun(String department, State state, long batch, String createdBy, Instant now) {
        return new Submission(
                Uid.mint().value(),
                department,
                state,
                0,
                null,
                0,
                batch,
                null,
                Statement.EMPTY,
                createdBy,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * Who is editing it (编辑锁).
     *
     * @param until when it ends by itself
     */
    public record Lock(String person, String name, Instant until) {}
}
