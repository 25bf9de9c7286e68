package org.gongbao.extraction;

import java.util.Locale;

/** Writes the numbers of automatic numbering as Word does (ECMA-376 part 1, 17.18.59). */
final class NumberWords {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private NumberWords() {}

    /** @param format name of the format in WordprocessingML, such as {@code chineseCounting} */
    static String write(int number, String format) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> counting(number, DIGITS, "十百千万", true);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                counting(number, LEGAL_DIGITS, "拾佰仟萬", false);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2" ->
                digits(number);
            case "ideographTraditional" -> from(STEMS, number);
            case "ideographZodiac" -> from(BRANCHES, number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, 0x2460, 20);
            case "decimalEnclosedParen" -> enclosed(number, 0x2474, 20);
            case "decimalEnclosedFullstop" -> enclosed(number, 0x2488, 20);
            case "ideographEnclosedCircle" -> enclosed(number, 0x3280, 10);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            default -> String.valueOf(number);
        };
    }

    /** Numbers below 100,000 in words, as in 一百零五; 十 and not 一十 at the beginning. */
    private static String counting(int number, String digits, String units, boolean shortTen) {
        if (number <= 0 || number > 99_999) {
            return String.valueOf(number);
        }
        StringBuilder words = new StringBuilder();
        String decimal = String.valueOf(number);
        boolean gap = false;
        for (int i = 0; i < decimal.length(); i++) {
            int digit = decimal.charAt(i) - '0';
            int power = decimal.length() - 1 - i;
            if (digit == 0) {
                gap = true;
                continue;
            }
            words.append(gap ? "零" : "").append(digits.charAt(digit));
            words.append(power == 0 ? "" : String.valueOf(units.charAt(power - 1)));
            gap = false;
        }
        boolean tens = shortTen && number >= 10 && number < 20;
        return tens ? words.substring(1) : words.toString();
    }

    private static String digits(int number) {
        StringBuilder words = new StringBuilder();
        String.valueOf(number)
                .chars()
                .forEach(c -> words.append(Character.isDigit(c) ? DIGITS.charAt(c - '0') : (char) c));
        return words.toString();
    }

    private static String from(String cycle, int number) {
        return number < 1 ? String.valueOf(number) : String.valueOf(cycle.charAt((number - 1) % cycle.length()));
    }

    private static String enclosed(int number, int first, int last) {
        return number < 1 || number > last ? String.valueOf(number) : Character.toString(first + number - 1);
    }

    private static String fullWidth(int number) {
        StringBuilder wide = new StringBuilder();
        String.valueOf(number).chars().forEach(c -> wide.append((char) (c - '0' + '０')));
        return wide.toString();
    }

    private static String letters(int number, char first) {
        if (number < 1) {
            return String.valueOf(number);
        }
        int repeats = Math.min(20, (number - 1) / 26 + 1);
        return String.valueOf((char) (first + (number - 1) % 26)).repeat(repeats);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return String.valueOf(number);
        }
        StringBuilder signs = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN[i]) {
                signs.append(ROMAN_SIGNS[i]);
                rest -= ROMAN[i];
            }
        }
        return signs.toString();
    }
}
