package org.gongbao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠a",
                "=HYPERLINK(\"//x\")"
            })
    void whatWouldBeCalculatedStandsBehindAnApostrophe(String formula) {
        assertThat(SpreadsheetCell.safe(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "关于防汛的通知", "云府发〔2024〕3号", "'引文'", "1+1=2", " =1"})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.safe(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.plain(text)).isEqualTo(text);
    }

    @Test
    void everyTextComesBackUnchanged() {
        long seed = 20240301;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String letters = "''=+-@\t\r\n＝＠a文1 ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String cell = SpreadsheetCell.safe(text.toString());
            assertThat(SpreadsheetCell.plain(cell)).isEqualTo(text.toString());
            assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
        }
    }
}
