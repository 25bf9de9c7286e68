package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Source;
import org.gongbao.record.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number is one of the standards' examples or made up of zeros; nobody here is alive. */
class PersonalDataFinderTest {

    private static DocumentRecord.Builder paper(String text) {
        return DocumentRecord.builder(new Source("paper.txt", "00", "text/plain", 1, "UTF-8", null, false))
                .text(text);
    }

    /** What is found, each as its kind and its characters. */
    private static List<String> found(DocumentRecord record) {
        return PersonalData.over(null).mark(record).personalData().stream()
                .map(datum -> datum.kind() + "=" + shown(record.text(), datum))
                .toList();
    }

    private static String shown(String text, PersonalDatum datum) {
        return text.substring(text.offsetByCodePoints(0, datum.start()), text.offsetByCodePoints(0, datum.end()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证号：１１０１０５ １９４９１２３１ ００２ｘ。 | identity-number=１１０１０５ １９４９１２３１ ００２ｘ",
                "残疾人证号：11010519491231002X43。 | identity-number=11010519491231002X43",
                "当事人住所地不详，手机：+86 139 0000 0000。 | mobile=+86 139 0000 0000",
                "身份证遗失者的住宅电话：0797-8000000 | landline=0797-8000000",
                "护照号码：E00000000。 | travel-document=E00000000",
                "往来港澳通行证号码C00000000。 | travel-document=C00000000",
                "违章车辆云A·00001号，新能源云AD00001号。 | plate=云A·00001 plate=云AD00001",
                "申请人：张三，电子邮箱：zhang0@example.com。 | name=张三 e-mail=zhang0@example.com",
                "经营者张三，统一社会信用代码：92350100M000100Y40。 | credit-code=92350100M000100Y40",
                "当事人：张三，男，1949年12月31日出生，现住云州市沙河镇上坪村3组。 | name=张三 birth-date=1949年12月31日 address=云州市沙河镇上坪村3组",
                "姓名：张三，残疾等级：二级，宗教信仰：佛教。 | name=张三 health=二级 religion=佛教",
                "姓名：张三，经云州市人民医院诊断为腰椎骨折，应予赔偿。 | name=张三 health=腰椎骨折"
            })
    void whatTellsOfAPersonIsFoundToTheCharacter(String text, String expected) {
        assertThat(String.join(" ", found(paper(text).build()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "联系人：张三，联系电话：0797-8000000，手机13900000000，邮箱yzmzj@mzj.yunzhou.gov.cn。",
                "监督电话：0797-8000000，举报热线12345，传真：0797-8000001。",
                "联系地址：云州市滨江路8号市民政局301室，邮编：341000。",
                "任命张三为云州市财政局局长。张三，男，1970年3月生，现任副局长。",
                "户名：云州市财政局\n开户银行：中国工商银行云州分行\n账号：4111 1111 1111 1111",
                "订单号：440524188001010014，受理号13900000000。",
                "参保13900000000人次，手机用户13900000000户。",
                "申请人应当提交姓名、住址、身份证号、残疾等级和银行卡号；患尿毒症的可以申请救助。",
                "建设地点：云州市沙河镇上坪村3组，公司注册地址：滨江路8号国际大厦1201室。",
                "号牌号码以“云A”开头。护照号码由九位组成。",
                "市长　张三\n签发人：李四",
                "当事人：云州市某某建材有限公司，住所：滨江路8号。"
            })
    void whatOfficesWriteOfThemselvesStaysPublic(String text) {
        assertThat(found(paper(text).build())).isEmpty();
    }

    @Test
    void columnsOfAListOfPersonsAreFoundWhereTheirCellsStand() {
        String text = "关于低保对象的公示\n序号\t姓 名\t家庭住址\t联系电话\t病种\n1\t张　三\t沙河镇上坪村\t0797-8000000\t尿毒症\n2\t李四\t13900000000\t无";
        Table table = new Table(
                null,
                List.of("序号", "姓 名", "家庭住址", "联系电话", "病种"),
                List.of(
                        List.of("1", "张　三", "沙河镇上坪村", "0797-8000000", "尿毒症"),
                        List.of("2", "李四", "沙河镇上坪村", "13900000000", "无")),
                List.of());
        String[] expected = {
            "name=张　三", "address=沙河镇上坪村", "landline=0797-8000000", "health=尿毒症", "name=李四", "mobile=13900000000"
        };

        assertThat(found(paper(text).tables(List.of(table)).build()))
                .as("with a merged cell filled in")
                .containsExactly(expected);
        assertThat(found(paper(text).build())).as("as text alone").containsExactly(expected);
    }

    @Test
    void childrenInAListAreMinorsAndTheirGuardiansAreNot() {
        assertThat(found(paper("留守儿童名单\n姓名\t性别\t监护人\n张三\t男\t李四").build())).containsExactly("minor=张三", "name=李四");
        assertThat(found(paper("大学毕业生补贴名单\n姓名\t性别\n张三\t男").build())).containsExactly("name=张三");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "领导小组成员名单\n姓名\t职务\t联系电话\n张三\t局长\t13900000000",
                "企业名单\n企业名称\t统一社会信用代码\n甲公司\t91350100M000100Y43",
                "登记表\n姓名\t性别\t民族\n曾用名\t身份证号\t籍贯",
                "指标\t单位\t2023年\n残疾人数\t人\t13900000000"
            })
    void tablesOfOfficesFormsAndFiguresHoldNothing(String text) {
        assertThat(found(paper(text).build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "经审核，拟予救助。申请人张鳐谌，身份证号%s，现住本市。,张鳐谌",
        "当事人欧阳小红，女，汉族，1962年3月5日出生，公民身份号码：%s。,欧阳小红",
        "查明王小明（居民身份证号码为%s）于当日,王小明",
        "被告李四，男，45岁，%s,李四"
    })
    void aNameThatStandsBeforeItsNumberInRunningTextIsFound(String text, String name) {
        assertThat(found(paper(text.formatted("11010519491231002X")).build()))
                .contains("name=" + name, "identity-number=11010519491231002X");
    }

    @Test
    void wordsBeforeANumberThatAreNoNameStay() {
        assertThat(found(paper("请携带本人户口簿，身份证号11010519491231002X。").build()))
                .containsExactly("identity-number=11010519491231002X");
    }

    @Test
    void aCodeOfAnOrganisationThatPassesForAnIdentityNumberIsToldByItsCue() {
        String both = colliding();
        assertThat(found(paper("统一社会信用代码" + both).build())).isEmpty();
        assertThat(found(paper("企业名称\t统一社会信用代码\n甲公司\t91350100M000100Y43\n乙公司\t" + both)
                        .build()))
                .isEmpty();
        assertThat(found(paper("身份证号" + both).build())).containsExactly("identity-number=" + both);
        assertThat(PersonalData.over(null).mark(paper(both).build()).personalData())
                .as("without a cue people decide")
                .extracting(PersonalDatum::action)
                .containsExactly("review");
    }

    /** The first number of a division that has both checks. */
    private static String colliding() {
        for (int i = 0; i < 1_000; i++) {
            String body = "11360719800101" + String.format(java.util.Locale.ROOT, "%03d", i);
            String number = body + Inventions.remainder(body);
            if (CreditCode.isValid(number)) {
                return number;
            }
        }
        throw new AssertionError("none of a thousand has both checks");
    }

    @Test
    void whatIsForReviewIsAFindingOfTheDeskAloneAndHoldsNothingBack() {
        DocumentRecord marked = PersonalData.over(null)
                .mark(paper("补贴发放名单\n姓名\t金额\n张三\t1200元\n李四\t900元").build());

        assertThat(marked.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("personal-data.review");
            assertThat(finding.message()).contains("name × 2").doesNotContain("张三");
        });
        assertThat(PublicFindings.in(marked).findings())
                .extracting(Finding::code)
                .isEmpty();
        assertThat(new PersonalDataFinder(null).kindsIn(marked, java.util.Set.of()))
                .isEmpty();
    }

    @Test
    void aFolderOfOnesOwnChangesWhatIsToBeDone(@TempDir Path own) throws Exception {
        Files.createDirectories(own.resolve("privacy"));
        Files.writeString(own.resolve("privacy/kinds.tsv"), "name\tmask\t0.9\ta name (姓名)\n");
        DocumentRecord list = paper("补贴发放名单\n姓名\t金额\n张三\t1200元").build();

        assertThat(new PersonalDataFinder(own).kindsIn(list, java.util.Set.of()))
                .containsExactly("name");
    }

    @Test
    void theReadmeNamesEveryList() throws Exception {
        String readme = Files.readString(Path.of("ingest/privacy/README.md"));
        try (Stream<Path> files = Files.list(Path.of("ingest/privacy"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }
}
