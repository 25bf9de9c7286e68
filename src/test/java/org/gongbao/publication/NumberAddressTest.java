package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberAddressTest {

    private static Claim claim(String value, String rule, double confidence, boolean repaired) {
        return new Claim(value, value, null, null, null, null, rule, confidence, repaired);
    }

    private static DocumentRecord with(String number, Claim... more) {
        Map<String, List<Claim>> claims = new HashMap<>();
        claims.put("documentNumber", List.of(claim(number, "number.bracketed/1", 0.99, false)));
        claims.put("jurisdiction", List.of(claim("990100", "jurisdiction.issuer/1", 0.95, false)));
        if (more.length > 0) {
            claims.put("documentNumber", List.of(more));
        }
        return Papers.notice(1).toBuilder()
                .documentNumber(number)
                .jurisdiction("990100")
                .claims(claims)
                .build();
    }

    private static Optional<String> address(DocumentRecord record) {
        return NumberAddress.of(record).map(NumberAddress::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "云政办字〔2023〕12号, /eli/cn/990100/yun-zheng-ban-zi/2023/12",
        "云州市人民政府令（2024年第1号）, /eli/cn/990100/yun-zhou-shi-ren-min-zheng-fu-ling/2024/1",
        "云州市财政局公告2018年第12号, /eli/cn/990100/yun-zhou-shi-cai-zheng-ju-gong-gao/2018/12",
        "云A办〔2023〕12号, /eli/cn/990100/yun-a-ban/2023/12",
        "绿云办〔2023〕12号, /eli/cn/990100/lu-yun-ban/2023/12",
    })
    void theAddressIsMadeOfPlaceCodeYearAndNumber(String number, String expected) {
        assertThat(address(with(number))).contains(expected);
    }

    @Test
    void anOrderWithoutAYearHasThatOfItsDateWhereThatIsCertain() {
        DocumentRecord order = with("云州市人民政府令第8号");
        assertThat(address(order)).isEmpty();
        Map<String, List<Claim>> claims = new HashMap<>(order.claims());
        claims.put("issuedOn", List.of(claim("2022-05-06", "date.signature/1", 0.97, false)));
        DocumentRecord dated = order.toBuilder()
                .issuedOn(LocalDate.of(2022, 5, 6))
                .claims(claims)
                .build();

        assertThat(address(dated)).contains("/eli/cn/990100/yun-zhou-shi-ren-min-zheng-fu-ling/2022/8");
        assertThat(address(dated.toBuilder()
                        .findings(List.of(Finding.warning("date.disagrees", "another year")))
                        .build()))
                .isEmpty();
    }

    @Test
    void aNumberThatIsNotCertainGivesNoAddress() {
        String number = "云政办字〔2023〕12号";
        assertThat(address(with(number, claim(number, "number.bracket-lost/1", 0.95, true))))
                .as("repaired")
                .isEmpty();
        assertThat(address(with(number, claim(number, "number.file-link/1", 0.8, false))))
                .as("guessed")
                .isEmpty();
        assertThat(address(with(number, claim("云政办字〔2023〕13号", "number.bracketed/1", 0.99, false))))
                .as("another value")
                .isEmpty();
        assertThat(address(with(number).toBuilder()
                        .findings(List.of(Finding.warning("number.disagrees", "its metadata say otherwise")))
                        .build()))
                .as("contradicted")
                .isEmpty();
        assertThat(address(with(number).toBuilder().draft(true).build()))
                .as("draft")
                .isEmpty();
        assertThat(address(with(number).toBuilder().jurisdiction(null).build()))
                .as("nobody's")
                .isEmpty();
        assertThat(address(with(number).toBuilder()
                        .findings(List.of(Finding.info("number.normalised", "other brackets")))
                        .build()))
                .as("only written otherwise")
                .isPresent();
    }

    @Test
    void whatCharacterRecognitionReadCountsOnceAPersonSaidIt() {
        String number = "云政办字〔2023〕12号";
        Source scan = new Source("scan.pdf", "ab".repeat(32), "application/pdf", 12, null, 1, true);
        assertThat(address(with(number).toBuilder().source(scan).build())).isEmpty();
        assertThat(address(with(number, claim(number, Claim.PERSON, 1, false)).toBuilder()
                        .source(scan)
                        .findings(List.of(Finding.warning("number.repaired", "a bracket was lost")))
                        .build()))
                .contains("/eli/cn/990100/yun-zheng-ban-zi/2023/12");
    }

    @Test
    void theCodeInChineseIsTheSameAddress() {
        assertThat(NumberAddress.of("990100", "云政办字", 2023, 12))
                .isEqualTo(NumberAddress.of("990100", "yun-zheng-ban-zi", 2023, 12))
                .isPresent();
        for (String wrong : List.of("", "..", "a b?", "云/政", "x".repeat(61), "😀")) {
            assertThat(NumberAddress.of("990100", wrong, 2023, 12).map(NumberAddress::code))
                    .as(wrong)
                    .satisfiesAnyOf(
                            code -> assertThat(code).isEmpty(),
                            code -> assertThat(code).contains("a-b"));
        }
        assertThat(NumberAddress.of("99010", "yun", 2023, 12)).isEmpty();
        assertThat(NumberAddress.parse("/eli/cn/990100/yun-zheng-ban-zi/2023/12"))
                .contains(new NumberAddress("990100", "yun-zheng-ban-zi", 2023, 12));
        assertThat(NumberAddress.parse("/doc/0123456789abcdef")).isEmpty();
    }

    /** Addresses are for ever: a library that reads a character otherwise would change them. */
    @Test
    void howCharactersAreReadNeverChanges() throws Exception {
        String all = IntStream.range(0x4E00, 0x9FA6)
                .mapToObj(c -> NumberAddress.of("990100", Character.toString(c), 2023, 1)
                        .map(NumberAddress::code)
                        .orElse("-"))
                .collect(Collectors.joining("\n"));
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("e196263cc9444b3f57fd003a210181671aa08f6260a35accec857f69d4ce6b24");
    }
}
