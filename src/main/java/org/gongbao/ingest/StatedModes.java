package org.gongbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Disclosure;
import org.gongbao.review.Corrections;
import org.gongbao.review.Move;
import org.gongbao.review.Statement;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.review.SubmittedDocument;
import org.jspecify.annotations.Nullable;

/**
 * The mode of disclosure that a department states (公开方式) and what its documents say themselves. A document that says nothing
 * takes the stated mode, as what the person who confirms says of it. One that says another is not overruled: the office
 * decides which is right, and until then nothing of it is released.
 */
public final class StatedModes {

    /** The reason of such a correction, by which a later statement knows it as its own. */
    public static final String REASON = "报送说明";

    private final Submissions submissions;
    private final WorkingDocuments documents;
    private final Corrections corrections;

    StatedModes(Submissions submissions, WorkingDocuments documents, Corrections corrections) {
        this.submissions = submissions;
        this.documents = documents;
        this.corrections = corrections;
    }

    /**
     * Looks at the documents of a submission that is about to be confirmed.
     *
     * @param person identifier of who confirms
     * @return keeps what the statement says of them; to be run in the transaction of the confirmation
     */
    public Runnable confirmedBy(String person, Submission submission) {
        Statement.Mode mode = submission.statement().mode();
        if (mode == null) {
            return () -> {};
        }
        List<WorkingDocument> silent = new ArrayList<>();
        for (SubmittedDocument document : submissions.documents(submission)) {
            find(document)
                    .filter(working -> working.machine().disclosure().mode() == null
                            && !mode.word().equals(working.record().disclosure().mode())
                            && !isDecidedByPerson(working))
                    .ifPresent(silent::add);
        }
        return () -> silent.forEach(working -> corrections.correct(
                working.uid(),
                "disclosure",
                CanonicalJson.write(working.record().disclosure().withMode(mode.word())),
                person,
                REASON,
                working.record()));
    }

    /**
     * Does the same for a submission that was confirmed before its files were read, as machines confirm. Nothing happens where it
     * is not confirmed, or none of its documents is there yet.
     */
    public void catchUp(String id) {
        submissions
                .find(id)
                .filter(submission -> !submission.state().isWithDepartment())
                .ifPresent(submission -> submissions.history(submission).stream()
                        .filter(step -> step.move() == Move.CONFIRM)
                        .reduce((first, last) -> last)
                        .ifPresent(
                                step -> confirmedBy(step.person(), submission).run()));
    }

    private boolean isDecidedByPerson(WorkingDocument working) {
        return corrections.standing(working.uid()).stream()
                .anyMatch(correction -> correction.field().equals("disclosure")
                        && !correction.reason().equals(REASON));
    }

    /** The mode that a main document says where the statement says another; null where they agree, or one is silent. */
    public static @Nullable String contradiction(Submission submission, SubmittedDocument document, Disclosure says) {
        Statement.Mode stated = submission.statement().mode();
        boolean differs =
                stated != null && says.mode() != null && !stated.word().equals(says.mode());
        return differs && document.kind() == SubmittedDocument.Kind.MAIN ? says.mode() : null;
    }

    private Optional<WorkingDocument> find(SubmittedDocument document) {
        boolean isMain = document.kind() == SubmittedDocument.Kind.MAIN && document.part() == 0;
        return isMain && document.uid() != null
                ? documents.find(Objects.requireNonNull(document.uid()))
                : Optional.empty();
    }
}
