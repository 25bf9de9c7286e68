package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where two places of a document disagree both are kept, the better wins, and a finding says so. */
class DisagreementTest {

    private static DocumentRecord record(String header, String letterhead, String number, String signature) {
        return Yunzhou.recognise(Stream.of(
                        header,
                        letterhead,
                        number,
                        "云州市财政局关于加强预算管理的通知",
                        "各县（市、区）财政局：",
                        "请加强预算管理。",
                        signature,
                        "2023年5月6日")
                .filter(line -> !line.isEmpty())
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "文号：云财发〔2023〕19号, documentNumber, 云财发〔2023〕9号, 云财发〔2023〕19号, number.disagrees",
        "成文日期：2023-05-08, issuedOn, 2023-05-06, 2023-05-08, date.disagrees",
        "发文机关：云州市教育局, issuers, 云州市财政局, 云州市教育局, issuer.disagrees",
        "标题：云州市财政局关于加强收费管理的通知, title, 云州市财政局关于加强预算管理的通知, 云州市财政局关于加强收费管理的通知, title.disagrees"
    })
    void theDocumentWinsOverItsHeaderWhichStaysAsAClaim(
            String header, String field, String winner, String loser, String code) {
        DocumentRecord record = record(header, "", "云财发〔2023〕9号", "云州市财政局");
        List<Claim> claims = record.claims().get(field);
        assertThat(claims.get(0).value()).isEqualTo(winner);
        Claim lost = claims.get(claims.size() - 1);
        assertThat(lost.value()).isEqualTo(loser);
        assertThat(lost.rule()).isEqualTo("header.label-overruled/1");
        assertThat(lost.confidence())
                .isLessThanOrEqualTo(0.5)
                .isLessThan(claims.get(0).confidence());
        assertThat(header).contains(lost.raw());
        assertThat(record.findings()).extracting(Finding::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "文号：云财发〔2023〕9号, documentNumber, 云财发〔2023〕9号",
        "成文日期：2023-05-06, issuedOn, 2023-05-06",
        "发文机关：云州市财政局, issuers, 云州市财政局",
        "标题：云州市财政局关于加强预算管理的通知, title, 云州市财政局关于加强预算管理的通知"
    })
    void aHeaderThatAgreesIsEvidenceOfItsOwn(String header, String field, String value) {
        DocumentRecord record = record(header, "", "云财发〔2023〕9号", "云州市财政局");
        assertThat(record.claims().get(field))
                .filteredOn(claim -> claim.rule().equals("header.label/1"))
                .singleElement()
                .extracting(Claim::value)
                .isEqualTo(value);
        assertThat(record.findings()).isEmpty();
    }

    @Test
    void theSignatureWinsOverTheLetterheadWhichStaysAsAClaim() {
        DocumentRecord record = record("", "云州市教育局文件", "云财发〔2023〕9号", "云州市财政局");
        assertThat(record.issuers()).containsExactly("云州市财政局");
        assertThat(record.claims().get("issuers"))
                .extracting(Claim::rule, Claim::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("issuer.signature/1", "云州市财政局"),
                        org.assertj.core.groups.Tuple.tuple("issuer.letterhead-overruled/1", "云州市教育局"));
        assertThat(record.findings()).extracting(Finding::code).containsExactly("issuer.disagrees");
    }

    @Test
    void theHeaderWinsOverADamagedNumberWhichStaysWithItsRawText() {
        DocumentRecord record = record("文号：云财发〔2023〕19号", "", "云财发〔20239号", "云州市财政局");
        assertThat(record.documentNumber()).isEqualTo("云财发〔2023〕19号");
        Claim lost = record.claims().get("documentNumber").get(1);
        assertThat(lost.value()).isEqualTo("云财发〔2023〕9号");
        assertThat(lost.raw()).isEqualTo("云财发〔20239号");
        assertThat(lost.repaired()).isTrue();
        assertThat(lost.confidence()).isLessThanOrEqualTo(0.5);
        assertThat(record.findings()).extracting(Finding::code).containsExactly("number.repaired", "number.disagrees");
    }

    @ParameterizedTest
    @CsvSource({"云州市财政局, 云州市财政局办公室, 1", "云州市发展改革委, 云州市发展和改革委员会, 0"})
    void aTitleMayNameTheSignerInShortButNotAnotherBody(String titled, String signature, int findings) {
        DocumentRecord record = Yunzhou.recognise(
                titled + "关于加强预算管理的通知", "云财发〔2023〕9号", "各县（市、区）财政局：", "请加强预算管理。", signature, "2023年5月6日");
        assertThat(record.issuers()).containsExactly(signature);
        assertThat(record.claims().get("issuers"))
                .extracting(Claim::rule)
                .containsExactly("issuer.signature/1", "issuer.title-overruled/1");
        assertThat(record.findings()).hasSize(findings);
    }
}
