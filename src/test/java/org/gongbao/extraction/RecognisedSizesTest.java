package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.record.Box;
import org.junit.jupiter.api.Test;

/** Boxes as they were read from scans: their heights differ though the lines are set in one size. */
class RecognisedSizesTest {

    private static Line line(String text, double x, double y, double right, double height) {
        return new Line(text, 1, new Box(x, y, right - x, height), 0.97);
    }

    private static List<String> paragraphs(Line... lines) {
        return Paragraphs.of(List.of(PageLayout.ofRecognised(List.of(lines), 1, 595, 842))).stream()
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    @Test
    void aLineWhoseBoxIsLowStillContinuesTheFullLineBeforeIt() {
        assertThat(paragraphs(
                        line("云州市交通运输局", 216.7, 214.4, 371.5, 21.8),
                        line("关于做好国庆假期公路保畅工作的通知", 128.2, 248.9, 459.8, 20.0),
                        line("各县（市、区）交通运输局，局属各单位：", 75.7, 290.8, 341.7, 18.3),
                        line("国庆假期将至，为保障公路安全畅通，现就有关事项通知如下：", 103.9, 316.6, 500.3, 17.3),
                        line("一、加强路况巡查。各单位要在9月25日前完成重点路段、桥梁", 104.4, 340.8, 504.8, 19.0),
                        line("隧道的隐患排查，发现问题立即处置。", 73.3, 367.0, 327.8, 17.4),
                        line("二、优化出行服务。收费站要开足车道，及时发布路况信息，引", 104.0, 391.9, 509.0, 17.9),
                        line("导车辆错峰出行。", 75.4, 418.4, 181.9, 14.6),
                        line("三、严格值班值守。执行领导带班和24小时值班制度，突发情况", 103.6, 442.0, 511.1, 19.0),
                        line("第一时间报告。", 74.9, 468.3, 169.6, 17.2)))
                .containsExactly(
                        "云州市交通运输局关于做好国庆假期公路保畅工作的通知",
                        "各县（市、区）交通运输局，局属各单位：",
                        "国庆假期将至，为保障公路安全畅通，现就有关事项通知如下：",
                        "一、加强路况巡查。各单位要在9月25日前完成重点路段、桥梁隧道的隐患排查，发现问题立即处置。",
                        "二、优化出行服务。收费站要开足车道，及时发布路况信息，引导车辆错峰出行。",
                        "三、严格值班值守。执行领导带班和24小时值班制度，突发情况第一时间报告。");
    }

    @Test
    void aPartThatIsNotSetInBeginsAParagraphAlsoAfterABracket() {
        assertThat(paragraphs(
                        line("（二）发挥政府性融资担保机构作用支持小微企业。充分发挥国家融资担保基金作用，引导更多", 66.6, 470.0, 574.5, 15.5),
                        line("金融资源支持创业就业。各地政府性融资担保基金应优先为符合条件的小微企业提供低费率的担", 61.4, 488.8, 573.7, 17.3),
                        line("保支持，提高小微企业贷款可获得性。（财政部、工业和信息化部、人民银行、银保监会负责）", 61.7, 510.1, 560.7, 14.9),
                        line("二、鼓励支持就业创业", 62.0, 528.1, 183.6, 18.8)))
                .hasSize(2)
                .last()
                .isEqualTo("二、鼓励支持就业创业");
    }

    @Test
    void aShortLineTakesTheSizeOfThePageAndATitleKeepsItsOwn() {
        RecognisedSizes sizes = new RecognisedSizes(List.of(line("购房省级支出责任，鼓励市县对引进人才", 80, 100, 368, 19)));
        assertThat(sizes.of("助。", new Box(80, 130, 25, 18))).isEqualTo(16);
        assertThat(sizes.of("责）", new Box(80, 130, 34, 18))).isEqualTo(16);
        assertThat(sizes.of("云州市人民政府公告", new Box(80, 130, 198, 26))).isEqualTo(22);
        assertThat(sizes.of("通告", new Box(80, 130, 46, 27))).isEqualTo(23);
    }
}
