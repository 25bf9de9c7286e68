package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.junit.jupiter.api.Test;

class GazetteTest {

    @Test
    void anIssueGivesItsNumberAndEachOfItsDocuments() {
        DocumentRecord issue = recognise(
                "云州市人民政府公报",
                "2023年第5期（总第120期）",
                "目　录",
                "云州市人民政府关于防汛工作的通知 1",
                "云州市人民政府办公室关于抗旱工作的通知 2",
                "云州市人民政府关于防汛工作的通知",
                "云政发〔2023〕5号",
                "各县区人民政府：",
                "请做好防汛。",
                "云州市人民政府",
                "2023年5月6日",
                "云州市人民政府办公室",
                "关于抗旱工作的通知",
                "云政办发〔2023〕7号",
                "各县区人民政府：",
                "请做好抗旱。",
                "云州市人民政府办公室",
                "2023年5月8日");
        assertThat(issue.gazette()).isEqualTo(new GazetteIssue("云州市人民政府公报", 2023, 5, 120));
        assertThat(issue.items())
                .extracting(DocumentRecord::documentNumber)
                .containsExactly("云政发〔2023〕5号", "云政办发〔2023〕7号");
        assertThat(issue.items())
                .extracting(DocumentRecord::title)
                .containsExactly("云州市人民政府关于防汛工作的通知", "云州市人民政府办公室关于抗旱工作的通知");
        assertThat(issue.items().get(1).text()).startsWith("云州市人民政府办公室\n关于抗旱").endsWith("2023年5月8日");
        assertThat(issue.text()).contains("目　录");
    }

    @Test
    void aNoticeThatCitesOtherNumbersIsOneDocument() {
        assertThat(recognise(Yunzhou.notice()).items()).isEmpty();
    }
}
