package org.gongbao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static DocumentRecord.Builder record(String text) {
        return DocumentRecord.builder(new Source("a.txt", "ab", "text/plain", 9, null, null, false))
                .title("云州市水务局关于停水的通知")
                .addressees(List.of("各县（区）水务局"))
                .text(text);
    }

    @Test
    void theFirstParagraphOfProseSaysWhatADocumentIsAbout() {
        DocumentRecord record = record("""
                公开方式：主动公开　公开时限：常年公开
                云州市水务局关于停水的通知
                云水字〔2023〕4号
                各县（区）水务局，各有关单位：
                因管网检修，定于5月8日停水一日，现将有关事项通知如下：
                一、请提前储水。""").build();
        assertThat(Opening.of(record)).contains("正文开头：因管网检修，定于5月8日停水一日，现将有关事项通知如下：");
    }

    @Test
    void ofANoticeThatPrintsADocumentItIsThatDocumentsBeginning() {
        DocumentRecord record = record("""
                云州市水务局关于印发节水方案的通知
                现将《节水方案》印发给你们，请认真贯彻落实。
                节水方案
                为节约用水，保障供水安全，制定本方案。""").enclosedTitle("节水方案").build();
        assertThat(Opening.of(record)).contains("正文开头：为节约用水，保障供水安全，制定本方案。");
    }

    @Test
    void ofAnIssueItIsWhatStandsInIt() {
        DocumentRecord issue = record("各县（区）人民政府，市政府各部门：\n停水一日，请储水备用。")
                .items(List.of(
                        record("").build(), record("").title("云州市关于节水的意见").build()))
                .build();
        assertThat(Opening.of(issue)).contains("本期刊载：云州市水务局关于停水的通知；云州市关于节水的意见");
    }

    @Test
    void aLongOneIsCutAndATextWithoutProseHasNone() {
        assertThat(Opening.of(record("水".repeat(200) + "。").build()))
                .hasValueSatisfying(text -> assertThat(text).endsWith("水……").hasSize(5 + 120 + 2));
        assertThat(Opening.of(record("项目\n资金\n道路\n100").build())).isEmpty();
    }
}
