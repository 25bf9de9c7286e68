package org.gongbao.web.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.record.SpreadsheetCell;
import org.gongbao.review.DepartmentMonth;
import org.gongbao.review.MonthlyReports;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The departments' monthly report, as a page and as a table to take away. */
@Controller
class MonthlyReportController {

    /** A month such as {@code 2024-03}. */
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])");

    private final MonthlyReports reports;

    MonthlyReportController(MonthlyReports reports) {
        this.reports = reports;
    }

    @Bean
    static DeskEntry monthlyEntry() {
        return new DeskEntry(
                320,
                "monthly",
                "/desk/reports/monthly",
                Set.of(Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR));
    }

    @For({Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/reports/monthly")
    String page(@RequestParam(required = false) @Nullable String month, Person person, Model model) {
        model.addAttribute("report", reports.of(month(month), person));
        return "desk/monthly-report";
    }

    @For({Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/reports/monthly.csv")
    ResponseEntity<byte[]> table(@RequestParam(required = false) @Nullable String month, Person person)
            throws IOException {
        MonthlyReports.Report report = reports.of(month(month), person);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=report-" + report.month() + ".csv")
                .body(csv(report));
    }

    /** With a byte order mark, which spreadsheets need for Chinese. */
    private static byte[] csv(MonthlyReports.Report report) throws IOException {
        StringBuilder text = new StringBuilder("\uFEFF");
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
        csv.printRecord(
                "month",
                "department",
                "submitted",
                "returned",
                "published",
                "declined",
                "medianWorkingDays",
                "publishedLate",
                "overdue");
        for (DepartmentMonth row : report.departments()) {
            csv.printRecord(
                    report.month(),
                    SpreadsheetCell.safe(String.valueOf(row.department())),
                    row.submitted(),
                    row.returned(),
                    row.published(),
                    row.declined(),
                    row.medianDays(),
                    row.late(),
                    row.overdue());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private YearMonth month(@Nullable String text) {
        String month = Forms.blankAsNull(text);
        if (month == null) {
            return reports.last();
        }
        if (!MONTH.matcher(month).matches()) {
            throw Refusal.badRequest("month", month);
        }
        return YearMonth.parse(month);
    }
}
