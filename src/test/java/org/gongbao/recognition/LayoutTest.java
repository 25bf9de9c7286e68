package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.extraction.Block;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Section;
import org.junit.jupiter.api.Test;

/** Ways in which sources set a document, each with what must come of it. */
class LayoutTest {

    @Test
    void aDocumentRunOnInOneLineIsTakenApart() {
        DocumentRecord record = recognise("云州市人民政府办公室关于成立云州市防汛领导小组的通知云政办发〔2021〕89号各区县（自治县）人民政府，市政府有关部门："
                + "为加强组织领导，经市政府同意，成立云州市防汛领导小组。现将有关事项通知如下：一、组成人员由市政府确定。二、主要职责是统筹协调。"
                + "三、工作机构由市水利局代章。云州市人民政府办公室2021年8月21日（此件公开发布）");
        assertThat(record.title()).isEqualTo("云州市人民政府办公室关于成立云州市防汛领导小组的通知");
        assertThat(record.documentNumber()).isEqualTo("云政办发〔2021〕89号");
        assertThat(record.addressees()).containsExactly("各区县（自治县）人民政府", "市政府有关部门");
        assertThat(record.issuedOn()).isEqualTo(LocalDate.of(2021, 8, 21));
        assertThat(record.sections()).hasSize(3);
        assertThat(record.disclosure().mode()).as("公开发布 states no mode").isNull();
        assertThat(record.text()).doesNotContain("\n");
    }

    @Test
    void theLetterheadIsNotTheTitleButNamesTheIssuer() {
        DocumentRecord record =
                recognise("云州市住房公积金管理委员会文件", "云公积金委〔2023〕3号", "关于调整住房公积金使用政策的通知", "各缴存单位、缴存人：", "现调整如下。");
        assertThat(record.title()).isEqualTo("关于调整住房公积金使用政策的通知");
        assertThat(record.issuers()).containsExactly("云州市住房公积金管理委员会");
    }

    @Test
    void aTitleOverSeveralLinesIsOneLine() {
        DocumentRecord record = recognise("云州市人民政府", "关于印发《云州市规划", "管理办法》", "的 通 知", "各部门：", "请执行。");
        assertThat(record.title()).isEqualTo("云州市人民政府关于印发《云州市规划管理办法》的通知");
        assertThat(record.enclosedTitle()).isEqualTo("云州市规划管理办法");
    }

    @Test
    void jointIssuersRunTogetherAreParted() {
        DocumentRecord record =
                recognise("关于公积金的通知", "云公积金〔2023〕23号", "各有关单位：", "请执行。", "云州市住房保障和房地产管理局云州市住房公积金管理中心", "2023年5月11日");
        assertThat(record.issuers()).containsExactly("云州市住房保障和房地产管理局", "云州市住房公积金管理中心");
    }

    @Test
    void aSignatureThatLostACharacterIsPutRightByTheTitle() {
        DocumentRecord record =
                recognise("云州市住房公积金中心关于公积金的通知", "云公积金〔2023〕23号", "各有关单位：", "请执行。", "云州市住房公积中心", "2023年5月11日");
        assertThat(record.issuers()).containsExactly("云州市住房公积金中心");
        assertThat(record.claims().get("issuers").get(0)).satisfies(claim -> {
            assertThat(claim.raw()).isEqualTo("云州市住房公积中心");
            assertThat(claim.repaired()).isTrue();
            assertThat(claim.confidence()).isLessThan(1);
        });
        assertThat(record.findings()).extracting(Finding::code).contains("issuer.repaired");
    }

    @Test
    void theButtonsOfAPageInLinesOfTheirOwnAreNoPartOfTheTitle() {
        DocumentRecord record =
                recognise("来源：", "云州日报", "【字体：", "小", "中", "大", "】", "云州市人民政府工作报告", "各位代表：", "现在，我代表市人民政府报告工作。");
        assertThat(record.title()).isEqualTo("云州市人民政府工作报告");
    }

    @Test
    void theFormulaThatClosesALetterBelongsToNoSection() {
        DocumentRecord record = recognise(
                "云州市人民政府关于设立园区的批复", "青石县人民政府：", "现批复如下：", "一、同意设立园区。", "二、你县要科学布局。", "此复。", "云州市人民政府", "2023年8月30日");
        assertThat(record.sections()).extracting(Section::label).containsExactly("一", "二");
        assertThat(record.sections().get(1).text()).doesNotContain("此复");
        assertThat(record.text()).contains("此复。");
    }

    @Test
    void aTableOfMetadataIsReadAndIsNoTableOfTheDocument() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Yunzhou.grid(
                "索 引 号：|000123456/2023-00012|主题分类：|综合政务\\政务公开",
                "发文机关：|云州市人民政府|成文日期：|2023年05月06日",
                "标　　题：|云州市人民政府关于防汛工作的通知",
                "发文字号：|云政发〔2023〕5号|发布日期：|2023年05月08日"));
        blocks.addAll(Yunzhou.paragraphs(
                "云州市人民政府关于", "防汛工作的通知", "云政发〔2023〕5号", "各县区人民政府：", "请做好防汛。", "云州市人民政府", "2023年5月7日"));
        DocumentRecord record = recognise(blocks, null);
        assertThat(record.indexNumber()).isEqualTo("000123456/2023-00012");
        assertThat(record.themes()).containsExactly("综合政务\\政务公开");
        assertThat(record.publishedOn()).isEqualTo(LocalDate.of(2023, 5, 8));
        assertThat(record.issuedOn()).as("the signature, not the header").isEqualTo(LocalDate.of(2023, 5, 7));
        assertThat(record.findings()).extracting(Finding::code).containsExactly("date.disagrees");
        assertThat(record.tables()).isEmpty();
    }

    @Test
    void pairsRunTogetherOnALineArePartedAndASiteNumberIsNoDocumentNumber() {
        DocumentRecord record = recognise(
                "关于调整利率下限的公告",
                "来源：云州网发布日期：2023-01-1809:00【字体：大中小】",
                "信息类别：公告公示文件编号：YZSZF-202301-59公开方式：主动公开生成日期：2023-01-18公开时限：常年公开公开范围：面向全社会信息索取号：014582152/2023-00307",
                "根据有关规定，现公告如下。");
        assertThat(record.siteFileNumber()).isEqualTo("YZSZF-202301-59");
        assertThat(record.documentNumber()).isNull();
        assertThat(record.publishedOn()).isEqualTo(LocalDate.of(2023, 1, 18));
        assertThat(record.disclosure().term()).isEqualTo("常年公开");
        assertThat(record.disclosure().category()).isEqualTo("公告公示");
        assertThat(record.indexNumber()).isEqualTo("014582152/2023-00307");
    }

    @Test
    void anOrderHasItsNumberOnTwoLinesAndItsInstrumentAsTitle() {
        DocumentRecord record = recognise(
                "云州市人民政府令",
                "第 12 号",
                "《云州市河道管理办法》已经市政府第3次常务会议通过，现予公布，自2023年7月1日起施行。",
                "市长 某某",
                "2023年5月6日",
                "云州市河道管理办法",
                "第一条　为了加强河道管理，制定本办法。");
        assertThat(record.documentNumber()).isEqualTo("云州市人民政府令第12号");
        assertThat(record.title()).isEqualTo("云州市河道管理办法");
        assertThat(record.documentKind()).isEqualTo("命令");
        assertThat(record.issuers()).containsExactly("云州市人民政府");
        assertThat(record.effectiveOn()).isEqualTo(LocalDate.of(2023, 7, 1));
    }

    @Test
    void listsOfAttachmentsAreTakenApartAndAreNoSections() {
        DocumentRecord record =
                recognise("关于清单的通知", "各部门：", "请执行。", "附件：1.权力清单（第二批）      2.责任清单", "3．取消事项目录", "云州市财政局", "2023年5月6日");
        assertThat(record.attachments()).containsExactly("权力清单（第二批）", "责任清单", "取消事项目录");
        assertThat(record.sections()).isEmpty();
    }

    @Test
    void aSecrecyMarkIsFound() {
        assertThat(recognise("000001", "机密★5年", "云州市人民政府文件", "云政发〔2023〕5号", "关于工作的通知", "各部门：", "请执行。")
                        .secrecy())
                .isEqualTo("机密★5年");
    }

    @Test
    void aDraftForCommentIsADraft() {
        assertThat(recognise("云州市绿化办法（征求意见稿）", "第一条　为了绿化，制定本办法。").draft()).isTrue();
    }
}
