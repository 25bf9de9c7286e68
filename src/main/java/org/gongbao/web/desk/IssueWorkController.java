package org.gongbao.web.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueReleases;
import org.gongbao.web.Refusal;
import org.gongbao.web.SecurityHeaders;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with an issue: put its documents in order, make its edition, release it. */
@Controller
class IssueWorkController {

    private static final int LONGEST_COLUMN = 40;

    private final IssuePlans plans;
    private final IssueReleases releases;
    private final Clock clock;

    IssueWorkController(IssuePlans plans, IssueReleases releases, Clock clock) {
        this.plans = plans;
        this.releases = releases;
        this.clock = clock;
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/imprint")
    String imprint(@PathVariable String uid, @RequestParam int version, ImprintForm form, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        return back(plans.imprint(person, plan.uid(), version, form.imprint()));
    }

    private static String back(IssuePlan plan) {
        return "redirect:/desk/issues/" + plan.uid();
    }

    /** Adds documents at the end of their column. */
    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/documents")
    String add(@PathVariable String uid, @RequestParam MultiValueMap<String, String> form, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        String column = column(Objects.requireNonNullElse(form.getFirst("column"), ""));
        List<Item> items = new ArrayList<>(plans.items(plan));
        int place = 0;
        for (int i = 0; i < items.size(); i++) {
            place = items.get(i).column().equals(column) ? i + 1 : place;
        }
        place = place == 0 ? items.size() : place;
        for (String added : form.getOrDefault("add", List.of())) {
            if (!Uid.isUid(added)) {
                throw Refusal.badRequest("desk.choice", added);
            }
            items.add(place++, new Item(new Uid(added), column, null, null));
        }
        return back(plans.arrange(person, plan.uid(), version(form), items)) + "#documents";
    }

    private static int version(MultiValueMap<String, String> form) {
        return number(Objects.requireNonNullElse(form.getFirst("version"), ""));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("desk.number", text, 0, IssuePlans.MOST_ITEMS);
        }
    }

    private static String column(String text) {
        String column = Texts.limited(text, LONGEST_COLUMN).replace('\n', ' ');
        if (column.isEmpty()) {
            throw Refusal.badRequest("desk.column");
        }
        return column;
    }

    /** Sets order and columns by number fields, and takes documents out; documents of a column stand together. */
    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/order")
    String order(@PathVariable String uid, @RequestParam MultiValueMap<String, String> form, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        Set<String> removed = new HashSet<>(form.getOrDefault("remove", List.of()));
        List<Placed> placed = new ArrayList<>();
        for (Item item : plans.items(plan)) {
            String id = item.uid().value();
            String place = form.getFirst("place-" + id);
            String column = form.getFirst("column-" + id);
            if (place == null || column == null) {
                throw Refusal.badRequest("desk.choice", id);
            }
            if (!removed.contains(id)) {
                placed.add(new Placed(
                        number(place), new Item(item.uid(), column(column), item.firstPage(), item.lastPage())));
            }
        }
        return back(plans.arrange(person, plan.uid(), version(form), sorted(placed))) + "#documents";
    }

    private record Placed(int place, Item item) {}

    private static List<Item> sorted(List<Placed> placed) {
        placed.sort(Comparator.comparingInt(Placed::place));
        Map<String, Integer> first = new HashMap<>();
        placed.forEach(each -> first.putIfAbsent(each.item().column(), first.size()));
        return placed.stream()
                .map(Placed::item)
                .sorted(Comparator.comparing(item -> first.getOrDefault(item.column(), 0)))
                .toList();
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/edition")
    String proof(@PathVariable String uid, @RequestParam int version, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        return back(releases.proof(person, plan.uid(), version));
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/issues/{uid}/edition.pdf")
    ResponseEntity<FileSystemResource> edition(@PathVariable String uid) {
        PackageContent content =
                releases.edition(IssuesController.find(plans, uid)).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Security-Policy", SecurityHeaders.FILE_POLICY)
                .header("Content-Disposition", "inline; filename=\"issue.pdf\"")
                .body(new FileSystemResource(
                        Objects.requireNonNull(content.files().get(PackageContent.PDF))));
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues/{uid}/reopen")
    String reopen(
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        return back(releases.reopen(person, plan.uid(), version, Texts.limited(note)));
    }

    @For(Role.CHIEF_EDITOR)
    @PostMapping("/desk/issues/{uid}/release")
    String release(
            @PathVariable String uid,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String releaseAt,
            Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        return back(releases.release(person, plan.uid(), version, Minutes.of(releaseAt, clock)));
    }

    @For(Role.CHIEF_EDITOR)
    @PostMapping("/desk/issues/{uid}/amend")
    String amend(@PathVariable String uid, @RequestParam int version, @RequestParam String note, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        return back(releases.amend(person, plan.uid(), version, Texts.limited(note)));
    }

    @Fresh
    @For(Role.CHIEF_EDITOR)
    @PostMapping("/desk/issues/{uid}/withdrawal")
    String withdraw(@PathVariable String uid, @RequestParam int version, @RequestParam String note, Person person) {
        IssuePlan plan = IssuesController.find(plans, uid);
        releases.withdraw(person, plan.uid(), version, Texts.limited(note));
        return back(plan);
    }
}
