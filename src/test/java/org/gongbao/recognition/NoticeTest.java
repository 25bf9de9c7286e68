package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.time.LocalDate;
import org.gongbao.record.Citation;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Section;
import org.gongbao.record.Validity;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private final DocumentRecord record = recognise(Yunzhou.notice());

    @Test
    void itsTitleNumberKindAndEnclosedInstrumentAreRead() {
        assertThat(record.title()).isEqualTo("云州市人民政府办公室关于印发云州市城市绿化办法的通知");
        assertThat(record.enclosedTitle()).isEqualTo("云州市城市绿化办法");
        assertThat(record.documentNumber()).isEqualTo("云政办发〔2023〕12号");
        assertThat(record.documentKind()).isEqualTo("通知");
        assertThat(record.instrumentForm()).isEqualTo("办法");
        assertThat(record.language()).isEqualTo("zh-Hans");
    }

    @Test
    void itsIssuerAddresseesDatesAndModeAreRead() {
        assertThat(record.issuers()).containsExactly("云州市人民政府办公室");
        assertThat(record.addressees()).containsExactly("各县（市、区）人民政府", "市政府各部门");
        assertThat(record.issuedOn()).isEqualTo(LocalDate.of(2023, 5, 6));
        assertThat(record.effectiveOn()).isEqualTo(LocalDate.of(2023, 6, 1));
        assertThat(record.expiresOn()).isEqualTo(LocalDate.of(2028, 5, 31));
        assertThat(record.disclosure().mode()).isEqualTo("主动公开");
    }

    @Test
    void havingTakenEffectDoesNotProveThatItStillHolds() {
        assertThat(record.validity()).isNotNull();
        assertThat(record.validity().status()).isEqualTo(Validity.UNKNOWN);
    }

    @Test
    void whatItCitesIsToldWithTheRelation() {
        assertThat(record.citations())
                .extracting(Citation::title, Citation::documentNumber, Citation::relation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("云州市城市绿化办法", null, "印发"),
                        org.assertj.core.groups.Tuple.tuple("中华人民共和国城乡规划法", null, "依据"),
                        org.assertj.core.groups.Tuple.tuple("云州市绿化管理规定", "云政发〔2010〕3号", "废止"));
    }

    @Test
    void itsArticlesAreSections() {
        assertThat(record.sections()).extracting(Section::label).containsExactly("第一条", "第二条");
    }

    @Test
    void everyValueHasAClaimThatPointsAtItsRawText() {
        for (String field :
                new String[] {"title", "documentNumber", "issuers", "issuedOn", "effectiveOn", "addressees"}) {
            assertThat(record.claims()).containsKey(field);
            for (Claim claim : record.claims().get(field)) {
                assertThat(slice(record.text(), claim)).as(field).isEqualTo(claim.raw());
                assertThat(claim.repaired()).isFalse();
            }
        }
        assertThat(record.findings()).isEmpty();
    }

    @Test
    void offsetsCountCodePointsBeyondTheBasicPlane() {
        DocumentRecord rare =
                recognise("云州市\uD840\uDC0B镇人民政府关于防汛的通知", "云政发〔2023〕1号", "各村：", "请做好防汛。", "云州市人民政府", "2023年5月6日");
        Claim date = rare.claims().get("issuedOn").get(0);
        assertThat(slice(rare.text(), date)).isEqualTo("2023年5月6日");
        assertThat(date.end())
                .isEqualTo(rare.text().codePointCount(0, rare.text().length()));
    }

    @Test
    void silenceGivesNullAndEmptyLists() {
        DocumentRecord empty = recognise("今天天气很好。");
        assertThat(empty.title()).isNull();
        assertThat(empty.documentNumber()).isNull();
        assertThat(empty.issuers()).isEmpty();
        assertThat(empty.issuedOn()).isNull();
        assertThat(empty.disclosure().mode()).isNull();
        assertThat(empty.tasks()).isEmpty();
    }

    @Test
    void anUnreadableFileHasASourceAndAnError() {
        DocumentRecord refused =
                Recognition.unreadable(Yunzhou.source(), Finding.warning("file.encrypted", "an encrypted PDF came"));
        assertThat(refused.source()).isEqualTo(Yunzhou.source());
        assertThat(refused.findings())
                .singleElement()
                .extracting(finding -> finding.severity().code())
                .isEqualTo("error");
    }

    private static String slice(String text, Claim claim) {
        assertThat(claim.start()).isNotNull();
        return text.substring(text.offsetByCodePoints(0, claim.start()), text.offsetByCodePoints(0, claim.end()));
    }
}
