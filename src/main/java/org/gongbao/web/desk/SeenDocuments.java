package org.gongbao.web.desk;

import org.gongbao.access.Person;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;

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
}
