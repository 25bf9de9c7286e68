package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One plan of 26 tasks, made into every form of file: each form gives the same tasks. A scan may have one wrong character in
 * a hundred and three wrong lists of units.
 */
class TaskFormsTest {

    private static final MadePlan.Shape NUMBER_COLUMN =
            MadePlan.Shape.of("number text units measure", "序号 重点任务 责任单位 公开方式", true, false);
    private static final MadePlan.Shape CATEGORY_COLUMN =
            MadePlan.Shape.of("category number text units measure", "类别 序号 工作内容 责任部门 公开方式", false, false);
    private static final MadePlan.Shape OTHER_ORDER =
            MadePlan.Shape.of("number units text deadline measure", "序号 牵头单位 任务 完成时限 公开方式", true, false);
    private static final MadePlan.Shape UNNUMBERED =
            MadePlan.Shape.of("category text units measure", "类别 工作任务 牵头单位 公开方式和要求", false, false);

    @TempDir
    Path folder;

    static Stream<MadePlan.Shape> shapes() {
        return Stream.of(MadePlan.Shape.USUAL, NUMBER_COLUMN, CATEGORY_COLUMN, OTHER_ORDER, UNNUMBERED);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPageOfASiteGivesThem(MadePlan.Shape shape) throws IOException {
        isWhole(shape, MadeFiles.html(folder.resolve("p.html"), before(), MadePlan.table(shape), List.of(), true));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aDocxGivesThem(MadePlan.Shape shape) throws IOException {
        isWhole(shape, MadeFiles.docx(folder.resolve("p.docx"), before(), MadePlan.table(shape), List.of(), true));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPdfWithRowsSplitOverPagesGivesThem(MadePlan.Shape shape) throws IOException {
        isWhole(shape, pdf(shape, MadePdf.Look.USUAL));
    }

    @Test
    void aPdfOfAnotherLookGivesThem() throws IOException {
        isWhole(MadePlan.Shape.USUAL, pdf(MadePlan.Shape.USUAL, MadePdf.Look.USUAL.landscape(true)));
        isWhole(NUMBER_COLUMN, pdf(NUMBER_COLUMN, MadePdf.Look.USUAL.with(MadePdf.Rules.OPEN_SIDES)));
        isWhole(MadePlan.Shape.USUAL, pdf(MadePlan.Shape.USUAL, MadePdf.Look.USUAL.openAtBreak()));
        isWhole(CATEGORY_COLUMN, pdf(CATEGORY_COLUMN, MadePdf.Look.USUAL.headerOnce()));
    }

    @Test
    void aTextWithCellBelowCellGivesThem() throws IOException {
        isWhole(MadePlan.Shape.USUAL, text(MadePlan.flat(MadePlan.Shape.USUAL)));
        MadePlan.Shape bare = MadePlan.Shape.of("number text units measure", "序号 工作任务 责任单位 公开方式", true, false);
        isWhole(bare, text(MadePlan.flat(bare)));
    }

    @Test
    void aTextWithTabsGivesThem() throws IOException {
        isWhole(NUMBER_COLUMN, text(MadePlan.tabbed(NUMBER_COLUMN)));
        isWhole(MadePlan.Shape.USUAL, text(MadePlan.tabbed(MadePlan.Shape.USUAL)));
        MadePlan.Shape plain = MadePlan.Shape.of("number text units measure", "序号 工作任务 责任单位 公开方式", false, false);
        isWhole(plain, text(MadePlan.tabbed(plain)));
    }

    @Test
    void aScanGivesThemWithFewWrongCharacters() throws IOException {
        scan(NUMBER_COLUMN, MadePdf.Look.USUAL, 7);
    }

    @Test
    void aScanWithNumbersInTheTextAndOpenSidesGivesThemToo() throws IOException {
        scan(
                MadePlan.Shape.USUAL,
                MadePdf.Look.USUAL.with(MadePdf.Rules.OPEN_SIDES).landscape(true),
                11);
    }

    private void scan(MadePlan.Shape shape, MadePdf.Look look, long seed) throws IOException {
        Path scan = MadePdf.scan(pdf(shape, look), folder.resolve("scan-" + seed + ".pdf"), seed);
        List<Task> wanted = MadePlan.expected(shape);
        List<Task> found = tasks(record(scan));
        assertThat(found).extracting(Task::number).as("seed " + seed).isEqualTo(numbers(wanted));
        int characters = 0;
        int wrong = 0;
        int units = 0;
        int measures = 0;
        int categories = 0;
        for (int i = 0; i < wanted.size(); i++) {
            Task task = wanted.get(i);
            characters += task.text().length();
            wrong += distance(task.text(), found.get(i).text());
            units += task.units().equals(found.get(i).units()) ? 1 : 0;
            measures += Objects.equals(task.measure(), found.get(i).measure()) ? 1 : 0;
            categories += Objects.equals(task.category(), found.get(i).category()) ? 1 : 0;
            if (!task.units().equals(found.get(i).units())
                    || !Objects.equals(task.measure(), found.get(i).measure())) {
                System.out.println("scan " + seed + ": " + found.get(i) + "\n  for " + task);
            }
        }
        System.out.printf(
                "scan %d: %d of %d characters of texts wrong; exact: units %d, measures %d, categories %d of %d%n",
                seed, wrong, characters, units, measures, categories, wanted.size());
        assertThat(wrong).as("seed " + seed).isLessThanOrEqualTo(characters / 100);
        assertThat(units).isGreaterThanOrEqualTo(wanted.size() - 3);
        assertThat(measures).isGreaterThanOrEqualTo(wanted.size() - 1);
        assertThat(categories).isGreaterThanOrEqualTo(wanted.size() - 1);
        assertThat(found)
                .extracting(Task::deadlines)
                .isEqualTo(wanted.stream().map(Task::deadlines).toList());
    }

    private static List<Integer> numbers(List<Task> tasks) {
        return tasks.stream().map(Task::number).toList();
    }

    private static List<String> before() {
        List<String> lines = new ArrayList<>(MadePlan.NOTICE);
        lines.addAll(List.of("附件", MadePlan.CAPTION));
        return lines;
    }

    private Path text(List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(MadePlan.NOTICE);
        lines.addAll(table);
        return Files.write(folder.resolve("plan.txt"), lines);
    }

    private Path pdf(MadePlan.Shape shape, MadePdf.Look look) throws IOException {
        try (MadePdf pdf = new MadePdf(look)) {
            List<String> notice = MadePlan.NOTICE;
            pdf.centred(14, notice.get(0)).gap(10);
            pdf.centred(18, "云州市人民政府办公室关于印发").centred(18, "云州市2023年政务公开工作方案的通知").gap(10);
            for (String line : notice.subList(3, 7)) {
                pdf.paragraph(line);
            }
            pdf.gap(20).right(notice.get(7)).right(notice.get(8)).paragraph(notice.get(9));
            pdf.pageBreak().paragraph("附件").centred(18, MadePlan.CAPTION).gap(8);
            pdf.table(MadePlan.table(shape));
            return pdf.save(folder.resolve("plan.pdf"));
        }
    }

    private static DocumentRecord record(Path file) throws IOException {
        return RecordsOfFiles.record(Yunzhou.recogniser(), file);
    }

    /** The tasks of the table; those of the body must be there with their dates. */
    private static List<Task> tasks(DocumentRecord record) {
        int table = record.tasks().size() - MadePlan.BODY_DEADLINES.size();
        assertThat(table).as("tasks of the table: " + numbers(record.tasks())).isEqualTo(26);
        assertThat(record.tasks().subList(table, table + 2))
                .extracting(task -> task.deadlines().get(0))
                .isEqualTo(MadePlan.BODY_DEADLINES);
        return record.tasks().subList(0, table);
    }

    private static void isWhole(MadePlan.Shape shape, Path file) throws IOException {
        List<Task> found = tasks(record(file));
        List<Task> wanted = MadePlan.expected(shape);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!found.get(i).equals(wanted.get(i))) {
                wrong.add(found.get(i) + " for " + wanted.get(i));
            }
        }
        assertThat(wrong).as(shape + " in " + file.getFileName()).isEmpty();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int other = row[j];
                row[j] = Math.min(
                        Math.min(row[j], row[j - 1]) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = other;
            }
        }
        return row[b.length()];
    }
}
