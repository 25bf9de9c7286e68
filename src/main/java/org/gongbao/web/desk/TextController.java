package org.gongbao.web.desk;

import java.util.List;
import java.util.Objects;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.ReadText;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.record.Place;
import org.gongbao.review.Correction;
import org.gongbao.review.Corrections;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lines and tables of a document's file beside its pages, and what people read in them (校读). */
@Controller
class TextController {

    private static final int LONGEST = 4_000;

    private final Submissions submissions;
    private final WorkingDocuments documents;
    private final Corrections corrections;

    TextController(Submissions submissions, WorkingDocuments documents, Corrections corrections) {
        this.submissions = submissions;
        this.documents = documents;
        this.corrections = corrections;
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @GetMapping("/desk/submissions/{id}/documents/{uid}/text")
    String page(
            @PathVariable String id,
            @PathVariable String uid,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        Submission submission = SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        SeenDocuments.open(submissions, submission, document, person, model);
        model.addAttribute("view", TextView.of(text(document), documents.pages(document), page));
        model.addAttribute(
                "said",
                SaidOf.fields(corrections.of(document.uid()), submissions.history(submission))
                        .getOrDefault(Correction.TEXT, List.of()));
        return "desk/text";
    }

    private ReadText text(WorkingDocument document) {
        return documents.text(document).orElse(new ReadText(List.of(), List.of(), List.of()));
    }

    private WorkingDocument document(String uid) {
        return documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
    }

    /**
     * What a person reads at a place.
     *
     * @param key of the place
     * @param seen what the page showed there
     */
    record Words(String key, String seen, String text, String reason) {}

    @For({Role.SUBMITTER, Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/submissions/{id}/documents/{uid}/text")
    String correct(
            @PathVariable String id,
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean takeBack,
            Words words,
            Person person) {
        SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        Place place = place(text(document), words);
        String text = Texts.limited(words.text(), LONGEST);
        String reason = Texts.limited(words.reason(), 500);
        if (reason.isEmpty()) {
            throw Refusal.badRequest("desk.reason");
        }
        boolean isLine = Objects.requireNonNull(place.read()).cell() == null;
        submissions.edit(
                person,
                id,
                version,
                Correction.TEXT,
                sql -> corrections.correctText(
                        document.uid(),
                        place,
                        takeBack ? null : isLine ? text.replace('\n', ' ') : text,
                        person.id(),
                        reason));
        return "redirect:/desk/submissions/" + id + "/documents/" + uid + "/text?page=" + page;
    }

    /** What is read there now may be other than what the page showed. */
    private static Place place(ReadText text, Words words) {
        return text.find(words.key())
                .filter(place -> Objects.requireNonNull(place.read())
                        .seen()
                        .replaceAll("\\s+", " ")
                        .strip()
                        .equals(words.seen().replaceAll("\\s+", " ").strip()))
                .orElseThrow(() -> Refusal.badRequest("desk.place"));
    }
}
