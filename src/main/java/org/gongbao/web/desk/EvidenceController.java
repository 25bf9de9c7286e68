package org.gongbao.web.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.Regressions;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.review.Corrections;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A document of a submission: its record with evidence beside its pages, and the corrections of its fields. */
@Controller
class EvidenceController {

    private final Submissions submissions;
    private final WorkingDocuments documents;
    private final Corrections corrections;
    private final Regressions regressions;

    EvidenceController(
            Submissions submissions, WorkingDocuments documents, Corrections corrections, Regressions regressions) {
        this.regressions = regressions;
        this.submissions = submissions;
        this.documents = documents;
        this.corrections = corrections;
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @GetMapping("/desk/submissions/{id}/documents/{uid}")
    String page(@PathVariable String id, @PathVariable String uid, Person person, Model model) {
        Submission submission = SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        SeenDocuments.open(submissions, submission, document, person, model);
        model.addAttribute("view", EvidenceView.of(document, documents.pages(document)));
        model.addAttribute("said", SaidOf.fields(corrections.of(document.uid()), submissions.history(submission)));
        boolean mayKeep = person.has(Role.EDITOR) || person.has(Role.CHIEF_EDITOR);
        model.addAttribute("isKept", mayKeep && regressions.isKept(document));
        model.addAttribute("mayKeep", mayKeep && regressions.canKeep(document));
        model.addAttribute("mayDecide", person.isOfOffice());
        return "desk/document";
    }

    private WorkingDocument document(String uid) {
        return documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @GetMapping("/desk/submissions/{id}/documents/{uid}/pages/{number}")
    ResponseEntity<byte[]> image(
            @PathVariable String id, @PathVariable String uid, @PathVariable int number, Person person) {
        SeenDocuments.submission(submissions, id, uid, person);
        byte[] image = documents.image(document(uid), number).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(image);
    }

    /** The original as it came, to be kept beside the desk; a browser shows nothing of it. */
    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @GetMapping("/desk/submissions/{id}/documents/{uid}/original")
    ResponseEntity<Resource> original(@PathVariable String id, @PathVariable String uid, Person person)
            throws IOException {
        SeenDocuments.submission(submissions, id, uid, person);
        WorkingDocument document = document(uid);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(Files.size(document.original()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(FileNames.plain(document.name()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(document.original()));
    }

    @For({Role.SUBMITTER, Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/submissions/{id}/documents/{uid}/fields")
    String correct(
            @PathVariable String id,
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam String field,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean takeBack,
            PlaceForm form,
            Person person) {
        SeenDocuments.submission(submissions, id, uid, person);
        EditedField edited = EditedField.of(field).orElseThrow(() -> Refusal.badRequest("desk.choice", field));
        WorkingDocument document = document(uid);
        String words = Texts.limited(reason, 500);
        if (words.isEmpty()) {
            throw Refusal.badRequest("desk.reason");
        }
        submissions.edit(person, id, version, field, sql -> {
            if (takeBack) {
                corrections.takeBack(document.uid(), edited.getField(), person.id(), words);
            } else {
                corrections.correct(
                        document.uid(),
                        edited.getField(),
                        edited.json(value, document.record()),
                        person.id(),
                        words,
                        document.record(),
                        form.place(documents.pages(document)));
            }
        });
        return "redirect:/desk/submissions/" + id + "/documents/" + uid + "#field-" + field;
    }
}
