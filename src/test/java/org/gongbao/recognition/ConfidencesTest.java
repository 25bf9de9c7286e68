package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What was measured of a rule takes the place of its step's estimate. */
class ConfidencesTest {

    private static Confidences of(String rows) {
        return new Confidences(ProfileTable.parse("confidence.tsv", rows));
    }

    private static Seen seen(String rule) {
        return Seen.outside("通知", "通知", rule, 0.8);
    }

    @Test
    void aMeasuredRulePromisesWhatItKept() {
        Confidences measured = of("title.lines/1\tread\t0.985\t194\t192\n");
        assertThat(measured.calibrated(seen("title.lines/1")).confidence()).isEqualTo(0.985);
    }

    @Test
    void itsRepairedValuesAreMeasuredApart() {
        Confidences measured = of("title.lines/1\tread\t0.985\t194\t192\ntitle.lines/1\trepaired\t0.667\t1\t1\n");
        Seen repaired = seen("title.lines/1").repairedTo("通知", 0.9);
        assertThat(measured.calibrated(repaired).confidence()).isEqualTo(0.667);
    }

    @Test
    void aRuleThatIsNotMeasuredKeepsTheEstimate() {
        assertThat(of("").calibrated(seen("title.lines/1"))).isEqualTo(seen("title.lines/1"));
    }

    @Test
    void certaintyIsRefused() {
        assertThatThrownBy(() -> of("title.lines/1\tread\t1\t5\t5\n"))
                .hasMessageContaining("title.lines/1 is 1.0, expected 0 to below 1");
    }

    @Test
    void everyMeasuredConfidenceIsItsOwnCountBySuccession() {
        for (var row : ProfileTable.load("confidence.tsv", null).rows()) {
            double claims = Double.parseDouble(row.get(3));
            double right = Double.parseDouble(row.get(4));
            assertThat(Double.parseDouble(row.get(2)))
                    .as(row.toString())
                    .isCloseTo((right + 1) / (claims + 2), org.assertj.core.data.Offset.offset(0.0006));
        }
    }
}
