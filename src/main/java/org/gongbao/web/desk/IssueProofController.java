package org.gongbao.web.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueProofs;
import org.gongbao.review.IssueState;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The printer's PDF of an issue on the desk (印刷版核对): its pages, and where it differs from what is published. */
@Controller
class IssueProofController {

    private static final int LONGEST_PAGES = 200;
    private static final int LONGEST_ERRATUM = 500;

    private final IssuePlans plans;
    private final IssueProofs proofs;
    private final PublishedDocuments documents;

    IssueProofController(IssuePlans plans, IssueProofs proofs, PublishedDocuments documents) {
        this.plans = plans;
        this.proofs = proofs;
        this.documents = documents;
    }

    /** A document with its pages. */
    record Shown(Item item, String title) {}

    /** A difference with the document that it is in. */
    record ShownDifference(IssuePlan.Difference difference, String title) {}

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/issues/{uid}/proof")
    String page(@PathVariable String uid, Model model) {
        IssuePlan plan = IssuesController.find(plans, uid);
        model.addAttribute("plan", plan);
        model.addAttribute("isDraft", plan.state() == IssueState.DRAFT);
        model.addAttribute("isSealed", proofs.isSealed(plan));
        model.addAttribute("unassigned", proofs.unassigned(plan));
        model.addAttribute(
                "items",
                plans.items(plan).stream()
                        .map(item -> new Shown(item, title(item.uid())))
                        .toList());
        model.addAttribute(
                "differences",
                plans.differences(plan).stream()
                        .map(each -> new ShownDifference(each, title(each.uid())))
                        .toList());
        return "desk/issue-proof";
    }

    private String title(Uid uid) {
        return documents.find(uid).orElse(null) instanceof PublicState.Public found
                ? Objects.requireNonNullElse(found.document().record().displayTitle(), uid.value())
                : uid.value();
    }

    private static String back(IssuePlan plan) {
        return "redirect:/desk/issues/" + plan.uid() + "/proof";
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/printed")
    String printed(
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Person person)
            throws IOException {
        IssuePlan plan = IssuesController.find(plans, uid);
        if (file == null || file.isEmpty()) {
            return back(proofs.withoutPrinted(person, plan.uid(), version));
        }
        Path kept = Files.createTempFile("printed", ".pdf");
        try (InputStream in = file.getInputStream()) {
            Files.copy(in, kept, StandardCopyOption.REPLACE_EXISTING);
            return back(proofs.printed(person, plan.uid(), version, kept));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/pages")
    String pages(@PathVariable String uid, @RequestParam MultiValueMap<String, String> form, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        Map<Uid, IssueProofs.Pages> pages = new HashMap<>();
        for (Item item : plans.items(plan)) {
            String first = Objects.requireNonNullElse(form.getFirst("first-" + item.uid()), "");
            String last = Objects.requireNonNullElse(form.getFirst("last-" + item.uid()), "");
            if (!first.isBlank()) {
                int from = number(first);
                pages.put(item.uid(), new IssueProofs.Pages(from, last.isBlank() ? from : number(last)));
            }
        }
        String other = Texts.limited(Objects.requireNonNullElse(form.getFirst("other"), ""), LONGEST_PAGES);
        int version = number(Objects.requireNonNullElse(form.getFirst("version"), ""));
        return back(proofs.assign(person, plan.uid(), version, pages, other));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("desk.number", text, 1, 9_999);
        }
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/comparison")
    String compare(@PathVariable String uid, @RequestParam int version, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        return back(proofs.compare(person, plan.uid(), version)) + "#differences";
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/errata")
    String erratum(
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam int number,
            @RequestParam String note,
            Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        String text = Texts.limited(note, LONGEST_ERRATUM);
        return back(proofs.erratum(person, plan.uid(), version, number, text)) + "#differences";
    }
}
