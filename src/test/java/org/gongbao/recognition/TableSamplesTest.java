package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of every make, from the data that their maker used: nearly every cell must come back in its place. */
class TableSamplesTest {

    private static final double LEAST = 0.95;

    private static final List<String> BEFORE = List.of("云州市统计局关于公布主要指标的公告", "现将有关数据公布如下。", "表1 主要指标");
    private static final List<String> AFTER = List.of("注：数据为初步核算数。");

    private static final MadeTable PLAIN =
            MadeTable.of(1, "指标|单位|数值|备注", "粮食产量|万吨|312.5|", "公路里程|公里|8,204|含村道", "常住人口|万人|426.8|", "用电量|亿度||未核定");

    private static final MadeTable NUMBERS = MadeTable.of(
            1,
            "年份|生产总值|财政收入|增长率",
            "2019|1,204.5|98.2|6.1%",
            "2020|1,233.9|99.7|2.4%",
            "2021|1,366.0|108.3|8.9%",
            "2022|1,421.8|110.6|3.2%");

    @TempDir
    Path folder;

    private int equal;
    private int cells;
    private final List<String> report = new ArrayList<>();

    @Test
    void nearlyEveryCellOfEverySampleComesBackInItsPlace() throws IOException {
        everyForm("plain", PLAIN);
        everyForm("merged rows and columns", merged());
        everyForm("header of two rows", twoHeads());
        everyForm("header of two rows without merged cells down", flatHeads());
        everyForm("paragraphs in cells", paragraphs());
        everyForm("text from top to bottom", upright());
        everyForm("title in the table", titled());
        overPages();
        withoutRules();
        side();
        double share = (double) equal / cells;
        report.forEach(System.out::println);
        System.out.printf("tables: %d of %d cells in their place, %.4f%n", equal, cells, share);
        assertThat(share).as(String.join("\n", report)).isGreaterThanOrEqualTo(LEAST);
    }

    private void everyForm(String name, MadeTable table) throws IOException {
        file(name + ", HTML", table, MadeFiles.html(at("t.html"), BEFORE, table, AFTER, true));
        file(name + ", HTML without borders", table, MadeFiles.html(at("t.html"), BEFORE, table, AFTER, false));
        file(name + ", DOCX", table, MadeFiles.docx(at("t.docx"), BEFORE, table, AFTER, true));
        file(name + ", DOCX without borders", table, MadeFiles.docx(at("t.docx"), BEFORE, table, AFTER, false));
        file(name + ", PDF", table, pdf(MadePdf.Look.USUAL, table));
        file(name + ", PDF open at its sides", table, pdf(MadePdf.Look.USUAL.with(MadePdf.Rules.OPEN_SIDES), table));
        file(name + ", PDF across", table, pdf(MadePdf.Look.USUAL.landscape(true), table));
    }

    private void overPages() throws IOException {
        MadeTable table = long_();
        file("over pages", table, pdf(MadePdf.Look.USUAL, table));
        file("over pages, open where a row is split", table, pdf(MadePdf.Look.USUAL.openAtBreak(), table));
        file("over pages, header once", table, pdf(MadePdf.Look.USUAL.headerOnce(), table));
        file("over pages, across", table, pdf(MadePdf.Look.USUAL.landscape(true), table));
        file("over pages, open sides", table, pdf(MadePdf.Look.USUAL.with(MadePdf.Rules.OPEN_SIDES), table));
    }

    private void withoutRules() throws IOException {
        MadePdf.Look three = MadePdf.Look.USUAL.with(MadePdf.Rules.THREE);
        file("three lines", NUMBERS, pdf(three, NUMBERS));
        file("three lines, numbers to the right", NUMBERS, pdf(three.rightFrom(1), NUMBERS));
        file("three lines, words and blanks", PLAIN, pdf(three, PLAIN));
        MadePdf.Look none = MadePdf.Look.USUAL.with(MadePdf.Rules.NONE);
        file("no lines", NUMBERS, pdf(none, NUMBERS));
        file("no lines, numbers to the right", NUMBERS, pdf(none.rightFrom(1), NUMBERS));
        file("tabs, DOCX", NUMBERS, MadeFiles.docx(at("t.docx"), BEFORE, null, lines(NUMBERS, "\t"), true));
        file(
                "tabs, DOCX with blank cells",
                PLAIN,
                MadeFiles.docx(at("t.docx"), BEFORE, null, lines(PLAIN, "\t"), true));
        file("tabs, text", PLAIN, text(lines(PLAIN, "\t")));
        file("blanks, text", NUMBERS, text(lines(NUMBERS, "    ")));
    }

    /** Two tables beside each other. */
    private void side() throws IOException {
        try (MadePdf pdf = new MadePdf(MadePdf.Look.USUAL)) {
            pdf.centred(18, BEFORE.get(0)).paragraph(BEFORE.get(1));
            float top = pdf.y();
            MadeTable left = MadeTable.of(1, "年份|产量", "2021|38", "2022|41");
            MadeTable right = MadeTable.of(1, "县区|户数", "临江县|1204", "青溪区|986", "白塘县|733");
            pdf.table(left, 72, 280).at(top).table(right, 315, 523).paragraph("以上数据由云州市统计局提供。");
            List<Table> tables = tables(pdf.save(at("side.pdf")));
            compare("beside each other, left", left, tables.isEmpty() ? null : tables.get(0));
            compare("beside each other, right", right, tables.size() < 2 ? null : tables.get(1));
        }
    }

    @Test
    void aTableInACellIsTextOfThatCell() throws IOException {
        String inner = "<table border=1><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>";
        String outer = "<table border=1><tr><td>事项</td><td>责任单位</td><td>明细</td></tr>"
                + "<tr><td>清查河道两岸的堆场和违章建筑</td><td>市水务局、市城管局</td><td>明细见内表" + inner + "</td></tr>"
                + "<tr><td>修复破损的护岸和栏杆</td><td>市水务局、市住房城乡建设局</td><td>无</td></tr></table>";
        Path file = Files.writeString(
                at("nested.html"),
                "<html><body><div class=\"article-content\"><h1>" + BEFORE.get(0) + "</h1><p>" + BEFORE.get(1) + "</p>"
                        + outer + "</div></body></html>");
        assertThat(tables(file)).singleElement().satisfies(table -> {
            assertThat(table.header()).containsExactly("事项", "责任单位", "明细");
            assertThat(table.rows()).hasSize(2);
            assertThat(table.rows().get(0).get(2)).isEqualTo("明细见内表 甲 1 乙 2");
        });
    }

    @Test
    void aTableThatLaysOutAPageIsNone() throws IOException {
        Path file = Files.writeString(
                at("layout.html"),
                "<html><body><table width=1000><tr><td><a href=/>首页</a></td><td><a href=/a>政务公开</a></td></tr>"
                        + "<tr><td>栏目</td><td><p>云州市统计局关于数据发布的通知</p><p>各县（市、区）统计局：</p>"
                        + "<p>为做好数据发布工作，现将有关事项通知如下。</p><p>一、按月发布主要指标。</p>"
                        + "<p>二、按年发布统计年鉴。</p><p>云州市统计局</p><p>2023年3月1日</p></td></tr></table></body></html>");
        assertThat(tables(file)).isEmpty();
    }

    @Test
    void theCaptionStandsAboveAndTheNoteBelowBelongsToTheText() throws IOException {
        DocumentRecord record = record(pdf(MadePdf.Look.USUAL.with(MadePdf.Rules.THREE), NUMBERS));
        assertThat(record.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.caption()).isEqualTo("表1主要指标"));
        assertThat(record.text()).contains("\n注：数据为初步核算数。");
        assertThat(tables(MadeFiles.html(at("t.html"), List.of(BEFORE.get(0), BEFORE.get(1)), titled(), AFTER, true)))
                .extracting(Table::caption)
                .containsExactly("云州市主要指标完成情况");
    }

    @Test
    void namesInColumnsAndALetterOfTwoColumnsAreNoTable() throws IOException {
        List<String> names = List.of("王一明\t李二方\t张三立", "赵四平\t钱五岳\t孙六合");
        List<String> labels = List.of("联系人：陈七星\t电话：2233445", "地址：云州市江滨路\t邮编：330000", "网址：无\t传真：2233446");
        assertThat(tables(MadeFiles.docx(at("n.docx"), BEFORE, null, names, true)))
                .isEmpty();
        assertThat(tables(MadeFiles.docx(at("l.docx"), BEFORE, null, labels, true)))
                .isEmpty();
        MadeTable people = MadeTable.of(0, "王一明|李二方|张三立", "赵四平|钱五岳|孙六合", "周八方|吴九州|郑十全");
        assertThat(tables(pdf(MadePdf.Look.USUAL.with(MadePdf.Rules.NONE), people)))
                .isEmpty();
        List<String> contents = List.of("一、总则\t1", "二、任务\t3", "三、附则\t9");
        assertThat(tables(MadeFiles.docx(at("c.docx"), BEFORE, null, contents, true)))
                .isEmpty();
    }

    private static MadeTable merged() {
        return MadeTable.of(
                1,
                List.of(
                        row("类别", "项目", "上半年", "下半年"),
                        List.of(cell("教育").down(2), cell("新建学校"), cell("3所"), cell("5所")),
                        row("改造校舍", "12处", "20处"),
                        List.of(
                                cell("交通").down(3),
                                cell("村道").down(2),
                                cell("全年四十公里").across(2)),
                        List.of(cell("另有养护任务").across(2).down(2)),
                        row("桥梁"),
                        List.of(cell("合计").across(2), cell("15"), cell(""))));
    }

    private static MadeTable twoHeads() {
        return MadeTable.of(
                2,
                List.of(
                        List.of(
                                cell("县区").down(2),
                                cell("2022年").across(2),
                                cell("2023年").across(2)),
                        row("预算", "决算", "预算", "决算"),
                        row("临江县", "1,200", "1,180", "1,260", "1,255"),
                        row("青溪区", "980", "975", "1,010", ""),
                        row("白塘县", "640", "655", "700", "689")));
    }

    private static MadeTable flatHeads() {
        return MadeTable.of(
                2,
                List.of(
                        List.of(cell("基本情况").across(2), cell("资金情况").across(2)),
                        row("项目", "地点", "计划数", "到位数"),
                        row("水厂扩建", "临江县", "3,000", "2,400"),
                        row("污水管网", "青溪区", "1,500", "1,500")));
    }

    private static MadeTable paragraphs() {
        return MadeTable.of(
                1,
                List.of(
                        row("事项", "办理要求"),
                        row("开办企业", "申请人提交申请书和身份证明。\n窗口当场核对材料，材料齐全的当日办结。\n不齐全的一次告知。"),
                        row("变更登记", "提交变更决议。\n涉及许可的先办许可。")));
    }

    private static MadeTable upright() {
        MadeTable table = MadeTable.of(
                1,
                List.of(
                        row("类", "任务", "责任单位"),
                        List.of(cell("民生保障").down(4), cell("发放救助金"), cell("市民政局")),
                        row("培训技能人才", "市人力资源社会保障局"),
                        row("新建幼儿园", "市教育局"),
                        row("改造老旧小区", "市住房城乡建设局")));
        return table.wide(0.05, 0.5, 0.45);
    }

    private static MadeTable titled() {
        return MadeTable.of(
                1,
                List.of(
                        List.of(cell("云州市主要指标完成情况").across(3)),
                        row("指标", "目标", "完成"),
                        row("绿化面积", "80", "82"),
                        row("新增就业", "6,000", "6,320")));
    }

    private static MadeTable long_() {
        List<List<MadeTable.Cell>> rows = new ArrayList<>();
        rows.add(row("序号", "措施", "责任单位", "时限"));
        for (int i = 1; i <= 34; i++) {
            String measure = "对第" + i + "批项目逐一建立台账，明确专人负责，按月调度进展，发现问题当月整改。"
                    + (i % 3 == 0 ? "跨县区的项目由市级统一协调，重大事项及时报告市政府，并向社会公开办理结果。" : "");
            rows.add(row(
                    i + "", measure, i % 2 == 0 ? "市发展改革委、市财政局、市自然资源局" : "各县（市、区）政府", "2023年" + (i % 12 + 1) + "月底"));
        }
        return MadeTable.of(1, rows).wide(0.08, 0.5, 0.26, 0.16);
    }

    private static MadeTable.Cell cell(String text) {
        return MadeTable.Cell.of(text);
    }

    private static List<MadeTable.Cell> row(String... texts) {
        return List.of(texts).stream().map(MadeTable.Cell::of).toList();
    }

    private static List<String> lines(MadeTable table, String separator) {
        return table.filled().stream().map(row -> String.join(separator, row)).toList();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Path text(List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(BEFORE);
        lines.addAll(table);
        lines.addAll(AFTER);
        return Files.write(at("t.txt"), lines);
    }

    private Path pdf(MadePdf.Look look, MadeTable table) throws IOException {
        try (MadePdf pdf = new MadePdf(look)) {
            pdf.centred(18, BEFORE.get(0)).paragraph(BEFORE.get(1)).centred(12, BEFORE.get(2));
            pdf.table(table).paragraph(AFTER.get(0)).paragraph("请各有关单位对照使用上述数据，有疑问的可以向云州市统计局查询，联系时请说明所需指标的名称和年份。");
            return pdf.save(at("t.pdf"));
        }
    }

    private void file(String name, MadeTable table, Path file) throws IOException {
        List<Table> tables = tables(file);
        compare(name, table, tables.size() == 1 ? tables.get(0) : null);
        if (tables.size() > 1) {
            report.add("  " + name + ": " + tables.size() + " tables");
        }
    }

    /** Counts the cells, those of the header too, that read the same in the same place. */
    private void compare(
            String name, MadeTable wanted, org.gongbao.record.@org.jspecify.annotations.Nullable Table found) {
        boolean title = wanted.rows().get(0).size() == 1;
        List<List<String>> expected = new ArrayList<>();
        if (title) {
            expected.addAll(wanted.filled().subList(1, wanted.rows().size()));
        } else {
            expected.add(wanted.header());
            expected.addAll(wanted.body());
        }
        List<List<String>> read = new ArrayList<>();
        if (found != null) {
            read.add(found.header());
            read.addAll(found.rows());
        }
        int same = 0;
        int all = 0;
        for (int row = 0; row < Math.max(expected.size(), read.size()); row++) {
            for (int column = 0; column < wanted.columns(); column++) {
                String want = at(expected, row, column);
                String have = at(read, row, column);
                all++;
                if (want != null && want.equals(have)) {
                    same++;
                } else if (report.size() < 60) {
                    report.add("  " + name + " " + row + "," + column + ": " + have + " for " + want);
                }
            }
        }
        report.add(name + ": " + same + " of " + all);
        equal += same;
        cells += all;
    }

    private static @org.jspecify.annotations.Nullable String at(List<List<String>> rows, int row, int column) {
        return row < rows.size() && column < rows.get(row).size()
                ? rows.get(row).get(column)
                : null;
    }

    private static List<Table> tables(Path file) throws IOException {
        return record(file).tables();
    }

    private static DocumentRecord record(Path file) throws IOException {
        return RecordsOfFiles.record(Yunzhou.recogniser(), file);
    }
}
