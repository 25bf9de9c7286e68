package org.gongbao.record;

import java.util.OptionalInt;

/**
 * A Chinese numeral (中文数字): {@code 二十三}, {@code 一百零五}, {@code 二〇一八}, {@code 廿二}, and digits of full or half
 * width. All variants of zero met in gazettes are read: 〇 (U+3007), ○ (U+25CB), ◯, 零, 0 and the Latin letters O and Ｏ.
 */
public final class ChineseNumeral {

    /** The characters of a numeral, for use inside a character class. */
    public static final String CHARACTERS = "一二三四五六七八九十百千两廿卅〇○◯零OＯoｏ0-9０-９";

    private static final String ONES = "零一二三四五六七八九";

    private ChineseNumeral() {}

    /** The number that the text writes, empty where it is not a numeral. */
    public static OptionalInt parse(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return OptionalInt.empty();
        }
        if (text.chars().allMatch(c -> digit((char) c) >= 0)) {
            return positional(text);
        }
        return grouped(text);
    }

    /** {@code 二〇一八}: one character a digit. */
    private static OptionalInt positional(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value * 10 + digit(text.charAt(i));
        }
        return OptionalInt.of(value);
    }

    /** {@code 一千二百零三}: digits followed by their unit. */
    private static OptionalInt grouped(String text) {
        int total = 0;
        int pending = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int unit = unit(c);
            if (digit(c) >= 0) {
                pending = Math.max(pending, 0) * (pending > 0 ? 10 : 1) + digit(c);
            } else if (c == '廿' || c == '卅') {
                total += c == '廿' ? 20 : 30;
            } else if (unit > 0) {
                total += (pending < 0 ? 1 : pending) * unit;
                pending = -1;
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(total + Math.max(pending, 0));
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> -1;
        };
    }

    /** The value of one digit in any script met, -1 for other characters. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= '０' && c <= '９') {
            return c - '０';
        }
        if (c == '两') {
            return 2;
        }
        if ("〇○◯OＯoｏ".indexOf(c) >= 0) {
            return 0;
        }
        return ONES.indexOf(c);
    }
}
