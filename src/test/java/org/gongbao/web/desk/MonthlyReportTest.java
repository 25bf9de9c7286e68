package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.Ingest;
import org.gongbao.review.Move;
import org.gongbao.review.Reach;
import org.gongbao.review.Statement;
import org.gongbao.review.Submission;
import org.gongbao.review.SubmissionIntake;
import org.gongbao.review.Submissions;
import org.gongbao.review.SubmittedDocument.Kind;
import org.junit.jupiter.api.Test;

class MonthlyReportTest {

    /** A department whose name a spreadsheet would run. */
    private static final String FORMULA = "=HYPERLINK(\"//evil.example\")";

    private static void handIn(String department) {
        Submissions submissions = LiveDesk.get(Submissions.class);
        Person submitter = new Person("p-monthly-1", "报送员", department, Set.of(Role.SUBMITTER));
        Person approver = new Person("p-monthly-2", "审核人", department, Set.of(Role.DEPARTMENT_APPROVER));
        Submission opened = LiveDesk.get(SubmissionIntake.class)
                .open(new SubmissionIntake.Opening(
                        submitter.id(),
                        submitter.name(),
                        department,
                        LiveDesk.get(Ingest.class).open().id(),
                        Map.of("通知.docx", Kind.MAIN),
                        null));
        Submission draft = submissions.happened(opened.id(), Move.RECEIVE, "").orElseThrow();
        Submission stated = submissions.state(
                submitter,
                draft.id(),
                draft.version(),
                new Statement(
                        Statement.Mode.PROACTIVE,
                        20,
                        "",
                        "审核人",
                        Statement.Interpretation.NONE,
                        "",
                        "内部事务，无需解读",
                        Reach.OPEN_DATA,
                        Statement.Openness.UNCONDITIONAL));
        Submission confirmed = submissions.move(submitter, stated.id(), stated.version(), Move.CONFIRM, "");
        submissions.move(approver, confirmed.id(), confirmed.version(), Move.ENDORSE, "");
    }

    private static String month() {
        return LiveDesk.now()
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toString()
                .substring(0, 7);
    }

    @Test
    void aDepartmentCannotSmuggleAFormulaIntoTheTableAndItsNameIsNotLost() throws Exception {
        handIn(FORMULA);
        Browser editor = LiveDesk.signedIn(Role.EDITOR);

        String table = editor.open("/desk/reports/monthly.csv?month=" + month()).body();

        Map<String, CSVRecord> rows = new HashMap<>();
        try (CSVParser csv = CSVParser.parse(
                table.substring(1),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            csv.forEach(row -> rows.put(row.get("department"), row));
        }
        assertThat(rows).containsKey("'" + FORMULA).doesNotContainKey(FORMULA);
        assertThat(rows.get("'" + FORMULA).get("submitted")).isEqualTo("1");
        assertThat(editor.page("/desk/reports/monthly?month=" + month())
                        .select("tbody th")
                        .eachText())
                .contains(FORMULA);
        assertThat(LiveDesk.signedIn(Role.DEPARTMENT_APPROVER)
                        .open("/desk/reports/monthly?month=" + month())
                        .body())
                .doesNotContain("HYPERLINK");
    }

    @Test
    void aMonthThatIsNoneIsRefusedInWords() {
        Browser editor = LiveDesk.signedIn(Role.CHIEF_EDITOR);

        for (String month : new String[] {"2024-13", "%2B99999-01", "=1", "2024"}) {
            assertThat(editor.open("/desk/reports/monthly?month=" + month).statusCode())
                    .as(month)
                    .isEqualTo(400);
        }
        assertThat(editor.page("/desk/reports/monthly?month=").select("h1").text())
                .contains("月报");
    }
}
