package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.NamedAgencies;
import org.junit.jupiter.api.Test;

/** Records say whose they are and which agencies they name. */
class NamedAgenciesTest {

    @Test
    void aNoticeSaysWhoseItIsAndWhereThatIsSeen() {
        DocumentRecord record = Yunzhou.recognise(Yunzhou.notice());
        assertThat(record.jurisdiction()).isEqualTo("990100");
        Claim claim = record.claims().get("jurisdiction").get(0);
        assertThat(claim.rule()).isEqualTo("jurisdiction.issuer/1");
        assertThat(record.text().substring(Objects.requireNonNull(claim.start()), Objects.requireNonNull(claim.end())))
                .isEqualTo(claim.raw())
                .isEqualTo("云州市人民政府办公室");
    }

    @Test
    void issuersAndAddresseesAreReferencesOfOneListEach() {
        DocumentRecord record = Yunzhou.recognise(Yunzhou.notice());
        assertThat(record.agencies())
                .extracting(AgencyReference::name, AgencyReference::id, AgencyReference::roles)
                .containsExactly(
                        tuple("云州市人民政府办公室", "990100-gov-office", List.of("issuer")),
                        tuple("各县（市、区）人民政府", "990100-counties", List.of("addressee")),
                        tuple("市政府各部门", "990100-departments", List.of("addressee")));
        assertThat(Objects.requireNonNull(record.agencies().get(1).group()).members())
                .contains("990121-gov");
    }

    @Test
    void aCountysDocumentReadsItsOwnShortNames() {
        DocumentRecord record = Yunzhou.recognise(
                "青石县教育局关于做好春季开学工作的通知", "青教字〔2023〕3号", "县财政局、市教育局：", "请做好春季开学工作。", "青石县教育局", "2023年2月1日");
        assertThat(record.jurisdiction()).isEqualTo("990121");
        assertThat(record.agencies())
                .extracting(AgencyReference::id)
                .containsExactly("990121-edu", "990121-finance", "990100-edu");
    }

    @Test
    void anIssuerThatTheFileDoesNotKnowHasNoIdentifierButAFindingAndItsPlace() {
        DocumentRecord record = Yunzhou.recognise(
                "云州市观星指导委员会关于观星活动的通知", "云观字〔2023〕3号", "各有关单位：", "请参加观星活动。", "云州市观星指导委员会", "2023年2月1日");
        assertThat(record.issuers()).containsExactly("云州市观星指导委员会");
        assertThat(record.agencies().get(0).id()).isNull();
        assertThat(record.findings()).extracting(Finding::code).contains("agency.unknown");
        assertThat(record.jurisdiction()).isEqualTo("990100");
    }

    @Test
    void aDocumentWithoutAPlaceHasNoJurisdiction() {
        DocumentRecord record = Yunzhou.recognise("关于做好工作的通知", "各单位：", "请做好工作。");
        assertThat(record.jurisdiction()).isNull();
        assertThat(record.claims()).doesNotContainKey("jurisdiction");
    }

    @Test
    void aCreditCodeInTheIndexNumberSaysWhoseTheDocumentIs() {
        DocumentRecord record = Yunzhou.recognise("索引号：11990121MB00000017/2023-00017", "关于做好工作的通知", "各单位：", "请做好工作。");
        assertThat(record.indexNumber()).isEqualTo("11990121MB00000017/2023-00017");
        assertThat(record.jurisdiction()).isEqualTo("990121");
    }

    @Test
    void correctedNamesKeepWhatIsStillTrue() {
        DocumentRecord record = Yunzhou.recognise(Yunzhou.notice());
        DocumentRecord corrected =
                record.toBuilder().issuers(List.of("云州市人民政府办公室", "云州市观星台")).build();
        assertThat(NamedAgencies.corrected(corrected).subList(0, 2))
                .extracting(AgencyReference::name, AgencyReference::id)
                .containsExactly(tuple("云州市人民政府办公室", "990100-gov-office"), tuple("云州市观星台", null));
    }
}
