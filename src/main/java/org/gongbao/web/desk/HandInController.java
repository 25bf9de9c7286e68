package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.review.Submission;
import org.gongbao.review.SubmittedDocument.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The form with which a department hands in a document with its annexes and its interpretation (报送). */
@Controller
class HandInController {

    private static final int MOST_FILES = 50;

    private final Submitting submitting;
    private final DeskTemplates templates;

    HandInController(Submitting submitting, DeskTemplates templates) {
        this.submitting = submitting;
        this.templates = templates;
    }

    @For(Role.SUBMITTER)
    @GetMapping("/desk/submissions/new")
    String form(Model model) {
        model.addAttribute("templates", templates.all());
        model.addAttribute("requestKey", org.gongbao.publication.Uid.mint().value());
        return "desk/hand-in";
    }

    @For(Role.SUBMITTER)
    @PostMapping("/desk/submissions")
    String submit(
            @RequestParam @Nullable MultipartFile main,
            @RequestParam(required = false) @Nullable List<MultipartFile> annexes,
            @RequestParam(required = false) @Nullable MultipartFile interpretation,
            @RequestParam(defaultValue = "") String requestKey,
            Person person,
            Model model,
            HttpServletResponse response) {
        List<Submitting.Upload> uploads = new ArrayList<>();
        add(uploads, main, Kind.MAIN);
        Objects.requireNonNullElse(annexes, List.<MultipartFile>of()).forEach(file -> add(uploads, file, Kind.ANNEX));
        add(uploads, interpretation, Kind.INTERPRETATION);
        boolean hasMain = uploads.stream().anyMatch(upload -> upload.kind() == Kind.MAIN);
        if (!hasMain || uploads.size() > MOST_FILES) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("error", hasMain ? "too-many-files" : "no-main-file");
            return form(model);
        }
        Submission submission = submitting.submit(
                new Submitting.Sender(person.id(), person.name(), Objects.requireNonNull(person.department())),
                uploads,
                requestKey.isBlank() ? null : person.id() + " " + Texts.limited(requestKey, 100));
        return "redirect:/desk/submissions/" + submission.id();
    }

    private static void add(List<Submitting.Upload> uploads, @Nullable MultipartFile file, Kind kind) {
        if (file != null && !file.isEmpty()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            uploads.add(new Submitting.Upload(name, kind, file::getInputStream));
        }
    }
}
