package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of the standards and of well-known checkers; none is a living person's. */
class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void anIdentityNumberHasItsCheckCharacter(String number) {
        assertThat(IdentityNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491331002X", "99010519491231002X", "1101051949123100"})
    void aNumberWithWrongCheckDayOrProvinceIsNone(String number) {
        assertThat(IdentityNumber.isValid(number)).isFalse();
    }

    @Test
    void theOlderFormHasFifteenDigits() {
        assertThat(IdentityNumber.mayBeOld("110105491231002")).isTrue();
        assertThat(IdentityNumber.mayBeOld("110105491331002")).isFalse();
    }

    @Test
    void aCreditCodeHasItsCheckCharacter() {
        assertThat(CreditCode.isValid("91350100M000100Y43")).isTrue();
        assertThat(CreditCode.isValid("91350100M000100Y44")).isFalse();
        assertThat(CreditCode.isValid("91350100I000100Y43")).isFalse();
    }

    @Test
    void aBankCardHasItsCheckDigit() {
        assertThat(BankCard.isValid("6222020000000000000")).isEqualTo(luhn("6222020000000000000"));
        assertThat(BankCard.isValid("4111111111111111")).isTrue();
        assertThat(BankCard.isValid("4111111111111112")).isFalse();
        assertThat(BankCard.isValid("411111111111111")).isFalse();
    }

    /** A second way to compute it, from left to right. */
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.getNumericValue(digits.charAt(i));
            int weighted = (digits.length() - i) % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
