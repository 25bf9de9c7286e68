package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of damage that is known of gazettes: one row each, with its undamaged twin. */
class DamageMatrixTest {

    private static final String NUMBER = "云政发〔2018〕12号";
    private static final String DATE = "2018年6月22日";

    /**
     * One class of damage.
     *
     * @param field the field that is damaged
     * @param value the value to be read, null where the evidence allows none
     * @param repaired whether signs were lost; writing otherwise than the standard has it is no loss
     */
    private record Row(String field, String damaged, String value, boolean repaired, String code) {

        DocumentRecord record() {
            return field.equals("documentNumber") ? notice(damaged, DATE) : notice(NUMBER, damaged);
        }
    }

    private static DocumentRecord notice(String number, String date, String... head) {
        return Yunzhou.recognise(Stream.of(
                        Stream.of(head),
                        Stream.of("云州市人民政府关于加强城市绿化的通知", number, "各县（市、区）人民政府：", "请做好城市绿化。", "云州市人民政府", date))
                .flatMap(lines -> lines)
                .toArray(String[]::new));
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                number("bracket and 号 lost", "云政发〔201812", true, "number.repaired"),
                number("号 lost", "云政发〔2018〕12", true, "number.repaired"),
                number("closing bracket lost", "云政发〔201812号", true, "number.repaired"),
                number("a stain read as a sign", "云政发〔2018〕.12号", true, "number.repaired"),
                number("square brackets", "云政发[2018]12号", false, "number.normalised"),
                number("wide square brackets", "云政发［2018］12号", false, "number.normalised"),
                number("round brackets", "云政发(2018)12号", false, "number.normalised"),
                number("wide round brackets", "云政发（2018）12号", false, "number.normalised"),
                number("lenticular brackets", "云政发【2018】12号", false, "number.normalised"),
                number("small shell brackets", "云政发﹝2018﹞12号", false, "number.normalised"),
                number("angle brackets", "云政发〈2018〉12号", false, "number.normalised"),
                number("braces", "云政发{2018}12号", false, "number.normalised"),
                number("第 before the number", "云政发〔2018〕第12号", false, "number.normalised"),
                number("zeros before the number", "云政发〔2018〕0012号", false, "number.normalised"),
                number("wide figures", "云政发〔２０１８〕１２号", false, "number.normalised"),
                number("a Chinese sequence", "云政发〔2018〕十二号", false, "number.normalised"),
                number("a Chinese year with ○", "云政发〔二○一八〕十二号", false, "number.normalised"),
                number("a letter for a zero", "云政发〔2O18〕12号", false, "number.normalised"),
                date("signs lost", "2018622", DATE, true, "date.repaired"),
                date("signs lost, padded", "20180622", DATE, true, "date.repaired"),
                date("年 and 月 lost", "2018622日", DATE, true, "date.repaired"),
                date("月 lost", "2018年622日", DATE, true, "date.repaired"),
                date("年 lost", "20186月22日", DATE, true, "date.repaired"),
                date("日 lost", "2018年6月22", DATE, true, "date.repaired"),
                date("signs lost, wide figures", "２０１８６２２", DATE, true, "date.repaired"),
                date("signs lost, two readings", "2018111", null, true, "date.ambiguous"));
    }

    private static Arguments number(String name, String damaged, boolean repaired, String code) {
        return Arguments.of(Named.of(name, new Row("documentNumber", damaged, NUMBER, repaired, code)));
    }

    private static Arguments date(String name, String damaged, String date, boolean repaired, String code) {
        String value = date == null ? null : "2018-06-22";
        return Arguments.of(Named.of(name, new Row("issuedOn", damaged, value, repaired, code)));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void itIsFoundAndWhereEvidenceAllowsPutRightWithTheRawText(Row row) {
        DocumentRecord record = row.record();
        assertThat(record.findings())
                .filteredOn(finding -> finding.code().equals(row.code()))
                .singleElement()
                .extracting(Finding::quote)
                .isEqualTo(row.damaged());
        List<Claim> claims = record.claims().getOrDefault(row.field(), List.of());
        if (row.value() == null) {
            assertThat(claims).isEmpty();
            assertThat(record.issuedOn()).isNull();
        } else {
            Claim claim = claims.get(0);
            assertThat(claim.value()).isEqualTo(row.value());
            assertThat(claim.raw()).isEqualTo(row.damaged());
            assertThat(claim.repaired()).isEqualTo(row.repaired());
            assertThat(claim.confidence()).isLessThan(1);
            assertThat(claim.rule()).isNotBlank();
        }
    }

    static Stream<Arguments> healthy() {
        return Stream.of(
                        notice(NUMBER, DATE),
                        notice(NUMBER, "二〇一八年六月二十二日"),
                        notice(NUMBER, "二○一八年六月廿二日"),
                        notice(NUMBER, "二零一八年六月二十二日"),
                        notice(NUMBER, "二O一八年六月二十二日"),
                        notice(NUMBER, "二Ｏ一八年六月二十二日"),
                        notice(NUMBER, "二0一八年六月二十二日"),
                        notice(NUMBER, "2018年\u00a06月\u00a022日"),
                        notice("云政发\u00a0〔2018〕\u00a012号", DATE))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void itsUndamagedTwinNeedsNoRepair(DocumentRecord record) {
        assertThat(record.documentNumber()).isEqualTo(NUMBER);
        assertThat(record.issuedOn()).hasToString("2018-06-22");
        assertThat(record.findings()).extracting(Finding::code).noneMatch(code -> code.endsWith(".repaired"));
        assertThat(record.claims().values())
                .allSatisfy(claims -> assertThat(claims).noneMatch(Claim::repaired));
    }

    static Stream<Arguments> evidence() {
        return Stream.of(
                Arguments.of("成文日期：2018年11月1日", "2018-11-01", "date.signs-lost/1"),
                Arguments.of("生成日期：2018-01-11", "2018-01-11", "date.signs-lost/1"),
                Arguments.of("发布日期：2018-11-20", "2018-11-01", "date.signs-lost-by-publication/1"));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void aDateWithTwoReadingsIsSettledByAnotherDate(String header, String date, String rule) {
        DocumentRecord record = notice(NUMBER, "2018111", header);
        Claim claim = record.claims().get("issuedOn").get(0);
        assertThat(claim.value()).isEqualTo(date);
        assertThat(claim.raw()).isEqualTo("2018111");
        assertThat(claim.rule()).isEqualTo(rule);
        assertThat(claim.repaired()).isTrue();
        assertThat(record.findings()).extracting(Finding::code).contains("date.repaired");
    }

    static Stream<Arguments> years() {
        return Stream.of(
                Arguments.of("云政发〔2018〕12号", "2021年6月22日", new String[0]),
                Arguments.of("云政发〔1938〕12号", "1938年6月22日", new String[0]),
                Arguments.of("云政发〔2028〕12号", "2027年6月22日", new String[0]),
                Arguments.of("云政发〔201812", DATE, new String[] {"索引号：Y00010-0203-2023-00017"}));
    }

    @ParameterizedTest
    @MethodSource("years")
    void aYearThatContradictsItsDatesOrIsOutOfRangeIsToldOnce(String number, String date, String[] head) {
        assertThat(notice(number, date, head).findings())
                .extracting(Finding::code)
                .containsOnlyOnce("number.year");
    }

    @ParameterizedTest
    @MethodSource("nextYears")
    void aNumberOfTheYearNextToItsDateIsNoContradiction(String date) {
        assertThat(notice(NUMBER, date).findings()).isEmpty();
    }

    static Stream<String> nextYears() {
        return Stream.of(DATE, "2019年1月3日", "2017年12月29日");
    }

    static Stream<Arguments> uncured() {
        return Stream.of(
                Arguments.of("text.brackets-unbalanced", "请做好城市绿化（含公园、道路。", "请做好城市绿化（含公园、道路）；1）种树；（二）浇水。"),
                Arguments.of("text.no-break-blanks", "请做好\u00a0城市绿化。", "\u00a0\u00a0请做好城市绿化。"));
    }

    @ParameterizedTest
    @MethodSource("uncured")
    void damageThatNothingCuresIsCounted(String code, String damaged, String healthy) {
        assertThat(withBody(damaged, "云州市人民政府").findings())
                .extracting(Finding::code)
                .containsExactly(code);
        assertThat(withBody(healthy, "云州市人民政府").findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nextYears")
    void aMissingSignatureIsTold(String date) {
        DocumentRecord record = Yunzhou.recognise("云州市人民政府关于加强城市绿化的通知", NUMBER, "各县（市、区）人民政府：", "请做好城市绿化。", date);
        assertThat(record.issuers()).containsExactly("云州市人民政府");
        assertThat(record.findings()).extracting(Finding::code).containsExactly("signature.missing");
    }

    private static DocumentRecord withBody(String body, String signature) {
        return Yunzhou.recognise("云州市人民政府关于加强城市绿化的通知", NUMBER, "各县（市、区）人民政府：", body, signature, DATE);
    }
}
