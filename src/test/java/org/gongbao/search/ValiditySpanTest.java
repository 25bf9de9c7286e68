package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.Validity;
import org.junit.jupiter.api.Test;

class ValiditySpanTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 7, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 7, 1);

    @Test
    void daysAreARangeThatEndsTheDayBefore() {
        assertThat(new ValiditySpan(Validity.IN_FORCE, FIRST, AFTER).range()).isEqualTo("[2021-07-01 TO 2026-06-30]");
        assertThat(new ValiditySpan(Validity.UNKNOWN, null, null).range()).isEqualTo("[* TO *]");
        assertThat(new ValiditySpan(Validity.UNKNOWN, LocalDate.MIN, LocalDate.MAX).range())
                .isEqualTo("[* TO *]");
    }

    @Test
    void textIsReadBack() {
        for (ValiditySpan span : List.of(
                new ValiditySpan(Validity.IN_FORCE, FIRST, AFTER), new ValiditySpan(Validity.UNKNOWN, null, null))) {
            assertThat(ValiditySpan.parse(span.text())).isEqualTo(span);
        }
    }

    @Test
    void everyStatusHasAField() {
        assertThat(Validity.STATUSES)
                .allSatisfy(status -> assertThat(ValiditySpan.field(status)).startsWith("during_"));
    }

    @Test
    void theStatusOfADayIsThatOfItsSpan() {
        List<ValiditySpan> spans = List.of(
                new ValiditySpan(Validity.NOT_YET, null, FIRST), new ValiditySpan(Validity.IN_FORCE, FIRST, null));
        assertThat(ValiditySpan.on(spans, FIRST.minusDays(1))).isEqualTo(Validity.NOT_YET);
        assertThat(ValiditySpan.on(spans, FIRST)).isEqualTo(Validity.IN_FORCE);
    }
}
