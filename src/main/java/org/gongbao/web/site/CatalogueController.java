package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.publication.Catalogue;
import org.gongbao.publication.Catalogue.Asked;
import org.gongbao.publication.Catalogue.Entry;
import org.gongbao.publication.Catalogue.Place;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The legal directory (政府信息公开目录) as of any day: a page, CSV and JSON. */
@Controller
class CatalogueController {

    private static final int ON_A_PAGE = 50;
    private static final int AT_ONCE = 500;
    private static final int MOST_VALUES = 100;

    private final ObjectProvider<Catalogue> catalogue;
    private final SiteIdentity identity;
    private final Clock clock;

    CatalogueController(ObjectProvider<Catalogue> catalogue, SiteIdentity identity, Clock clock) {
        this.catalogue = catalogue;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping({"/catalog", "/catalog.{suffix}"})
    @Nullable
    String catalogue(
            @PathVariable(required = false) @Nullable String suffix,
            @RequestParam MultiValueMap<String, String> given,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ListForm form = ListAnswers.form(suffix, request, ListForm.HTML, ListForm.JSON, ListForm.CSV);
        ListParameters parameters = ListParameters.of(given, List.of("agency", "theme", "asOf", "after"));
        LocalDate today = LocalDate.now(clock.withZone(identity.zone()));
        LocalDate day = parameters.day("asOf");
        if (day != null && day.isAfter(today)) {
            throw Refusal.badRequest("catalog.future", day.toString(), today.toString());
        }
        Asked asked = new Asked(day, parameters.first("agency"), parameters.first("theme"), form != ListForm.HTML);
        Place after = after(parameters);
        ListAnswers.describe(response, "/catalog", form);
        if (form == ListForm.CSV) {
            ListAnswers.send(response, out -> csv(asked, after, CatalogueFiles.csv(out)));
            return null;
        }
        Part part = part(asked, after, parameters);
        LocalDate asOf = day == null ? today : day;
        if (form == ListForm.JSON) {
            long all = catalogue.getObject().count(new Asked(day, asked.agency(), asked.theme(), false));
            String next = part.next() == null ? null : part.next().address("/catalog.json");
            response.getOutputStream()
                    .write(CatalogueFiles.json(asOf, part.total(), all - part.total(), part.shown(), next));
            return null;
        }
        model.addAttribute("view", view(parameters, asked, asOf, today, part));
        return "site/catalog";
    }

    /**
     * What a page shows of the directory.
     *
     * @param next leads to what comes behind; null at the end
     */
    private record Part(
            long total, List<Entry> shown, @Nullable ListParameters next) {}

    private Part part(Asked asked, @Nullable Place after, ListParameters parameters) {
        Catalogue entries = catalogue.getObject();
        List<Entry> some = entries.list(asked, after, ON_A_PAGE + 1);
        boolean hasMore = some.size() > ON_A_PAGE;
        List<Entry> shown = hasMore ? some.subList(0, ON_A_PAGE) : some;
        ListParameters next = hasMore
                ? parameters.with(
                        "after", List.of(shown.get(shown.size() - 1).place().toString()))
                : null;
        return new Part(entries.count(asked), shown, next);
    }

    private CatalogueView view(ListParameters parameters, Asked asked, LocalDate asOf, LocalDate today, Part part) {
        Catalogue entries = catalogue.getObject();
        return CatalogueView.of(
                parameters,
                asOf,
                today,
                part.total(),
                part.shown(),
                entries.agencies(asked, MOST_VALUES),
                entries.themes(asked, MOST_VALUES),
                part.next());
    }

    private void csv(Asked asked, @Nullable Place start, CSVPrinter csv) throws IOException {
        Place after = start;
        List<Entry> page;
        do {
            page = catalogue.getObject().list(asked, after, AT_ONCE);
            for (Entry entry : page) {
                CatalogueFiles.print(identity.base(), entry, csv);
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1).place();
        } while (page.size() == AT_ONCE);
    }

    private static @Nullable Place after(ListParameters parameters) {
        String after = parameters.first("after");
        try {
            return after == null ? null : Place.parse(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("cursor", String.valueOf(after));
        }
    }
}
