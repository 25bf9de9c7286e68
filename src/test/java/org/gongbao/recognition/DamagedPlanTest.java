package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.gongbao.record.Citation;
import org.gongbao.record.Claim;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Section;
import org.gongbao.record.Task;
import org.junit.jupiter.api.Test;

/** A notice with a task table whose text lost brackets, signs of dates and the shape of its table. */
class DamagedPlanTest {

    private final DocumentRecord record = Yunzhou.recognise(lines());

    static String[] lines() {
        return new String[] {
            "返回云州市政府首页 >>",
            "关于印发云州市2023年政务公开工作方案的通知",
            "信息分类: 文件编号: 公开方式:主动公开;",
            "生成日期:2023-05-06 公开时限:常年公开; 公开范围:面向全社会;",
            "信息索取号:Y00010-0203-2023-00017 责任部门:  ",
            "云市府办字〔202312",
            "云州市人民政府办公室",
            "关于印发云州市2023年政务公开",
            "工作方案的通知",
            "各县(市、区)人民政府,市政府各部门,市属、驻市各单位:",
            "经市政府同意,现将《云州市2023年政务公开工作方案》印发给你们,请认真贯彻落实。",
            "                        202356",
            "(此件主动公开)",
            "云州市2023年政务公开工作方案",
            "根据《江海省人民政府办公厅关于政务公开工作安排的通知》(江府厅字〔202350号)要求,制定本方案。",
            "一、加强组织领导",
            "各部门(单位)要高度重视。",
            "二、细化工作任务",
            "各部门(单位)对照《云州市2023年政务公开任务分解表》(详见附件)落实。",
            "三、强化监督考核",
            "年底组织考核。",
            "附件:云州市2023年政务公开任务分解表",
            "附件",
            "云州市2023年政务公开任务分解表",
            "工作主要任务",
            "牵头落实单位",
            "公开方式和要求",
            "一、加强政策解读。",
            "1.及时发布有关政策,7月底前完成。",
            "市财政局、市教育局",
            "在部门网站公开。",
            "二、推进网上办事。",
            "2.做好事项清单公开。",
            "市编办市审改办)、各县市、区) 政府",
            "按照职责公开。",
            "二、推进网上办事。",
            "3.完善服务平台。",
            "市政府办公室",
            "牵头落实。"
        };
    }

    @Test
    void allEightLabelsAreReadAndThreeAreBlank() {
        assertThat(record.disclosure()).isEqualTo(new Disclosure("主动公开", "常年公开", "面向全社会", null, null));
        assertThat(record.generatedOn()).isEqualTo(LocalDate.of(2023, 5, 6));
        assertThat(record.indexNumber()).isEqualTo("Y00010-0203-2023-00017");
        assertThat(record.siteFileNumber()).isNull();
    }

    @Test
    void numberAndDateAreRepairedWithTheirRawTextAndFindings() {
        assertThat(record.documentNumber()).isEqualTo("云市府办字〔2023〕12号");
        assertThat(record.issuedOn()).isEqualTo(LocalDate.of(2023, 5, 6));
        repaired("documentNumber", "云市府办字〔202312");
        repaired("issuedOn", "202356");
        assertThat(record.findings())
                .extracting(Finding::code)
                .contains("number.repaired", "date.repaired", "units.bracket-lost");
    }

    @Test
    void theDocumentsTitleIsTakenAndNotThePages() {
        assertThat(record.title()).isEqualTo("云州市人民政府办公室关于印发云州市2023年政务公开工作方案的通知");
        assertThat(record.enclosedTitle()).isEqualTo("云州市2023年政务公开工作方案");
        assertThat(record.issuers()).containsExactly("云州市人民政府办公室");
    }

    @Test
    void theChaptersAreThoseOfThePlanAndNotTheCategoriesOfTheTable() {
        assertThat(record.sections()).extracting(Section::heading).containsExactly("加强组织领导", "细化工作任务", "强化监督考核");
    }

    @Test
    void theScatteredTableGivesItsTasks() {
        assertThat(record.tasks()).extracting(Task::number).containsExactly(1, 2, 3);
        assertThat(record.tasks()).extracting(Task::category).containsExactly("一、加强政策解读。", "二、推进网上办事。", "二、推进网上办事。");
        assertThat(record.tasks().get(0).units()).containsExactly("市财政局", "市教育局");
        assertThat(record.tasks().get(0).deadlines()).containsExactly(LocalDate.of(2023, 7, 31));
        assertThat(record.tasks().get(1).units()).containsExactly("市编办(市审改办)", "各县(市、区)政府");
        assertThat(record.tasks()).extracting(Task::measure).containsExactly("在部门网站公开。", "按照职责公开。", "牵头落实。");
        assertThat(record.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).hasSize(3));
    }

    @Test
    void aDamagedNumberOfACitedDocumentIsRepairedToo() {
        assertThat(record.citations()).extracting(Citation::documentNumber).contains("江府厅字〔2023〕50号");
    }

    private void repaired(String field, String raw) {
        Claim claim = record.claims().get(field).get(0);
        assertThat(claim.raw()).isEqualTo(raw);
        assertThat(claim.repaired()).isTrue();
        assertThat(claim.confidence()).isLessThan(1);
    }
}
