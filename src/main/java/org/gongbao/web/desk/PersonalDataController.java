package org.gongbao.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.privacy.Redaction;
import org.gongbao.privacy.Treatment;
import org.gongbao.publication.Uid;
import org.gongbao.record.PersonalDatum;
import org.gongbao.review.Procedure;
import org.gongbao.review.Redactions;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The personal data of a document, place by place, and what the office decides about each (脱敏). */
@Controller
class PersonalDataController {

    private final Submissions submissions;
    private final WorkingDocuments documents;
    private final Redactions redactions;

    PersonalDataController(Submissions submissions, WorkingDocuments documents, Redactions redactions) {
        this.submissions = submissions;
        this.documents = documents;
        this.redactions = redactions;
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @GetMapping("/desk/submissions/{id}/documents/{uid}/personal-data")
    String page(@PathVariable String id, @PathVariable String uid, Person person, Model model) {
        Submission submission = SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        List<PersonalPlace> places =
                PersonalPlace.of(document.record(), redactions.standing(document.uid(), document.record()));
        model.addAttribute("submission", submission);
        model.addAttribute("document", document);
        model.addAttribute("record", document.record());
        model.addAttribute("places", places);
        model.addAttribute(
                "undecided", places.stream().filter(PersonalPlace::isUndecided).count());
        model.addAttribute(
                "kinds",
                places.stream()
                        .filter(PersonalPlace::isUndecided)
                        .map(PersonalPlace::kind)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("mayDecide", mayDecide(person, submission));
        model.addAttribute("treatments", Treatment.values());
        return "desk/personal-data";
    }

    private static boolean mayDecide(Person person, Submission submission) {
        return Procedure.mayEdit(person, submission)
                && (person.has(Role.PRIVACY_REVIEWER) || person.has(Role.CHIEF_EDITOR));
    }

    private WorkingDocument document(String uid) {
        return documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
    }

    /** What is decided, and on which ground. */
    record Decision(String treatment, String ground, String note) {

        Treatment parsed() {
            return Arrays.stream(Treatment.values())
                    .filter(known -> known.code().equals(treatment))
                    .findFirst()
                    .orElseThrow(() -> Refusal.badRequest("desk.choice", treatment));
        }
    }

    /** Decides about one place. */
    @For({Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @PostMapping("/desk/submissions/{id}/documents/{uid}/personal-data")
    String decide(
            @PathVariable String id,
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam String kind,
            @RequestParam int start,
            @RequestParam int end,
            Decision decision,
            Person person) {
        return decide(
                id,
                uid,
                version,
                person,
                decision,
                datum -> datum.kind().equals(kind) && datum.start() == start && datum.end() == end);
    }

    /** Decides about every place of a kind that is not decided yet. */
    @For({Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @PostMapping("/desk/submissions/{id}/documents/{uid}/personal-data/all")
    String decideAll(
            @PathVariable String id,
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam String kind,
            Decision decision,
            Person person) {
        SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        List<PersonalDatum> undecided = redactions.undecided(document.uid(), document.record());
        return decide(
                id, uid, version, person, decision, datum -> datum.kind().equals(kind) && undecided.contains(datum));
    }

    private String decide(
            String id, String uid, int version, Person person, Decision decision, Predicate<PersonalDatum> which) {
        SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        List<PersonalDatum> places =
                document.record().personalData().stream().filter(which).toList();
        if (places.isEmpty()) {
            throw Refusal.badRequest("desk.place");
        }
        decide(id, version, person, decision, document, places);
        return "redirect:/desk/submissions/" + id + "/documents/" + uid + "/personal-data";
    }

    private void decide(
            String id,
            int version,
            Person person,
            Decision decision,
            WorkingDocument document,
            List<PersonalDatum> places) {
        try {
            submissions.edit(
                    person,
                    id,
                    version,
                    "personal-data " + decision.parsed().code() + " × " + places.size(),
                    sql -> places.forEach(place -> redactions.decide(
                            document.uid(),
                            document.record(),
                            new Redaction(
                                    place.kind(),
                                    place.start(),
                                    place.end(),
                                    decision.parsed(),
                                    Texts.limited(decision.ground(), 200),
                                    person.id(),
                                    Texts.limited(decision.note(), 1_000),
                                    person.has(Role.CHIEF_EDITOR)),
                            person)));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("desk.redaction", String.valueOf(e.getMessage()));
        }
    }

    /** Hides words that no rule found, wherever they stand in the document. The words themselves are kept nowhere. */
    @For({Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @PostMapping("/desk/submissions/{id}/documents/{uid}/personal-data/words")
    String hide(
            @PathVariable String id,
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam String words,
            Person person) {
        SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        List<PersonalDatum> places = PersonalPlace.occurrences(document.record().text(), words.strip());
        if (places.isEmpty()) {
            throw Refusal.badRequest("desk.place");
        }
        decide(id, version, person, new Decision(Treatment.REMOVE.code(), "", ""), document, places);
        return "redirect:/desk/submissions/" + id + "/documents/" + uid + "/personal-data";
    }
}
