package org.gongbao.web.desk;

import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.Regressions;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes a document with what people found true of it a sample for later rules (回归样例). */
@Controller
class RegressionController {

    private final Submissions submissions;
    private final WorkingDocuments documents;
    private final Regressions regressions;

    RegressionController(Submissions submissions, WorkingDocuments documents, Regressions regressions) {
        this.submissions = submissions;
        this.documents = documents;
        this.regressions = regressions;
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/submissions/{id}/documents/{uid}/regression")
    String keep(@PathVariable String id, @PathVariable String uid, Person person) {
        Submission submission = submissions.find(id, person).orElseThrow(Refusal::notFound);
        boolean holds = submissions.documents(submission).stream()
                .anyMatch(document ->
                        document.uid() != null && uid.equals(document.uid().value()));
        if (!holds) {
            throw Refusal.notFound();
        }
        WorkingDocument document = documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
        if (!regressions.canKeep(document)) {
            throw Refusal.badRequest("desk.regression");
        }
        regressions.keep(person, document);
        return "redirect:/desk/submissions/" + id + "/documents/" + uid + "#regression";
    }
}
