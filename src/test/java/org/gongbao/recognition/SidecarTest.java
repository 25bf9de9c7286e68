package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;

class SidecarTest {

    private static final String META = """
            {"BT": "云州市财政局关于预算的<br/>通知（云财发〔2023〕9号）", "FWZH": "云财发〔2023〕9号", "IDXID": "0145/2023-1",
             "CWRQ": "2023-05-08T00:00:00.000+0800", "deploytime": "1683561600000", "FWJG_name": "\u200b云州市财政局"}
            """;

    @Test
    void itFillsWhatTheTextLeavesOpen() {
        DocumentRecord record = Yunzhou.recognise(Yunzhou.paragraphs("各县区财政局：", "请编制预算。"), META);
        assertThat(record.title()).isEqualTo("云州市财政局关于预算的通知");
        assertThat(record.documentNumber()).isEqualTo("云财发〔2023〕9号");
        assertThat(record.indexNumber()).isEqualTo("0145/2023-1");
        assertThat(record.issuers()).containsExactly("云州市财政局");
        assertThat(record.issuedOn()).isEqualTo(LocalDate.of(2023, 5, 8));
        assertThat(record.publishedOn()).isEqualTo(LocalDate.of(2023, 5, 9));
        assertThat(record.claims().get("title").get(0).start())
                .as("not in the text")
                .isNull();
        assertThat(record.claims().get("title").get(0).confidence()).isLessThan(1);
    }

    @Test
    void theTextWinsAndTheDisagreementIsAFinding() {
        DocumentRecord record = Yunzhou.recognise(Yunzhou.paragraphs("各县区财政局：", "请编制预算。", "云州市财政局", "2023年5月6日"), META);
        assertThat(record.issuedOn()).isEqualTo(LocalDate.of(2023, 5, 6));
        assertThat(record.findings()).extracting(Finding::code).containsExactly("date.disagrees");
        assertThat(record.claims().get("issuedOn"))
                .extracting(Claim::value)
                .containsExactly("2023-05-06", "2023-05-08");
    }

    @Test
    void whatAgreesIsEvidenceOfItsOwnAndNoFinding() {
        DocumentRecord record = Yunzhou.recognise(
                Yunzhou.paragraphs("云州市财政局关于预算的通知", "云财发〔2023〕9号", "各县区财政局：", "请编制预算。", "云州市财政局", "2023年5月8日"), META);
        assertThat(record.findings()).isEmpty();
        for (String field : List.of("title", "documentNumber", "issuers", "issuedOn")) {
            assertThat(record.claims().get(field))
                    .as(field)
                    .extracting(claim -> claim.rule().startsWith("sidecar"))
                    .containsExactly(false, true);
        }
    }

    @Test
    void aNameOrTitleThatContradictsTheDocumentStaysBesideIt() {
        DocumentRecord record = Yunzhou.recognise(
                Yunzhou.paragraphs("云州市教育局关于招生的通知", "各县区教育局：", "请做好招生。", "云州市教育局", "2023年5月8日"), META);
        assertThat(record.title()).isEqualTo("云州市教育局关于招生的通知");
        assertThat(record.issuers()).containsExactly("云州市教育局");
        assertThat(record.claims().get("issuers")).extracting(Claim::value).containsExactly("云州市教育局", "云州市财政局");
        assertThat(record.findings())
                .extracting(Finding::code)
                .containsExactly("sidecar.disagrees", "sidecar.disagrees");
    }

    @Test
    void aBrokenSidecarIsAFinding() {
        DocumentRecord record = Yunzhou.recognise(Yunzhou.paragraphs("请编制预算。"), "{nonsense");
        assertThat(record.findings()).extracting(Finding::code).containsExactly("sidecar.unreadable");
    }
}
