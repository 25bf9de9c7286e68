package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Table;
import org.gongbao.record.Task;
import org.junit.jupiter.api.Test;

class TasksTest {

    @Test
    void aTableGivesItsTasksWithUnitsAndDeadlines() {
        List<Block> blocks =
                new ArrayList<>(Yunzhou.paragraphs("关于分工的通知", "各部门：", "请执行。", "云州市人民政府", "2023年3月1日", "附件", "任务分工表"));
        blocks.add(Yunzhou.grid("序号|工作任务|责任单位|完成时限", "1|编制目录|市财政局、市教育局|2023年6月30日前", "2|公开预算|市财政局（市国资委）|9月底"));
        List<Task> tasks = recognise(blocks, null).tasks();
        assertThat(tasks).extracting(Task::number).containsExactly(1, 2);
        assertThat(tasks.get(0).units()).containsExactly("市财政局", "市教育局");
        assertThat(tasks.get(0).deadlines()).containsExactly(LocalDate.of(2023, 6, 30));
        assertThat(tasks.get(1).units()).containsExactly("市财政局（市国资委）");
        assertThat(tasks.get(1).deadlines())
                .as("a month's end, in the document's year")
                .containsExactly(LocalDate.of(2023, 9, 30));
    }

    @Test
    void unitsInBracketsGiveTasksOfTheBody() {
        DocumentRecord record = recognise(
                "关于措施的通知",
                "各部门：",
                "现通知如下：",
                "一、推进安置。原则上不再集中建设。（牵头单位：市自然资源局；配合单位：市税务局、市财政局）",
                "二、深化改革，2023年底前完成。（市财政局会同有关部门负责）",
                "三、本条没有责任单位。");
        assertThat(record.tasks()).hasSize(2);
        assertThat(record.tasks().get(0)).satisfies(task -> {
            assertThat(task.number()).isEqualTo(1);
            assertThat(task.units()).containsExactly("市自然资源局", "市税务局", "市财政局");
            assertThat(task.text()).startsWith("推进安置").doesNotContain("牵头");
        });
        assertThat(record.tasks().get(1).units()).containsExactly("市财政局");
        assertThat(record.tasks().get(1).deadlines()).containsExactly(LocalDate.of(2023, 12, 31));
    }

    @Test
    void aSentenceThatSaysWhatMustBeDoneBeforeADateIsADuty() {
        DocumentRecord record = recognise(
                "云州市人民政府办公室关于抽查的通知",
                "各县（市、区）人民政府：",
                "现通知如下：",
                "一、各县（市、区）政府、市直各部门(单位)自查方案应于9月15日前报市政府办公室；市财政局务必在2023年底前拨付资金。",
                "二、总结请于2023年12月15日前报送。",
                "三、各部门应于每年11月30日前报告，并做好供应，需求在7月底前已经明确。",
                "四、各市（州）检查总结报告及所辖县自查情况，请于12月20日前报送；云州市推广联席会议（以下简称联席会议）办公室应在11月底前公布名录。",
                "云州市人民政府办公室",
                "2023年8月1日");
        assertThat(record.tasks())
                .extracting(Task::units)
                .containsExactly(
                        List.of("各县（市、区）政府", "市直各部门(单位)"),
                        List.of("市财政局"),
                        List.of(),
                        List.of("各部门"),
                        List.of("各市（州）"),
                        List.of("云州市推广联席会议办公室"));
        assertThat(record.tasks())
                .extracting(task -> task.deadlines().get(0))
                .containsExactly(
                        LocalDate.of(2023, 9, 15),
                        LocalDate.of(2023, 12, 31),
                        LocalDate.of(2023, 12, 15),
                        LocalDate.of(2023, 11, 30),
                        LocalDate.of(2023, 12, 20),
                        LocalDate.of(2023, 11, 30));
        assertThat(record.tasks().get(1).text()).isEqualTo("市财政局务必在2023年底前拨付资金");
    }

    @Test
    void aDeadlineThatLostItsSignsIsRepairedVisibly() {
        DocumentRecord record = recognise("关于公开的通知", "各部门：", "方案需在2023710日前公开。", "云州市人民政府", "2023年3月1日");
        assertThat(record.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.deadlines()).containsExactly(LocalDate.of(2023, 7, 10)));
        assertThat(record.claims().get("tasks").get(0).repaired()).isTrue();
        assertThat(record.findings())
                .filteredOn(finding -> finding.code().equals("date.repaired"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.quote()).isEqualTo("2023710日"));
    }

    @Test
    void mergedCellsAreFilledInEveryRowThatTheyCover() {
        Grid grid = new Grid(
                List.of(
                        List.of(Grid.Cell.of("类别"), Grid.Cell.of("任务"), Grid.Cell.of("责任单位")),
                        List.of(new Grid.Cell("教育", 2, 1, null, null, 1), Grid.Cell.of("建校"), Grid.Cell.of("市教育局")),
                        List.of(Grid.Cell.of("招生"), Grid.Cell.of("市教育局"))),
                true);
        List<Block> blocks = new ArrayList<>(Yunzhou.paragraphs("关于分工的通知", "各部门：", "请执行。"));
        blocks.add(grid);
        DocumentRecord record = recognise(blocks, null);
        assertThat(record.tables()).singleElement().satisfies(table -> {
            assertThat(table.header()).containsExactly("类别", "任务", "责任单位");
            assertThat(table.rows()).containsExactly(List.of("教育", "建校", "市教育局"), List.of("教育", "招生", "市教育局"));
        });
        assertThat(record.tasks()).extracting(Task::category).containsExactly("教育", "教育");
    }

    @Test
    void theEvidenceOfATaskIsItsOwnCellAlsoWhereAnotherCellReadsTheSame() {
        Grid grid = new Grid(
                List.of(
                        List.of(Grid.Cell.of("序号"), Grid.Cell.of("类别"), Grid.Cell.of("工作任务"), Grid.Cell.of("责任单位")),
                        List.of(
                                Grid.Cell.of("1"),
                                new Grid.Cell("公开", 2, 1, null, null, 1),
                                Grid.Cell.of("1个月内公开目录"),
                                Grid.Cell.of("市财政局")),
                        List.of(Grid.Cell.of("2"), Grid.Cell.of("1个月内公开目录"), Grid.Cell.of("市教育局"))),
                true);
        List<Block> blocks = new ArrayList<>(Yunzhou.paragraphs("关于分工的通知", "各部门：", "1个月内公开目录"));
        blocks.add(grid);
        DocumentRecord record = recognise(blocks, null);
        String text = record.text();
        int first = text.indexOf("1个月内公开目录", text.indexOf("责任单位"));
        assertThat(record.claims().get("tasks"))
                .extracting(Claim::start)
                .containsExactly(first, text.indexOf("1个月内公开目录", first + 1));
        assertThat(record.claims().get("tasks")).extracting(Claim::raw).containsOnly("1个月内公开目录");
    }

    @Test
    void aTableHasNoCaptionFromAnotherFileAndNoneThatIsADateOrASignature() {
        Grid grid = Yunzhou.grid("指标|数值", "总产值|12", "增加值|3");
        List<Block> notice = Yunzhou.paragraphs("云州市统计局关于报送指标的通知", "各县：", "请报送附表。", "云州市统计局", "2024年3月18日");
        List<Block> together = new ArrayList<>(notice);
        together.add(grid);
        assertThat(recognise(together, null).tables())
                .extracting(Table::caption)
                .containsOnlyNulls();

        List<Block> form = new ArrayList<>(Yunzhou.paragraphs("报送要求"));
        ExtractedText archive = new ExtractedText(
                "application/zip",
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(
                        new ExtractedText.Part("通知.txt", Yunzhou.text(notice)),
                        new ExtractedText.Part("要求.txt", Yunzhou.text(form)),
                        new ExtractedText.Part("表.xlsx", Yunzhou.text(List.of(grid)))),
                List.of());
        DocumentRecord record = Yunzhou.recogniser().recognise(Yunzhou.source(), archive, null);
        assertThat(record.tables()).hasSize(1).extracting(Table::caption).containsOnlyNulls();
        form.add(grid);
        assertThat(recognise(form, null).tables()).extracting(Table::caption).containsExactly("报送要求");
    }

    @Test
    void aLostOpeningBracketIsPutBackWhereTheNamesShowItsPlace() {
        assertThat(BracketRepair.repair("市编办市审改办)、市财政局", "")).isEqualTo("市编办(市审改办)、市财政局");
        assertThat(BracketRepair.repair("各县市、区)政府", "各县(市、区)人民政府")).isEqualTo("各县(市、区)政府");
        assertThat(BracketRepair.repair("某某)", "")).as("no evidence, no repair").isEqualTo("某某)");
    }
}
