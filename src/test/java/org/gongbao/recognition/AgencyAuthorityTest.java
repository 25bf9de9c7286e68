package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongbao.record.AgencyAuthority;
import org.gongbao.record.AgencyReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authority file says which agency a name means in a document of a place and a day, and nothing where it is not certain. */
class AgencyAuthorityTest {

    private static final AgencyAuthority AUTHORITY = Profiles.packed().authority();
    private static final LocalDate DAY = LocalDate.of(2022, 5, 10);
    private static final String YUNZHOU = "990100";
    private static final String QINGSHI = "990121";
    private static final String NATION = "000000";

    private static String id(String name, String context) {
        return Objects.requireNonNullElse(
                AUTHORITY.resolve(name, context.isEmpty() ? null : context, DAY).id(), "none");
    }

    @ParameterizedTest
    @CsvSource({
        "云州市人民政府, 990100-gov",
        "云州市发展和改革委员会, 990100-drc",
        "云州市发展改革委, 990100-drc",
        "江海省云州市青石县教育局, 990121-edu",
        "江海省财政厅, 990000-finance",
        "中共云州市委宣传部, 990100-cpc-propaganda",
        "国家税务总局云州市税务局, 990100-tax",
        "共青团云州市委, 990100-youth",
        "云州市人民政府国有资产监督管理委员会, 990100-sasac",
        "国务院办公厅, 000000-gov-office",
        "住房城乡建设部, 000000-housing",
        "国家发展改革委办公厅, 000000-drc-office",
        "云州市财政局办公室, 990100-finance-office",
        "内蒙古自治区人民政府办公厅, 150000-gov-office",
        "凉山州财政局, 513400-finance",
        "北京市教育委员会, 110000-edu",
        "香港特别行政区政府, 810000-gov"
    })
    void aFullNameNeedsNoContext(String name, String id) {
        assertThat(id(name, "")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "市发改委, 990100, 990100-drc",
        "市发改委, 990121, 990100-drc",
        "县发改委, 990121, 990121-drc",
        "省教育厅, 990100, 990000-edu",
        "我市民政局, 990100, 990100-civil-affairs",
        "市委编办, 990100, 990100-cpc-staffing",
        "团市委, 990100, 990100-youth",
        "财政局, 990121, 990121-finance",
        "市公安局, 990181, 990181-police",
        "市财政局, 110108, 110000-finance",
        "自治区财政厅, 450100, 450000-finance",
        "发展改革委, 000000, 000000-drc",
        "青石县, 990100, 990121"
    })
    void aShortNameIsReadInThePlaceOfTheDocument(String name, String context, String id) {
        assertThat(id(name, context)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "市发改委, ''",
        "县发改委, 990100",
        "财政局, ''",
        "云州市财政厅, 990100",
        "云州市云雾镇人民政府, 990100",
        "云州市星光科技有限公司, 990100",
        "鼓楼区人民政府, ''",
        "东区财政局, 440100",
        "发展改革委, ''",
        "局机关各科室, 990100",
        "有关企业, 990100"
    })
    void whatIsNotCertainHasNoIdentifier(String name, String context) {
        AgencyReference found = AUTHORITY.resolve(name, context.isEmpty() ? null : context, DAY);
        assertThat(found.id()).isNull();
        assertThat(found.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "市教育局, 云州市教育局",
        "市发改委, 云州市发展和改革委员会",
        "市文广新局, 云州市文化广电新闻出版局",
        "新江市资源规划局, 新江市自然资源和规划局",
        "市税务局, 国家税务总局云州市税务局",
        "省教育厅, 江海省教育厅",
        "省政府办公厅, 江海省人民政府办公厅"
    })
    void aShortNameIsWrittenOut(String name, String fullName) {
        assertThat(AUTHORITY.resolve(name, YUNZHOU, DAY).fullName()).isEqualTo(fullName);
    }

    @Test
    void ofPlacesWithOneNameTheNearestCounts() {
        assertThat(id("鼓楼区人民政府", "350100")).isEqualTo("350102-gov");
        assertThat(id("鼓楼区人民政府", "320000")).as("two in the province").isEqualTo("none");
        assertThat(id("鼓楼区人民政府", "320100")).isEqualTo("320106-gov");
    }

    @Test
    void aBodyWithAnotherNameInBracketsIsOne() {
        AgencyReference body = AUTHORITY.resolve("市编办(市审改办)", YUNZHOU, DAY);
        assertThat(body.id()).isEqualTo("990100-cpc-staffing");
        assertThat(body.otherNames()).containsExactly("市审改办");
        assertThat(body.name()).isEqualTo("市编办(市审改办)");
    }

    @Test
    void whatIsInBracketsDecidesWhereTheFirstNameIsUnknown() {
        assertThat(id("市双减专班（市教育局）", YUNZHOU)).isEqualTo("990100-edu");
    }

    @Test
    void aNameKnowsItsTimeAndItsSuccessorIsAnotherBody() {
        AgencyReference old = AUTHORITY.resolve("国土资源部", null, LocalDate.of(2017, 1, 4));
        assertThat(old.id()).isEqualTo("000000-land");
        assertThat(old.until()).isEqualTo("2018-03-01");
        assertThat(id("自然资源部", "")).isEqualTo("000000-natural-resources");
        assertThat(id("银保监会", "")).isEqualTo("000000-banking-insurance-regulation");
    }

    @Test
    void aLocalNameKnowsItsDatesToo() {
        assertThat(AUTHORITY.resolve("市自然资源局", YUNZHOU, DAY).since()).isEqualTo("2019-01-10");
        AgencyReference data = AUTHORITY.resolve("市大数据发展管理局", YUNZHOU, DAY);
        assertThat(data.id()).isEqualTo("990100-data");
        assertThat(data.fullName()).isEqualTo("云州市大数据发展管理局");
        assertThat(AUTHORITY.resolve("市数据局", YUNZHOU, LocalDate.of(2024, 3, 1)).fullName())
                .isEqualTo("云州市数据局");
    }

    @Test
    void aDivisionThatIsNoMoreIsStillFoundByItsName() {
        assertThat(AUTHORITY
                        .resolve("赣县人民政府", "360700", LocalDate.of(2010, 1, 1))
                        .id())
                .isEqualTo("360721-gov");
        assertThat(AUTHORITY.resolve("南康市人民政府", null, DAY).id()).isEqualTo("360782-gov");
    }

    private static List<String> members(String name, String context, LocalDate day) {
        return Objects.requireNonNull(AUTHORITY.resolve(name, context, day).group())
                .members();
    }

    @Test
    void theCountiesOfACityAreThoseOfTheDay() {
        AgencyReference group = AUTHORITY.resolve("各县(市、区)人民政府", YUNZHOU, DAY);
        assertThat(group.id()).isEqualTo("990100-counties");
        assertThat(Objects.requireNonNull(group.group()).asOf()).isEqualTo(DAY);
        assertThat(group.group().members())
                .containsExactly("990102-gov", "990103-gov", "990121-gov", "990122-gov", "990181-gov");
        assertThat(members("各县（市、区）政府", YUNZHOU, LocalDate.of(2010, 1, 1)))
                .as("新江 was a county then")
                .contains("990123-gov")
                .doesNotContain("990181-gov");
    }

    @Test
    void onlyTheDivisionsSoCalledBelongToIt() {
        assertThat(members("各区人民政府", YUNZHOU, DAY)).containsExactly("990102-gov", "990103-gov");
        assertThat(members("各县（市）人民政府", YUNZHOU, DAY)).containsExactly("990121-gov", "990122-gov", "990181-gov");
        assertThat(members("各县（市、区）交通运输局", YUNZHOU, DAY))
                .contains("990121-transport")
                .hasSize(5);
        assertThat(members("各区人民政府", "120000", DAY)).contains("120101-gov").hasSize(16);
    }

    @Test
    void theProvincesAreThirtyOne() {
        assertThat(members("各省、自治区、直辖市人民政府", NATION, DAY))
                .hasSize(31)
                .contains("110000-gov", "650000-gov")
                .doesNotContain("710000-gov", "810000-gov", "990000-gov");
        assertThat(members("各省、自治区、直辖市财政厅（局）", NATION, DAY)).hasSize(31).contains("310000-finance");
        assertThat(members("国家税务总局各省、自治区、直辖市和计划单列市税务局", NATION, DAY))
                .hasSize(36)
                .contains("440300-tax");
    }

    @Test
    void aGroupOfWhichNoListTellsHasADateButNoMembers() {
        AgencyReference group = AUTHORITY.resolve("市直各部门", QINGSHI, DAY);
        assertThat(group.id()).isEqualTo("990100-departments");
        assertThat(Objects.requireNonNull(group.group()).members()).isEmpty();
        assertThat(group.group().asOf()).isEqualTo(DAY);
        assertThat(id("各有关单位", YUNZHOU)).isEqualTo("990100-units-concerned");
        assertThat(members("有关县（市、区）人民政府", YUNZHOU, DAY)).isEmpty();
        assertThat(members("各县（市、区）人民政府", YUNZHOU, LocalDate.of(1998, 1, 1)))
                .as("before the lists begin")
                .isEmpty();
    }

    @Test
    void theListOfProvincesIsComplete() throws IOException {
        List<String> provinces = rows("divisions.tsv")
                .filter(row -> row[0].endsWith("0000") && !row[0].startsWith("99") && !row[0].equals(NATION))
                .map(row -> row[0])
                .toList();
        assertThat(provinces).hasSize(34).contains("710000", "810000", "820000");
    }

    @Test
    void noCodeOfTheStandardIsAmongTheInvented() throws IOException {
        assertThat(rows("divisions.tsv").filter(row -> row[0].startsWith("99")).map(row -> row[1]))
                .containsExactlyInAnyOrder("江海省", "云州市", "清河区", "东湖区", "青石县", "云岭县", "新江市", "新江县");
    }

    @Test
    void noKindTakesTheIdentifierOfAnAgencysOffice() throws IOException {
        List<String> kinds = rows("kinds.tsv").map(row -> row[0]).distinct().toList();
        List<String> offices = kinds.stream()
                .filter(kind -> kind.endsWith("-office"))
                .filter(kind -> kinds.contains(kind.substring(0, kind.length() - "-office".length())))
                .toList();
        assertThat(offices)
                .as("these are the offices themselves, 政府办公室 and the like")
                .containsExactlyInAnyOrder(
                        "gov-office", "cpc-office", "npc-office", "cppcc-office", "work-safety-committee-office");
        assertThat(id("市金融办", YUNZHOU)).isNotEqualTo(id("市财政局办公室", YUNZHOU));
    }

    @Test
    void everySuccessorIsInTheFile() throws IOException {
        List<String> kinds = rows("kinds.tsv").map(row -> row[0]).toList();
        assertThat(rows("kinds.tsv")
                        .flatMap(row -> Stream.of(row[5].split("\\|")))
                        .filter(id -> !id.isEmpty()))
                .isSubsetOf(kinds);
        List<String> names = rows("names.tsv").map(row -> row[0]).toList();
        assertThat(rows("names.tsv")
                        .flatMap(row -> Stream.of(row[5].split("\\|")))
                        .filter(id -> !id.isEmpty()))
                .isSubsetOf(names);
    }

    @Test
    void theReadmeNamesEveryFile() throws IOException {
        String readme = Files.readString(Path.of("ingest/agencies/README.md"));
        try (Stream<Path> files = Files.list(Path.of("ingest/agencies"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }

    private static Stream<String[]> rows(String file) throws IOException {
        return Files.readAllLines(Path.of("ingest/agencies", file)).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1));
    }
}
