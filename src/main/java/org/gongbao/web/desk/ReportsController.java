package org.gongbao.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.access.Accounts;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.notification.ReaderReport;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.notification.ReaderReports;
import org.gongbao.web.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Readers' reports of mistakes: the gazette office reads them, follows them up, and says what came of each. */
@Controller
class ReportsController {

    private static final int ROWS = 50;

    private final ReaderReports reports;
    private final Accounts accounts;

    ReportsController(ReaderReports reports, Accounts accounts) {
        this.reports = reports;
        this.accounts = accounts;
    }

    @Bean
    static DeskEntry reportsEntry() {
        return new DeskEntry(310, "reports", "/desk/reports", Set.of(Role.EDITOR, Role.CHIEF_EDITOR));
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/reports")
    String page(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean open = !state.equals("closed");
        int shown = Math.min(Math.max(1, page), 1_000_000);
        List<ReaderReport> rows = reports.list(open, (shown - 1) * ROWS, ROWS);
        model.addAttribute("open", open);
        model.addAttribute("counts", Map.of("open", reports.count(true), "closed", reports.count(false)));
        model.addAttribute("rows", rows.stream().map(this::row).toList());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("page", shown);
        model.addAttribute("pages", (reports.count(open) + ROWS - 1) / ROWS);
        return "desk/reports";
    }

    /** A report and the name of who closed it, empty while it is open. */
    record Row(ReaderReport report, String closedBy) {}

    private Row row(ReaderReport report) {
        ReaderReport.Closing closing = report.closing();
        String by = closing == null
                ? ""
                : accounts.find(closing.by())
                        .map(account -> account.person().name())
                        .orElse(closing.by());
        return new Row(report, by);
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/reports/{id}/close")
    String close(
            @PathVariable String id,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String note,
            Person person) {
        if (reports.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        reports.close(person, id, outcome(outcome), Texts.limited(note, 1_000));
        return "redirect:/desk/reports";
    }

    private static Outcome outcome(String code) {
        try {
            return Outcome.of(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("desk.choice", code);
        }
    }
}
