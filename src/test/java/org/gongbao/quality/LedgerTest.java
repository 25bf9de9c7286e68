package org.gongbao.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.Citation;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;

/** The ledger's sums, by truths whose right figures are known by hand. */
class LedgerTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 12);

    private final Ledger ledger = new Ledger();

    private static DocumentRecord.Builder record() {
        return DocumentRecord.builder(new Source("a.txt", "", "text/plain", 1, null, null, false))
                .language("zh-Hans")
                .text("云州");
    }

    private static Claim claim(String value, String rule, double confidence) {
        return new Claim(value, value, null, null, null, null, rule, confidence, false);
    }

    private QualityReport report() {
        return ledger.report(DAY, QualityReport.OWN);
    }

    private Tally field(String name) {
        return report().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneWrongAndOneMissingOfFourIssuersIsCountedSo() {
        ledger.expected(
                "{\"issuers\":[\"云州市财政局\",\"云州市教育局\",\"云州市民政局\",\"云州市水利局\"]}",
                record().issuers(List.of("云州市财政局", "云州市教育局", "云州市民政局", "云岭县水利局"))
                        .build());
        assertThat(field("issuers")).isEqualTo(new Tally("issuers", 1, 4, 3, 1, 1, 0.75, 0.75, 0.75));
    }

    @Test
    void whatTheTruthLeavesOutIsNotJudged() {
        ledger.expected(
                "{\"title\":null}", record().documentNumber("云政办发〔2024〕9号").build());
        assertThat(report().fields()).extracting(Tally::name).containsExactly("title");
    }

    @Test
    void aValueWhereThereIsNoneIsWrong() {
        ledger.expected("{\"secrecy\":null}", record().secrecy("内部").build());
        assertThat(field("secrecy").wrong()).isEqualTo(1);
    }

    @Test
    void widthBlanksAndBracketsOfTheYearMakeNoDifference() {
        ledger.expected(
                "{\"documentNumber\":\"云政办发[2024] 9号\",\"title\":\"关于(试行)的通知\"}",
                record().documentNumber("云政办发〔2024〕9号").title("关于（试行） 的通知").build());
        assertThat(report().fields()).allSatisfy(field -> assertThat(field.f1()).isEqualTo(1));
    }

    @Test
    void aClaimIsRightWhereItsOwnValueIs() {
        ledger.expected(
                "{\"addressees\":[\"各县人民政府\",\"市政府各部门\"]}",
                record().addressees(List.of("各县人民政府", "市政府各部"))
                        .claim("addressees", claim("各县人民政府", "addressee.line/1", 0.9))
                        .claim("addressees", claim("市政府各部", "addressee.line/1", 0.7))
                        .build());
        assertThat(report().rules()).containsExactly(new RuleShare("addressee.line/1", false, 2, 1, 0.8, 0.5, 0.5));
    }

    @Test
    void theDocumentsOwnTitleIsNoMistakeAmongItsCitations() {
        DocumentRecord cites = record().citations(
                        List.of(new Citation("云州市绿化办法", null, "引用", ""), new Citation("云州市供水条例", null, "依据", "")))
                .claim("citations", claim("云州市绿化办法", "citation.title/1", 1))
                .claim("citations", claim("云州市供水条例", "citation.title/1", 1))
                .build();
        ledger.gold("{\"title\":\"云州市绿化办法\",\"cites\":[{\"title\":\"云州市供水条例\",\"number\":null}]}", cites);
        assertThat(field("citations")).isEqualTo(new Tally("citations", 1, 1, 1, 0, 0, 1, 1, 1));
        assertThat(report().reliability().claims()).isEqualTo(1);
    }

    @Test
    void aLineOfAGoldFileCountsSectionsAndLeavesOutWhatIsNotInTheFile() {
        ledger.gold(
                "{\"title\":\"x\",\"sections\":2,\"publishDate\":\"2024-03-12\",\"notInFile\":[\"publishDate\"]}",
                record().title("x").build());
        assertThat(report().fields()).extracting(Tally::name).containsExactly("title", "sections.count");
        assertThat(field("sections.count").right()).isZero();
    }

    @Test
    void itemsOfAnIssueAreDocumentsOfTheirOwn() {
        DocumentRecord item = record().title("云州市绿化办法").build();
        ledger.expected(
                "{\"items\":[{\"title\":\"云州市绿化办法\"},{\"title\":\"云州市供水条例\"}]}",
                record().items(List.of(item)).build());
        assertThat(field("title")).isEqualTo(new Tally("title", 2, 2, 1, 0, 1, 1, 0.5, 0.6667));
        assertThat(report().documents()).isEqualTo(1);
    }

    @Test
    void filesAreCountedByFormatAndByWarning() {
        ledger.expected(
                "{\"title\":\"x\"}",
                record().title("x")
                        .finding(Finding.warning("number.repaired", "came so"))
                        .finding(Finding.info("html.left-out", "menus"))
                        .build());
        ledger.expected("{\"title\":\"y\"}", record().title("z").build());
        assertThat(report().formats()).containsExactly(new Tally("text/plain", 2, 2, 1, 1, 1, 0.5, 0.5, 0.5));
        assertThat(report().warnings())
                .extracting(Tally::name, Tally::right)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("none", 0),
                        org.assertj.core.groups.Tuple.tuple("number.repaired", 1));
    }

    @Test
    void damagedCopiesAreCountedByDamageAndApartFromFormats() {
        ledger.damaged(
                "{\"title\":\"x\",\"secrecy\":\"内部\"}",
                new DamagedCopy("run-on", "x"),
                record().title("x").build());
        assertThat(report().damages()).containsExactly(new Tally("run-on", 1, 1, 1, 0, 0, 1, 1, 1));
        assertThat(report().formats()).extracting(Tally::name).containsExactly("damaged");
        assertThat(report().warnings()).isEmpty();
        assertThat(report().documents()).isZero();
        assertThat(report().damagedCopies()).isEqualTo(1);
    }

    @Test
    void fieldsWithFewValuesCountTogetherInTheMean() {
        for (int i = 0; i < 8; i++) {
            ledger.expected(
                    "{\"title\":\"x\"}", record().title(i < 4 ? "x" : null).build());
        }
        ledger.expected(
                "{\"indexNumber\":\"1\",\"secrecy\":\"内部\"}",
                record().indexNumber("1").build());
        assertThat(field("title").f1()).isEqualTo(0.6667);
        assertThat(report().macroF1()).isEqualTo(0.6667);
    }

    @Test
    void aReportReadsBackAsItWasWritten() {
        ledger.expected(
                "{\"title\":\"x\"}",
                record().title("x")
                        .claim("title", claim("x", "title.lines/1", 0.98))
                        .build());
        QualityReport report = report();
        assertThat(QualityReports.read(org.gongbao.record.CanonicalJson.bytes(report)))
                .isEqualTo(report);
    }

    @Test
    void theTextNamesEveryField() {
        ledger.expected(
                "{\"title\":\"x\",\"secrecy\":null}", record().title("x").build());
        assertThat(QualityText.of(report()))
                .contains("| title | 1 | 1 | 1 | 0 | 0 | 1.000 | 1.000 | 1.000 |")
                .contains("| secrecy | 1 | 0 | 0 | 0 | 0 | – | – | – |");
    }
}
