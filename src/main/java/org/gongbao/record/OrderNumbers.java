package org.gongbao.record;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumberReader.Reading;

/** Reads numbers without brackets: of orders and announcements (令、公告、通告), by a series or by a year, and the old style. */
final class OrderNumbers {

    /** {@code 国务院令第711号}, {@code 中华人民共和国主席令 第四十五号}, {@code 云州市财政局公告第3号}. */
    private static final Pattern SERIAL_ONLY =
            Pattern.compile("(?:(?<=\\d)日)?(\\p{IsHan}{1,30}?(?:等\\d{1,2}个?部[门委])?(?:令|公告|通告))\\s*[(（]?\\s*第\\s*(["
                    + ChineseNumeral.CHARACTERS + "]{1,6})\\s*" + DocumentNumberReader.LAST + "\\s*[)）]?");

    /** {@code 交通运输部令（2024年第1号）}, {@code 云州市财政局公告2018年第12号}. */
    private static final Pattern SERIAL_OF_YEAR =
            Pattern.compile("(?:(?<=\\d)日)?(\\p{IsHan}{1,30}?(?:令|公告|通告))\\s*([(（]?)\\s*"
                    + DocumentNumberReader.FULL_YEAR + "\\s*年?\\s*[)）]?\\s*第\\s*" + DocumentNumberReader.SEQUENCE
                    + "\\s*" + DocumentNumberReader.LAST + "\\s*[)）]?");

    /** {@code 国务院一九八〇年223号文件}. */
    private static final Pattern OLD_STYLE =
            Pattern.compile("(\\p{IsHan}{2,20}?[一二三四五六七八九〇○零\\d]{4}年)第?(\\d{1,4})" + DocumentNumberReader.LAST + "文件?");

    private OrderNumbers() {}

    /** Adds what stands in the text. */
    static void find(String text, List<Reading> found) {
        serialOfYear(text, found);
        serial(text, found);
        oldStyle(text, found);
    }

    private static void serialOfYear(String text, List<Reading> found) {
        Matcher year = SERIAL_OF_YEAR.matcher(text);
        while (year.find()) {
            String code = CodeLead.strip(year.group(1));
            DocumentNumber.Form form = year.group(2).isEmpty() && !code.endsWith("令")
                    ? DocumentNumber.Form.YEAR_AND_SERIAL
                    : DocumentNumber.Form.SERIAL_OF_YEAR;
            boolean inFigures = (year.group(3) + year.group(4)).matches("\\d+");
            if (isAuthority(code)) {
                DocumentNumberReader.add(
                        found,
                        new DocumentNumber(
                                code,
                                DocumentNumberReader.digits(year.group(3)),
                                DocumentNumberReader.digits(year.group(4)),
                                form),
                        text,
                        year.end(1) - code.length(),
                        year.end(),
                        inFigures ? "number.serial-of-year/1" : DocumentNumberReader.OTHERWISE,
                        inFigures ? 1 : 0.99,
                        false);
            }
        }
    }

    private static void serial(String text, List<Reading> found) {
        Matcher serial = SERIAL_ONLY.matcher(text);
        while (serial.find()) {
            String code = CodeLead.strip(serial.group(1));
            OptionalInt sequence = ChineseNumeral.parse(serial.group(2));
            if (isAuthority(code) && sequence.isPresent()) {
                String shortened = code.equals("中华人民共和国国务院令") ? "国务院令" : code;
                DocumentNumberReader.add(
                        found,
                        new DocumentNumber(shortened, null, sequence.getAsInt(), DocumentNumber.Form.SERIAL),
                        text,
                        serial.end(1) - code.length(),
                        serial.end(),
                        "number.serial/1",
                        1,
                        false);
            }
        }
    }

    private static void oldStyle(String text, List<Reading> found) {
        Matcher old = OLD_STYLE.matcher(text);
        while (old.find()) {
            String code = CodeLead.strip(old.group(1));
            if (code.length() > 5) {
                DocumentNumberReader.add(
                        found,
                        new DocumentNumber(
                                code, null, DocumentNumberReader.digits(old.group(2)), DocumentNumber.Form.OLD_STYLE),
                        text,
                        old.end(1) - code.length(),
                        old.end(),
                        "number.old-style/1",
                        0.9,
                        false);
            }
        }
    }

    /** A lone 令 or 公告 names nobody; 责令 and 命令 are no orders by number. */
    private static boolean isAuthority(String code) {
        return code.length() > 2 && !code.endsWith("责令") && !code.endsWith("命令") || code.equals("国令");
    }
}
