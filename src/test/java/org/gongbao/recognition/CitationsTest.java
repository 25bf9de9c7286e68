package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.grid;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.extraction.Block;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationsTest {

    private static DocumentRecord notice(String title, String... body) {
        List<String> lines = new ArrayList<>(List.of(title, "云政发〔2023〕5号", "各县区人民政府："));
        lines.addAll(List.of(body));
        lines.addAll(List.of("云州市人民政府", "2023年5月6日"));
        return recognise(lines.toArray(String[]::new));
    }

    private static List<Citation> cited(String... body) {
        return notice("云州市人民政府关于停车管理的通知", body).citations();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "自本通知印发之日起，《云州市停车管理办法》（云政发〔2010〕3号）停止执行。|废止",
                "《云州市停车管理办法》（云政发〔2010〕3号）自2023年6月1日起废止，由市公安局解释。|废止",
                "《云州市停车管理办法》规定的夜间停车收费停止执行。|引用",
                "《云州市停车管理办法》与本通知不一致的，以本通知为准。|引用",
                "《云州市停车管理办法》中与本通知不一致的内容同时废止。|引用",
                "收费按照《云州市停车管理办法》执行，原有规定同时废止。|依据",
                "请对照《云州市停车管理办法》自查，《云州市道路办法》同时废止。|引用",
                "《云州市停车管理办法》继续有效；其他文件同时废止。|继续有效",
                "将《云州市停车管理办法》第三条修改为：“停车位由市公安局划定”。|修改",
                "对《云州市停车管理办法》作如下修改：|修改",
                "删去《云州市停车管理办法》第五条。|修改",
                "《云州市停车管理办法》有效期延长至2026年12月31日。|延长有效期",
                "《云州市停车管理办法》自2023年6月1日起失效。|宣布失效",
                "各单位可以参阅《云州市停车管理办法》。|引用",
                "关于市公安局《云州市停车管理办法》的报告见《关于废止旧文件的通知》。|引用"
            })
    void theWordsAroundATitleSayHowItIsCited(String sentence, String relation) {
        assertThat(cited(sentence).get(0)).satisfies(citation -> {
            assertThat(citation.title()).isEqualTo("云州市停车管理办法");
            assertThat(citation.relation()).isEqualTo(relation);
        });
    }

    @Test
    void severalTitlesInOneSentenceAreAllRepealedByItAndTheQuoteSaysSo() {
        List<Citation> cited = cited("本通知自2023年6月1日起施行，《云州市机动车停放服务收费管理实施办法》（云政发〔2010〕3号）、"
                + "2012年3月5日云州市人民政府发布的《云州市城区道路临时泊位设置管理规定》和《云州市公共停车场建设管理暂行规定》（云政办发〔2015〕8号）同时废止。");

        assertThat(cited).extracting(Citation::relation).containsExactly("废止", "废止", "废止");
        assertThat(cited).allSatisfy(citation -> assertThat(citation.quote()).contains("同时废止"));
        assertThat(cited).extracting(Citation::documentNumber).containsExactly("云政发〔2010〕3号", null, "云政办发〔2015〕8号");
    }

    @Test
    void issuerAndDateBeforeATitleBelongToIt() {
        Citation repealed =
                cited("自本通知施行之日起，2012年3月5日云州市人民政府发布的《云州市道路泊位管理规定》同时废止。").get(0);

        assertThat(repealed.issuer()).isEqualTo("云州市人民政府");
        assertThat(repealed.issuedOn()).isEqualTo(LocalDate.of(2012, 3, 5));
        assertThat(repealed.documentNumber()).isNull();
        assertThat(repealed.quote()).contains("2012年3月5日云州市人民政府发布的");
        assertThat(cited("云州市财政局印发的《云州市资金管理办法》停止执行。").get(0).issuer()).isEqualTo("云州市财政局");
        assertThat(cited("请遵守《云州市资金管理办法》。").get(0).issuer()).isNull();
    }

    @Test
    void aDecreeNamedBeforeATitleIsItsNumber() {
        assertThat(cited("2012年3月5日云州市人民政府令第15号发布的《云州市道路泊位管理规定》同时废止。"))
                .singleElement()
                .satisfies(repealed -> {
                    assertThat(repealed.title()).isEqualTo("云州市道路泊位管理规定");
                    assertThat(repealed.documentNumber()).isEqualTo("云州市人民政府令第15号");
                    assertThat(repealed.issuer()).isEqualTo("云州市人民政府");
                    assertThat(repealed.issuedOn()).isEqualTo(LocalDate.of(2012, 3, 5));
                    assertThat(repealed.relation()).isEqualTo("废止");
                });
    }

    @Test
    void aBareNumberIsRepealedToo() {
        assertThat(cited("云政办字〔2019〕3号同时废止。"))
                .containsExactly(new Citation(null, "云政办字〔2019〕3号", "废止", "云政办字〔2019〕3号同时废止。"));
    }

    @Test
    void titlesNest() {
        assertThat(cited("《云州市人民政府关于印发〈云州市停车管理办法〉的通知》（云政发〔2010〕3号）同时废止。"))
                .singleElement()
                .satisfies(citation -> {
                    assertThat(citation.title()).isEqualTo("云州市人民政府关于印发〈云州市停车管理办法〉的通知");
                    assertThat(citation.relation()).isEqualTo("废止");
                });
    }

    @Test
    void documentsListedLineByLineStandAsTheLineAboveThemSays() {
        List<Citation> cited = cited(
                "一、下列文件自本通知印发之日起废止：",
                "1.《云州市停车管理办法》（云政发〔2010〕3号）",
                "2.云州市人民政府关于加强道路管理的通知（云政发〔2011〕4号）",
                "二、下列文件继续有效：",
                "1.云州市人民政府关于加强桥梁管理的通知（云政发〔2011〕5号）；",
                "三、各县区可以参阅《云州市公路管理办法》。");

        assertThat(cited)
                .extracting(Citation::title, Citation::documentNumber, Citation::relation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("云州市停车管理办法", "云政发〔2010〕3号", "废止"),
                        org.assertj.core.groups.Tuple.tuple("云州市人民政府关于加强道路管理的通知", "云政发〔2011〕4号", "废止"),
                        org.assertj.core.groups.Tuple.tuple("云州市人民政府关于加强桥梁管理的通知", "云政发〔2011〕5号", "继续有效"),
                        org.assertj.core.groups.Tuple.tuple("云州市公路管理办法", null, "引用"));
        assertThat(cited.get(1).quote()).startsWith("一、下列文件自本通知印发之日起废止：");
    }

    private static List<Citation> listed(String title) {
        List<Block> blocks = new ArrayList<>(
                Yunzhou.paragraphs(title, "云政发〔2023〕5号", "各县区人民政府：", "现将结果公布如下。", "云州市人民政府", "2023年5月6日", "文件清理目录"));
        blocks.add(grid(
                "序号|文件名称|文号|制定机关|清理结果",
                "1|云州市停车管理办法|云政发〔2010〕3号|云州市人民政府|废止",
                "2|云州市道路管理办法||云州市公安局|宣布失效",
                "3|云州市桥梁管理办法|云政发〔2011〕5号|云州市人民政府|修改",
                "4|云州市公路管理办法|云政发〔2011〕6号|云州市人民政府|继续有效",
                "5|云州市渡口管理办法|云政发〔2011〕7号|云州市人民政府|拟修改"));
        return recognise(blocks, null).citations();
    }

    @Test
    void eachRowOfACleanUpListIsARelationByTitleNumberAndIssuer() {
        assertThat(listed("云州市人民政府关于公布规范性文件清理结果的通知"))
                .extracting(Citation::title, Citation::documentNumber, Citation::issuer, Citation::relation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("云州市停车管理办法", "云政发〔2010〕3号", "云州市人民政府", "废止"),
                        org.assertj.core.groups.Tuple.tuple("云州市道路管理办法", null, "云州市公安局", "宣布失效"),
                        org.assertj.core.groups.Tuple.tuple("云州市桥梁管理办法", "云政发〔2011〕5号", "云州市人民政府", "修改"),
                        org.assertj.core.groups.Tuple.tuple("云州市公路管理办法", "云政发〔2011〕6号", "云州市人民政府", "继续有效"),
                        org.assertj.core.groups.Tuple.tuple("云州市渡口管理办法", "云政发〔2011〕7号", "云州市人民政府", "引用"));
    }

    @ParameterizedTest
    @CsvSource({"云州市人民政府关于公开征求规范性文件清理结果意见的通知", "云州市人民政府关于规范性文件清理结果的公示", "云州市人民政府关于规范性文件清理结果的公告（征求意见稿）"})
    void whatIsOnlyProposedChangesNothing(String title) {
        assertThat(listed(title)).hasSize(5).extracting(Citation::relation).containsOnly("引用");
        assertThat(notice(title, "本公告印发之日起，《云州市停车管理办法》同时废止。").citations())
                .extracting(Citation::relation)
                .containsOnly("引用");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云州市教育局对市十五届人大三次会议第45号建议的答复|市十五届人大三次会议第45号建议",
                "云州市教育局关于市政协五届三次会议第123号（教育类01号）提案的答复|市政协五届三次会议第123号（教育类01号）提案",
                "云州市教育局关于市政协五届三次会议第2023045号委员提案答复的函|市政协五届三次会议第2023045号委员提案",
                "云州市教育局关于对市人大代表建议第二十号的复函|市人大代表建议第二十号"
            })
    void aReplyAnswersTheProposalOfItsTitle(String title, String proposal) {
        DocumentRecord reply = recognise(title, "云教函〔2023〕9号", "李代表：", "您好，您的来信收到了。", "云州市教育局", "2023年5月6日");

        assertThat(reply.citations()).containsExactly(new Citation(proposal, null, "答复", reply.title()));
    }

    @Test
    void aReplyNamesItsProposalInTheLetter() {
        DocumentRecord reply =
                recognise("云州市教育局答复函", "云教函〔2023〕9号", "李代表：", "您提出的第45号建议收悉，现答复如下。", "云州市教育局", "2023年5月6日");

        assertThat(reply.citations())
                .extracting(Citation::title, Citation::relation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("第45号建议", "答复"));
    }
}
