package org.gongbao.privacy;

import java.util.regex.Pattern;

/**
 * Checks unified social credit codes (统一社会信用代码, GB 32100-2015): 18 characters of 31 symbols, the last one a check.
 * They name organisations and stay public.
 */
final class CreditCode {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCode() {}

    /** Who registers what: the first two characters that are in use. */
    private static final Pattern BEGINNING =
            Pattern.compile("1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1239]");

    /** Whether digits begin as such a code may. */
    static boolean mayBegin(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    static boolean isValid(String text) {
        if (text.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = SYMBOLS.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return SYMBOLS.indexOf(text.charAt(17)) == (31 - sum % 31) % 31;
    }
}
