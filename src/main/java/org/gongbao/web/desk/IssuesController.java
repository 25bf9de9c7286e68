package org.gongbao.web.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.RecentDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueReleases;
import org.gongbao.review.IssueState;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Issues of gazettes on the desk (公报编排): all of them, and where each stands. */
@Controller
class IssuesController {

    /** Most documents that are offered at once. */
    private static final int MOST = 100;

    private final IssuePlans plans;
    private final IssueReleases releases;
    private final PublishedDocuments documents;
    private final RecentDocuments recent;
    private final Clock clock;

    IssuesController(
            IssuePlans plans,
            IssueReleases releases,
            PublishedDocuments documents,
            RecentDocuments recent,
            Clock clock) {
        this.plans = plans;
        this.releases = releases;
        this.documents = documents;
        this.recent = recent;
        this.clock = clock;
    }

    @Bean
    static DeskEntry issuesEntry() {
        return new DeskEntry(100, "issues", "/desk/issues", Set.of(Role.EDITOR, Role.CHIEF_EDITOR));
    }

    /** A document of an issue as the page shows it. */
    record Shown(
            IssuePlan.Item item, String title, @Nullable String documentNumber, int version, boolean isGone) {}

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/issues")
    String list(Model model) {
        List<IssuePlan> all = plans.list();
        model.addAttribute("plans", all);
        model.addAttribute("last", all.isEmpty() ? null : all.get(0).imprint());
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/issues";
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/issues")
    String create(ImprintForm form, Person person) {
        return "redirect:/desk/issues/" + plans.create(person, form.imprint()).uid();
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/issues/{uid}")
    String page(
            @PathVariable String uid,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "") String words,
            Person person,
            Model model) {
        IssuePlan plan = find(plans, uid);
        List<Shown> items = plans.items(plan).stream().map(this::shown).toList();
        LocalDate from = since == null ? sinceLast(plan) : day(since);
        model.addAttribute("plan", plan);
        model.addAttribute("items", items);
        model.addAttribute("isDraft", plan.state() == IssueState.DRAFT);
        model.addAttribute("history", plans.history(plan));
        model.addAttribute("missing", releases.missing(plan));
        model.addAttribute("gone", releases.gone(plan));
        model.addAttribute("problem", releases.problem(plan).orElse(null));
        model.addAttribute("mayRelease", releases.mayRelease(person, plan));
        model.addAttribute("isChief", person.has(Role.CHIEF_EDITOR));
        model.addAttribute("columns", columns(items));
        model.addAttribute("since", from);
        model.addAttribute("words", words);
        model.addAttribute("found", plan.state() == IssueState.DRAFT ? offered(items, from, words) : List.of());
        return "desk/issue";
    }

    static IssuePlan find(IssuePlans plans, String uid) {
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        return plans.find(new Uid(uid)).orElseThrow(Refusal::notFound);
    }

    private Shown shown(IssuePlan.Item item) {
        if (documents.find(item.uid()).orElse(null) instanceof PublicState.Public found) {
            var document = found.document();
            String title = document.record().displayTitle();
            return new Shown(
                    item,
                    Objects.requireNonNullElse(title, item.uid().value()),
                    document.record().documentNumber(),
                    document.version(),
                    false);
        }
        return new Shown(item, "", null, 0, true);
    }

    private static List<String> columns(List<Shown> items) {
        return items.stream().map(each -> each.item().column()).distinct().toList();
    }

    /** The day of the last issue of the series that is out; what came after it has not been in an issue. */
    private @Nullable LocalDate sinceLast(IssuePlan plan) {
        return plans.list().stream()
                .filter(each -> each.state() == IssueState.RELEASED
                        && each.imprint().series().equals(plan.imprint().series()))
                .map(each -> each.imprint().date())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.badRequest("desk.day", text);
        }
    }

    private List<RecentDocuments.Row> offered(List<Shown> items, @Nullable LocalDate since, String words) {
        Set<Uid> here = new HashSet<>();
        items.forEach(each -> here.add(each.item().uid()));
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(clock.getZone()).toInstant();
        List<RecentDocuments.Row> found = new ArrayList<>(recent.find(from, words, MOST));
        found.removeIf(row -> here.contains(row.uid()));
        return found;
    }
}
