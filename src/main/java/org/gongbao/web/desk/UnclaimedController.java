package org.gongbao.web.desk;

import java.util.List;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.review.Submission;
import org.gongbao.review.SubmissionIntake;
import org.gongbao.review.SubmittedDocument;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.web.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Documents that came in without a department, such as old issues from a folder, on their way to the desk (待领取). */
@Controller
class UnclaimedController {

    private static final int ROWS = 50;

    /** So many are looked through for the one that is taken. */
    private static final int MOST = 100_000;

    private final Ingest ingest;
    private final SubmissionIntake intake;
    private final GongbaoSettings settings;

    UnclaimedController(Ingest ingest, SubmissionIntake intake, GongbaoSettings settings) {
        this.ingest = ingest;
        this.intake = intake;
        this.settings = settings;
    }

    @Bean
    static DeskEntry unclaimedEntry() {
        return new DeskEntry(150, "unclaimed", "/desk/unclaimed", Set.of(Role.EDITOR, Role.CHIEF_EDITOR));
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/unclaimed")
    String page(@RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.max(1, page);
        List<DocumentOutcome> rows = ingest.unclaimed((shown - 1) * ROWS, ROWS + 1);
        model.addAttribute("documents", rows.subList(0, Math.min(ROWS, rows.size())));
        model.addAttribute("page", shown);
        model.addAttribute("hasMore", rows.size() > ROWS);
        return "desk/unclaimed";
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/unclaimed")
    String take(@RequestParam String uid, Person person) {
        DocumentOutcome document = ingest.unclaimed(0, MOST).stream()
                .filter(each -> each.uid() != null && each.uid().value().equals(uid))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Batch batch = ingest.open();
        ingest.close(batch);
        Submission submission = intake.adopt(
                person,
                settings.publisher(),
                batch.id(),
                new SubmittedDocument(
                        "",
                        document.name(),
                        document.part(),
                        SubmittedDocument.Kind.MAIN,
                        document.uid(),
                        document.title(),
                        document.kind().code(),
                        document.reasons().isEmpty() ? null : String.join("; ", document.reasons())));
        return "redirect:/desk/submissions/" + submission.id();
    }
}
