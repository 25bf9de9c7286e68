package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongbao.privacy.IssueProof.Difference;
import org.gongbao.privacy.IssueProof.Placed;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssueProofTest {

    private static final String SERIES = "云州市人民政府公报";

    @TempDir
    Path folder;

    private static DocumentRecord record(String text) {
        return DocumentRecord.builder(new Source("document.pdf", "ab".repeat(32), "application/pdf", 9, null, 1, false))
                .title(text.lines().findFirst().orElseThrow())
                .text(text)
                .build();
    }

    private static DocumentRecord water(String day) {
        return record("关于节约用水的通知\n各县区人民政府：\n" + "要做好节约用水工作，落实责任，按期完成。".repeat(40) + "\n请于2024年6月" + day + "日前报送。");
    }

    private static DocumentRecord roads() {
        return record("关于道路养护的通知\n各县区人民政府：\n要加强道路养护（含桥梁），确保“畅通”。");
    }

    /** Prints records as a printer would, of whom nobody knows what was set. */
    private PrintedIssue printed(DocumentRecord... records) throws Exception {
        List<IssueContents.Entry> entries = new ArrayList<>();
        for (DocumentRecord record : records) {
            entries.add(
                    new IssueContents.Entry("市政府文件", Uid.mint(), 1, String.valueOf(record.title()), null, List.of()));
        }
        IssueContents.Imprint imprint =
                new IssueContents.Imprint(SERIES, "云州市人民政府", "", "", "", 2024, 3, 88, LocalDate.of(2024, 3, 20));
        Path file = folder.resolve("printed.pdf");
        new IssuePdf(PrintFonts.of(null))
                .write(
                        new IssueSheets(
                                Uid.mint(),
                                new IssueContents(imprint, entries),
                                List.of(records),
                                "https://gazette.example"),
                        file);
        return new IssueProof(new InThisProcess(), null).read(file, SERIES);
    }

    private static List<Placed> placed(PrintedIssue printed, DocumentRecord... records) {
        List<String> titles = new ArrayList<>();
        for (DocumentRecord record : records) {
            titles.add(String.valueOf(record.title()));
        }
        List<int[]> pages = IssueProof.propose(printed, titles);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < records.length; i++) {
            placed.add(new Placed("市政府文件", records[i], pages.get(i)[0], pages.get(i)[1]));
        }
        return placed;
    }

    @Test
    void thePagesOfDocumentsAreProposedByTheirTitlesBehindTheContents() throws Exception {
        PrintedIssue printed = printed(water("30"), roads());

        List<Placed> placed = placed(printed, water("30"), roads());

        assertThat(placed.get(0).firstPage()).isEqualTo(3);
        assertThat(placed.get(0).lastPage()).isEqualTo(placed.get(1).firstPage() - 1);
    }

    @Test
    void oneDigitThatDiffersIsTheOnlyDifferenceWithItsPage() throws Exception {
        PrintedIssue printed = printed(water("31"), roads());
        Placed water = placed(printed, water("30"), roads()).get(0);
        Placed roads = placed(printed, water("30"), roads()).get(1);
        int last = roads.firstPage() - 1;

        List<Difference> differences =
                IssueProof.compare(printed, List.of(water, new Placed("市政府文件", roads(), last + 1, last + 1)));

        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).page()).isEqualTo(last);
        assertThat(differences.get(0).printed()).contains("6月31日");
        assertThat(differences.get(0).published()).contains("6月30日");
    }

    @Test
    void lineBreaksWidthsAndFormsOfMarksAreNoDifference() {
        PrintedIssue printed = new PrintedIssue(
                1, Map.of(1, List.of("关于道路养护", "的通知", "各县区人民政府:", "要加强道路养护(含桥", "梁),确保\"畅通\"。")), List.of());

        assertThat(IssueProof.compare(printed, List.of(new Placed("市政府文件", roads(), 1, 1))))
                .isEmpty();
    }

    @Test
    void onASharedPageEachDocumentIsComparedWithItsOwnPart() {
        DocumentRecord first = record("关于节约用电的通知\n请认真执行。");
        PrintedIssue printed = new PrintedIssue(
                2,
                Map.of(
                        1, List.of("市政府文件", "关于节约用电的通知", "请认真"),
                        2, List.of("执行。", "市府办文件", "关于道路养护的通知", "各县区人民政府：", "要加强道路养护（含桥梁），确保“畅通”。")),
                List.of());

        List<Difference> same = IssueProof.compare(
                printed, List.of(new Placed("市政府文件", first, 1, 2), new Placed("市府办文件", roads(), 2, 2)));

        assertThat(same).isEmpty();
    }

    @Test
    void whatIsMissingFromThePageIsADifference() {
        PrintedIssue printed =
                new PrintedIssue(1, Map.of(1, List.of("关于道路养护的通知", "各县区人民政府：", "要加强道路养护（含桥梁）。")), List.of());

        List<Difference> differences = IssueProof.compare(printed, List.of(new Placed("市政府文件", roads(), 1, 1)));

        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).published()).contains("确保“畅通”");
    }

    @Test
    void aPageOfTheSeriesNameAndItsNumbersIsARunningHead() throws Exception {
        assertThat(printed(roads()).lines().get(3)).first().asString().contains("关于道路养护的通知");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDifferencesTurnOneTextIntoTheOther(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            StringBuilder left = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                left.append((char) ('a' + random.nextInt(4)));
            }
            StringBuilder right = new StringBuilder(left);
            for (int edits = random.nextInt(6); edits > 0; edits--) {
                int at = random.nextInt(right.length() + 1);
                if (random.nextBoolean() || at == right.length()) {
                    right.insert(at, 'x');
                } else {
                    right.deleteCharAt(at);
                }
            }
            assertThat(applied(left.toString(), right.toString())).isEqualTo(right.toString());
        }
    }

    private static String applied(String left, String right) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        for (TextDifferences.Place place : TextDifferences.of(ComparedText.of(left), ComparedText.of(right))) {
            made.append(left, at, place.leftFrom()).append(right, place.rightFrom(), place.rightTo());
            at = place.leftTo();
        }
        return made.append(left.substring(at)).toString();
    }
}
