package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Table;
import org.gongbao.web.site.TextView.Block;
import org.gongbao.web.site.TextView.Entry;
import org.gongbao.web.site.TextView.Kind;
import org.junit.jupiter.api.Test;

class TextLayoutTest {

    @Test
    void everyLineIsShownOnceAndInOrder() {
        TextView view = TextLayout.of(DemoPlan.record());
        String shown = String.join(
                "\n",
                view.blocks().stream()
                        .filter(block -> block.kind() != Kind.TABLE)
                        .map(block -> block.lead() + block.text())
                        .toList());
        String expected = DemoPlan.record().text().strip().replaceAll("(?s)\n项目\n.*市财政局(?=\n)", "");

        assertThat(shown).isEqualTo(expected);
        assertThat(view.blocks())
                .filteredOn(block -> block.kind() == Kind.TABLE)
                .hasSize(1);
        assertThat(view.loose()).isEmpty();
    }

    @Test
    void sectionsLeadToTheirLines() {
        TextView view = TextLayout.of(DemoPlan.record());
        assertThat(view.contents())
                .startsWith(
                        new Entry("sec_1", 1, "一、总体要求"),
                        new Entry("sec_2", 1, "二、重点任务"),
                        new Entry("sec_2_1", 2, "（一）完善居家社区养老服务网络"))
                .allMatch(entry -> view.leadsTo(entry.anchor()));
        Block part = view.blocks().stream()
                .filter(block -> "sec_3_2".equals(block.anchor()))
                .findFirst()
                .orElseThrow();
        assertThat(part.lead()).isEqualTo("（二）强化督查考核");
        assertThat(part.text()).startsWith("。市政府办公室");
    }

    @Test
    void aDocumentOfAnIssueBeginsBehindTheTableOfContents() {
        DocumentRecord first = of(
                        "甲局关于收费的公告\n甲公告〔2023〕1号\n一、总则\n收费如下。", List.of(new Section("一", 1, "总则", "收费如下。", List.of())))
                .toBuilder()
                .title("甲局关于收费的公告")
                .build();
        DocumentRecord second =
                of("乙局关于停水的通告\n停水一日。", List.of()).toBuilder().title("乙局关于停水的通告").build();
        String front = "云州公报\n目录\n甲局关于收费的公告（甲公告〔2023〕1号）……2\n乙局关于停水的通告……3\n一、总则……2\n";
        DocumentRecord issue = of(front + first.text() + "\n" + second.text(), List.of()).toBuilder()
                .items(List.of(first, second))
                .build();

        TextView view = TextLayout.of(issue);

        assertThat(view.blocks())
                .filteredOn(block -> block.kind() == Kind.HEADING)
                .extracting(Block::anchor, Block::start)
                .containsExactly(
                        tuple("item_1", front.length()),
                        tuple("item_1_sec_1", front.length() + first.text().indexOf("一、")),
                        tuple("item_2", front.length() + first.text().length() + 1));
        assertThat(view.contents()).extracting(Entry::anchor).containsExactly("item_1", "item_1_sec_1", "item_2");
    }

    @Test
    void aHeadingSetWithBlanksIsFoundAndShownAsItStands() {
        DocumentRecord record = of("一、 总 体 要 求\n要求如下。", List.of(new Section("一", 1, "总体要求", "", List.of())));
        assertThat(TextLayout.of(record).blocks().get(0).text()).isEqualTo("一、 总 体 要 求");
        assertThat(TextLayout.of(record).blocks().get(0).kind()).isEqualTo(Kind.HEADING);
    }

    @Test
    void aSectionThatIsNotInTheTextTakesNoLine() {
        DocumentRecord record = of(
                "一、甲\n二、乙",
                List.of(new Section("一", 1, "不在文中", "", List.of()), new Section("二", 1, "乙", "", List.of())));
        TextView view = TextLayout.of(record);
        assertThat(view.contents()).containsExactly(new Entry("sec_2", 1, "二、乙"));
        assertThat(view.blocks()).hasSize(2);
    }

    @Test
    void numberAddresseesAndSignatureAreToldFromTheText() {
        assertThat(TextLayout.of(DemoPlan.record()).blocks())
                .extracting(Block::kind)
                .startsWith(Kind.TITLE, Kind.NUMBER, Kind.ADDRESSEES, Kind.PARAGRAPH, Kind.SIGNATURE, Kind.SIGNATURE);
    }

    @Test
    void aTableOfWhichACellIsNotThereStaysApartAndItsLinesStayText() {
        DocumentRecord record = of("项目\n资金\n道路\n100", List.of()).toBuilder()
                .tables(List.of(new Table(null, List.of("项目", "资金"), List.of(List.of("道路", "200")), List.of())))
                .build();
        TextView view = TextLayout.of(record);
        assertThat(view.loose()).hasSize(1);
        assertThat(view.blocks()).hasSize(4).allMatch(block -> block.kind() == Kind.PARAGRAPH);
    }

    @Test
    void aTableWithMergedCellsIsFoundByItsRows() {
        DocumentRecord record = of("前言\n类别 事项\n甲类 第一项\n第二项\n后记", List.of()).toBuilder()
                .tables(List.of(new Table(
                        null, List.of("类别", "事项"), List.of(List.of("甲类", "第一项"), List.of("甲类", "第二项")), List.of())))
                .build();
        assertThat(TextLayout.of(record).blocks())
                .extracting(Block::kind)
                .containsExactly(Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH);
    }

    @Test
    void anItemOfAnIssueIsFoundOverSeveralLines() {
        TextView view = TextLayout.of(DemoRecords.issue());
        assertThat(view.contents()).extracting(Entry::anchor).contains("item_1", "item_1_sec_1", "item_2");
    }

    private static DocumentRecord of(String text, List<Section> sections) {
        return DocumentRecord.builder(DemoDocuments.source("x.pdf", false))
                .issuedOn(LocalDate.of(2023, 5, 18))
                .sections(sections)
                .text(text)
                .build();
    }
}
