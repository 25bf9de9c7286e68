package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.search.Duty;
import org.gongbao.search.DutyCursor;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutySearch;
import org.gongbao.web.SiteIdentity;
import org.gongbao.web.site.DutyEvidence.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The duties (任务台账) of all public documents: a page, CSV, JSON and a calendar. The page belongs to the search of this site and
 * shows all; the files are data, and hold duties only of documents whose whole text is open data.
 */
@Controller
class DutiesController {

    private static final int ON_A_PAGE = 50;
    private static final int AT_ONCE = 500;

    private final DutySearch search;
    private final DutyEvidence evidence;
    private final SiteIdentity identity;
    private final Phrases phrases;

    DutiesController(DutySearch search, DutyEvidence evidence, SiteIdentity identity, Phrases phrases) {
        this.search = search;
        this.evidence = evidence;
        this.identity = identity;
        this.phrases = phrases;
    }

    @GetMapping({"/duties", "/duties.{suffix}"})
    @Nullable
    String duties(
            @PathVariable(required = false) @Nullable String suffix,
            @RequestParam MultiValueMap<String, String> given,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ListForm form = ListAnswers.form(suffix, request, ListForm.values());
        DutyQuery query = DutyQuery.of(given);
        DutyFiles files = new DutyFiles(identity.base(), evidence.isKnown());
        Pages pages = new Pages(query, evident(query), form != ListForm.HTML, form == ListForm.HTML);
        DutyResult first = pages.first(form == ListForm.HTML || form == ListForm.JSON ? ON_A_PAGE : AT_ONCE);
        ListAnswers.describe(response, "/duties", form);
        switch (form) {
            case HTML ->
                model.addAttribute("view", DutyView.of(query, first, evidence.of(first.duties()), evidence.isKnown()));
            case JSON ->
                response.getOutputStream()
                        .write(files.json(
                                first,
                                evidence.of(first.duties()),
                                first.next() == null
                                        ? null
                                        : query.behind(first.next()).address(".json")));
            case CSV -> ListAnswers.send(response, out -> csv(first, pages, files, out));
            case ICS -> ListAnswers.send(response, out -> calendar(first, pages, out));
        }
        return form == ListForm.HTML ? "site/duties" : null;
    }

    private Set<String> evident(DutyQuery query) {
        return query.asksForStatus() ? evidence.duties() : Set.of();
    }

    private void csv(DutyResult first, Pages pages, DutyFiles files, Writer out) throws IOException {
        CSVPrinter csv = DutyFiles.csv(out);
        for (DutyResult page = first; page != null; page = pages.after(page)) {
            Map<String, List<Shown>> shown = evidence.of(page.duties());
            for (Duty duty : page.duties()) {
                files.print(duty, shown.getOrDefault(duty.key(), List.of()), csv);
            }
        }
    }

    private void calendar(DutyResult first, Pages pages, Writer out) throws IOException {
        DutyCalendar calendar = new DutyCalendar(out, identity.base());
        calendar.begin(phrases.text("duties.title") + " · " + phrases.text("site.name"));
        for (DutyResult page = first; page != null; page = pages.after(page)) {
            for (Duty duty : page.duties()) {
                calendar.add(duty, duty.isOver() ? phrases.term("validity", duty.validity()) : null);
            }
        }
        calendar.end();
    }

    /** Reads a list on, part by part. */
    private final class Pages {
        private final DutyQuery query;
        private final Set<String> evident;
        private final boolean isOpenOnly;
        private final boolean hasFacets;

        Pages(DutyQuery query, Set<String> evident, boolean isOpenOnly, boolean hasFacets) {
            this.query = query;
            this.evident = evident;
            this.isOpenOnly = isOpenOnly;
            this.hasFacets = hasFacets;
        }

        DutyResult first(int size) {
            return search.search(query.request(evident, size, isOpenOnly, hasFacets));
        }

        @Nullable
        DutyResult after(DutyResult page) {
            DutyCursor next = page.next();
            return next == null
                    ? null
                    : search.search(
                            query.request(evident, AT_ONCE, isOpenOnly, false).from(next, AT_ONCE));
        }
    }
}
