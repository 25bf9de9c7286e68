package org.gongbao.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Checks resident identity numbers (公民身份号码, GB 11643-1999): six digits of the division, the day of birth, three
 * digits, and a check character by ISO 7064 MOD 11-2. The older form has 15 digits and no check.
 */
final class IdentityNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private IdentityNumber() {}

    /** Whether 18 characters are such a number: a province, a possible day of birth, the right check character. */
    static boolean isValid(String text) {
        return text.length() == 18
                && isProvince(text)
                && isDay(text.substring(6, 14))
                && checkCharacter(text) == Character.toUpperCase(text.charAt(17));
    }

    /** Whether 15 digits may be a number of the older form, with a birth in the 20th century. */
    static boolean mayBeOld(String text) {
        return text.length() == 15 && isProvince(text) && isDay("19" + text.substring(6, 12));
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return CHECK.charAt(sum % 11);
    }

    /** Provinces are 11 to 82 (GB/T 2260). */
    private static boolean isProvince(String text) {
        int province = Integer.parseInt(text.substring(0, 2));
        return province >= 11 && province <= 82;
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
            return day.getYear() >= 1880 && day.getYear() < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
