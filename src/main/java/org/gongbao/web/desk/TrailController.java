package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.access.TrailEntry;
import org.gongbao.access.TrailFilter;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.SpreadsheetCell;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit administrator's view of the trail: read, filter, export, verify. To export it is itself an entry. */
@Controller
class TrailController {

    private static final int A_PAGE = 100;
    private static final int BATCH = 1_000;

    private final Trail trail;
    private final SiteIdentity identity;

    TrailController(Trail trail, SiteIdentity identity) {
        this.trail = trail;
        this.identity = identity;
    }

    @Bean
    static DeskEntry trailEntry() {
        return new DeskEntry(930, "audit", "/desk/audit", Set.of(Role.AUDIT_ADMINISTRATOR));
    }

    /** What a reader asks for, as the form sends it. */
    record Asked(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String object,
            @Nullable String from,
            @Nullable String until) {}

    @For(Role.AUDIT_ADMINISTRATOR)
    @GetMapping("/desk/audit")
    String page(Asked asked, @RequestParam(required = false) @Nullable String before, Model model) {
        List<TrailEntry> entries = trail.before(filter(asked), number(before), A_PAGE);
        model.addAttribute("asked", asked);
        model.addAttribute("entries", entries);
        model.addAttribute("size", trail.size());
        if (entries.size() == A_PAGE) {
            model.addAttribute("next", entries.get(A_PAGE - 1).number());
        }
        return "desk/audit";
    }

    @For(Role.AUDIT_ADMINISTRATOR)
    @PostMapping("/desk/audit/verify")
    String verify(Person person, Model model) {
        List<String> differences = trail.verify();
        trail.append(person.id(), "audit.verify", "audit", Map.of("differences", Integer.toString(differences.size())));
        model.addAttribute("differences", differences);
        return page(new Asked(null, null, null, null, null), null, model);
    }

    @For(Role.AUDIT_ADMINISTRATOR)
    @GetMapping("/desk/audit.ndjson")
    void lines(HttpServletResponse response, Person person, Asked asked) throws IOException {
        PrintWriter out = export(response, person, "application/x-ndjson", "audit.ndjson");
        all(filter(asked), entry -> {
            out.print(entry.json());
            out.print('\n');
        });
    }

    @For(Role.AUDIT_ADMINISTRATOR)
    @GetMapping("/desk/audit.csv")
    void table(HttpServletResponse response, Person person, Asked asked) throws IOException {
        PrintWriter out = export(response, person, "text/csv", "audit.csv");
        out.print('\uFEFF');
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord("number", "at", "actor", "action", "object", "details", "previous", "hash");
        all(
                filter(asked),
                entry -> csv.printRecord(
                        entry.number(),
                        entry.at(),
                        SpreadsheetCell.safe(entry.actor()),
                        SpreadsheetCell.safe(entry.action()),
                        SpreadsheetCell.safe(entry.object()),
                        CanonicalJson.write(entry.details()),
                        entry.previous(),
                        entry.hash()));
        csv.flush();
    }

    private PrintWriter export(HttpServletResponse response, Person person, String type, String name)
            throws IOException {
        trail.append(person.id(), "audit.export", "audit", Map.of("form", name));
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name);
        return response.getWriter();
    }

    /** Writes an entry somewhere. */
    private interface Sink {
        void take(TrailEntry entry) throws IOException;
    }

    private void all(TrailFilter filter, Sink sink) throws IOException {
        long last = 0;
        for (List<TrailEntry> batch = trail.after(filter, last, BATCH);
                !batch.isEmpty();
                batch = trail.after(filter, last, BATCH)) {
            for (TrailEntry entry : batch) {
                sink.take(entry);
                last = entry.number();
            }
        }
    }

    private TrailFilter filter(Asked asked) {
        return new TrailFilter(
                Forms.blankAsNull(asked.actor()),
                Forms.blankAsNull(asked.action()),
                Forms.blankAsNull(asked.object()),
                day(asked.from(), date -> date),
                day(asked.until(), date -> date.plusDays(1)));
    }

    private @Nullable Instant day(@Nullable String text, Function<LocalDate, LocalDate> bound) {
        String date = Forms.blankAsNull(text);
        if (date == null) {
            return null;
        }
        try {
            return bound.apply(LocalDate.parse(date))
                    .atStartOfDay(identity.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("date", date);
        }
    }

    private static long number(@Nullable String before) {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw Refusal.badRequest("400");
        }
        return Long.parseLong(before);
    }
}
