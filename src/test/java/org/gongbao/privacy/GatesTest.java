package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Source;
import org.gongbao.record.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {

    private static DocumentRecord.Builder notice(String text) {
        Source source = new Source("notice.txt", "00", "text/plain", 1, "UTF-8", null, false);
        return DocumentRecord.builder(source).title("关于公示名单的通知").text(text);
    }

    private static List<String> asked(PublicationGate gate, DocumentRecord record) {
        return gate.obstacles(record, new PackageContent(record, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三，身份证号11010519491231002X。",
                "张三，身份证号11010519491231002x。",
                "张三 １１０１０５１９４９１２３１００２Ｘ",
                "张三 110105 19491231 002X",
                "张三 440524188001010014 3 1200元",
                "1 440524188001010014 张三",
                "440524188001010014-3",
                "1.440524188001010014 张三",
                "1 110105 19491231 002X 3 1200元",
                "ID440524188001010014",
                "身份证：110105491231002"
            })
    void anIdentityNumberIsHeldInEveryWriting(String text) {
        assertThat(asked(
                        new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null)),
                        notice(text).build()))
                .singleElement()
                .asString()
                .contains("identity number")
                .doesNotContain("1949");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "统一社会信用代码：91350100M000100Y43",
                "索引号 B00010-0203-2018-291879，订单 110105194912310021",
                "项目代码2018-360702-48-01-123456，开户银行账户另行通知",
                "中国工商银行云州分行贷款 4111111111111111 元",
                "2021 1200 3400 5600 2022 1300 3500 5700 2023 1400",
                "订单号AB4111111111111111，由工商银行承办",
                "热线12345，电话0797-8391234，联系人手机13900000000",
                "资金4111111111111111元"
            })
    void whatIsNoPersonalDataPasses(String text) {
        assertThat(asked(
                        new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null)),
                        notice(text).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "银行卡号：4111 1111 1111 1111",
                "卡号 张三 4111111111111111 3 1200元",
                "开户账号 1 4111 1111 1111 1111 1200元",
                "张三\t工商银行\t4111111111111111",
                "张三\t411111-1111111111\t农业银行"
            })
    void aBankCardIsHeldWhereTheTextSpeaksOfCards(String text) {
        assertThat(asked(
                        new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null)),
                        notice(text).build()))
                .singleElement()
                .asString()
                .contains("bank card");
    }

    @Test
    void mobileNumbersAreHeldInAListOfPersons() {
        DocumentRecord list = notice("序号\t姓名\t电话\n1\t张三\t13900000000")
                .tables(List.of(new Table(
                        null, List.of("序号", "姓名", "电话"), List.of(List.of("1", "张三", "13900000000")), List.of())))
                .build();

        assertThat(asked(new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null)), list))
                .hasSize(1);
    }

    @Test
    void personalDataInAnItemOfAnIssueIsHeld() {
        DocumentRecord issue = notice("目录")
                .items(List.of(notice("身份证号11010519491231002X").build()))
                .build();

        assertThat(asked(new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null)), issue))
                .hasSize(1);
    }

    @Test
    void placesCountCodePointsBeyondTheBasicPlane() {
        DocumentRecord record = notice("𠀀𠀁号11010519491231002X").build();

        assertThat(new PersonalDataFinder(null).find(record))
                .singleElement()
                .extracting(PersonalDatum::start, PersonalDatum::end)
                .containsExactly(3, 21);
    }

    @Test
    void aSecrecyMarkIsHeld() {
        assertThat(asked(new SecrecyGate(), notice("").secrecy("机密★5年").build()))
                .containsExactly("it bears the mark 机密★5年");
        assertThat(asked(new SecrecyGate(), notice("").build())).isEmpty();
    }

    @Test
    void aStatedModeOtherThanProactiveIsHeld() {
        DocumentRecord onRequest = notice("")
                .disclosure(new Disclosure("依申请公开", null, null, null, null))
                .build();
        DocumentRecord proactive = notice("")
                .disclosure(new Disclosure(Disclosure.PROACTIVE, null, null, null, null))
                .build();

        assertThat(asked(new DisclosureModeGate(), onRequest)).hasSize(1);
        assertThat(asked(new DisclosureModeGate(), proactive)).isEmpty();
        assertThat(asked(new DisclosureModeGate(), notice("").build())).isEmpty();
    }

    @Test
    void aPageThatCouldNotBeReadIsHeld() {
        DocumentRecord scan = notice("")
                .findings(List.of(Finding.error("ocr.page-unreadable", "nothing could be read")
                        .onPage(3)))
                .build();

        assertThat(asked(new UnreadablePagesGate(), scan)).containsExactly("page 3 could not be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ofd.page-damaged",
                "docx.damaged",
                "doc.damaged",
                "sheet.too-large",
                "zip.too-many-parts",
                "html.error-page",
                "pdf.page-too-costly",
                "image.damaged"
            })
    void whatWasNotReadWhollyIsHeldInEveryFormat(String code) {
        DocumentRecord part = notice("")
                .findings(List.of(Finding.error(code, "only the first part can be read")))
                .build();

        assertThat(asked(new UnreadablePagesGate(), part))
                .singleElement()
                .asString()
                .contains("wholly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf.page-without-text", "ofd.page-without-text"})
    void aPageWithoutTextIsHeld(String code) {
        DocumentRecord part = notice("")
                .findings(List.of(Finding.warning(code, "it is a picture").onPage(2)))
                .build();

        assertThat(asked(new UnreadablePagesGate(), part)).containsExactly("page 2 could not be read");
        assertThat(asked(
                        new UnreadablePagesGate(),
                        notice("")
                                .findings(List.of(
                                        Finding.info("pdf.page-recognised", "").onPage(2)))
                                .build()))
                .isEmpty();
    }

    @Test
    void aMarkThatIsNotedToBeInForceNoLongerHoldsNothing() {
        DocumentRecord marked = notice("机密★5年").secrecy("机密★5年").build();
        DocumentRecord page = notice("机密★5年")
                .secrecy("机密★5年")
                .finding(Finding.error("public-file.secrecy", "the pages of the public file bear the mark 机密★5年"))
                .build();
        DocumentRecord noted = Declassified.noted(marked, "解密通知〔2026〕1号");
        for (PublicationGate gate : List.of(new SecrecyGate(), new PublicFileGate())) {
            assertThat(gate.obstacles(marked, new PackageContent(page, Map.of())))
                    .isNotEmpty();
            assertThat(gate.obstacles(noted, new PackageContent(page, Map.of())))
                    .isEmpty();
        }
        DocumentRecord other = notice("绝密★5年").secrecy("绝密★5年").build();
        assertThat(new SecrecyGate().obstacles(noted, new PackageContent(other, Map.of())))
                .isNotEmpty();
    }
}
