package org.gongbao.web.desk;

import org.gongbao.access.Person;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.review.Procedure;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;
import org.springframework.ui.Model;

/** What a person may see of submissions, as addresses name it. */
final class SeenDocuments {

    private SeenDocuments() {}

    /**
     * The submission, where the person may see it and the document is one of its own.
     *
     * @throws Refusal as if there were none, where it is not so
     */
    static Submission submission(Submissions submissions, String id, String uid, Person person) {
        Submission submission = submissions.find(id, person).orElseThrow(Refusal::notFound);
        boolean holds = submissions.documents(submission).stream()
                .anyMatch(document ->
                        document.uid() != null && document.uid().value().equals(uid));
        if (!holds) {
            throw Refusal.notFound();
        }
        return submission;
    }

    /**
     * Opens a document on a page of its own, with what all such pages show. Who may edit takes the lock, if nobody else has it.
     */
    static void open(
            Submissions submissions, Submission submission, WorkingDocument document, Person person, Model model) {
        boolean mayEdit = Procedure.mayEdit(person, submission);
        boolean isLocked = mayEdit && !submissions.lock(person, submission.id());
        model.addAttribute(
                "submission", submissions.find(submission.id(), person).orElseThrow(Refusal::notFound));
        model.addAttribute("document", document);
        model.addAttribute("record", document.record());
        model.addAttribute("mayEdit", mayEdit && !isLocked);
        model.addAttribute("lockedForOthers", isLocked);
    }
}
