package org.gongbao.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads document numbers (发文字号) from text as it comes and repairs what was lost: other brackets, blanks, full width,
 * 第 and zeros before the number, a lost closing bracket, a lost 号. The raw text stays in the result.
 */
public final class DocumentNumberReader {

    /** What every number in running text ends with. */
    private static final String LAST = "[号號]";

    /** A look for the last sign first saves most texts the patterns. */
    private static final Pattern ANY_LAST = Pattern.compile(LAST);

    private static final String OPEN = "[〔\\[(（【﹝［〈{]";
    private static final String CLOSE = "[〕\\])）】﹞］〉}]";
    private static final String CODE = "([\\p{IsHan}A-Z](?:[ \\u00a0\\u3000]?[\\p{IsHan}A-Z]){0,17}?)";
    private static final String YEAR = "\\s*((?:19|20|１９|２０)[\\d０-９]\\s*[\\d０-９])\\s*年?\\s*";
    private static final String SERIAL = "[\\s.．·‘’']{0,3}第?\\s*([\\d０-９]{1,5})\\s*";

    /** {@code 云政办字〔2023〕12号}, {@code 漳公积金[2022]10号}, {@code 云政发（2023） 第 05 号}, {@code 雲府字〔2023〕1號}. */
    private static final Pattern BRACKETED = Pattern.compile(CODE + "\\s*" + OPEN + YEAR + CLOSE + SERIAL + LAST);

    /** {@code 云政规〔2023〕.13号}: a stain on the paper read as a sign. */
    private static final Pattern STAIN = Pattern.compile("[.．·‘’']");

    /** {@code 云政办字〔201812号}: the closing bracket is lost. */
    private static final Pattern UNCLOSED = Pattern.compile(CODE + "\\s*[〔﹝]" + YEAR + "([\\d０-９]{1,4})\\s*" + LAST);

    /** {@code 云政办字〔201812}: bracket and 号 are lost; only as a line of its own. */
    private static final Pattern CUT = Pattern.compile(CODE + "\\s*" + OPEN + YEAR + CLOSE + "?([\\d０-９]{1,4})");

    /** {@code 国发201815号}: both brackets are lost; only for a known code. */
    private static final Pattern BARE = Pattern.compile("(\\p{IsHan}{2,12}?)((?:19|20)\\d{2})(\\d{1,4})" + LAST);

    /** {@code 国务院令第711号}, {@code 中华人民共和国主席令 第四十五号}, {@code 云州市财政局公告第3号}. */
    private static final Pattern SERIAL_ONLY =
            Pattern.compile("(?:(?<=\\d)日)?(\\p{IsHan}{1,30}?(?:令|公告|通告))\\s*[(（]?\\s*第\\s*(["
                    + ChineseNumeral.CHARACTERS + "]{1,6})\\s*" + LAST + "\\s*[)）]?");

    /** {@code 交通运输部令（2024年第1号）}, {@code 云州市财政局公告2018年第12号}. */
    private static final Pattern SERIAL_OF_YEAR =
            Pattern.compile("(?:(?<=\\d)日)?(\\p{IsHan}{1,30}?(?:令|公告|通告))\\s*([(（]?)\\s*"
                    + "((?:19|20)\\d{2})\\s*年?\\s*[)）]?\\s*第\\s*(\\d{1,4})\\s*" + LAST + "\\s*[)）]?");

    /** {@code 国务院一九八〇年223号文件}. */
    private static final Pattern OLD_STYLE =
            Pattern.compile("(\\p{IsHan}{2,20}?[一二三四五六七八九〇○零\\d]{4}年)第?(\\d{1,4})" + LAST + "文件?");

    /** Words that stand before a code in running text and are no part of it; 应急, 自然资 and 经信 begin codes. */
    private static final Pattern BEFORE_CODE = Pattern.compile(
            ".*(?:根据|按照|依据|依照|执行|落实|贯彻|关于|印发|转发|以下简称|文号|字号|通知|决定|意见|办法|公告|通告|批复|规定|方案|细则|通报"
                    + "|是指|涉及|(?<!共)和|与|及|以|为|的|对|将|在|由|见|自(?!然|资)|经(?!济|信|贸|开|发|合)|原文件|包括|等|按|应(?!急)|现|把|并|到|从|据|即|同意)");

    /** {@code 省财政厅云财综发〔2011〕32号}: the agency's name before the code, which begins with the sign of a province. */
    private static final Pattern AGENCY_BEFORE_CODE =
            Pattern.compile("\\p{IsHan}{2,}(?:厅|局|委员会|政府|办公室|部)([京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁新]\\p{IsHan}{2,8})$");

    private DocumentNumberReader() {}

    /**
     * A number and where it stood.
     *
     * @param start index of the first character in the text that was searched
     * @param rule name of the rule that read it
     */
    public record Reading(
            DocumentNumber number, String raw, int start, int end, String rule, double confidence, boolean repaired) {}

    /** Every number in running text, in order. Repairs only what is certain there. */
    public static List<Reading> find(String text, Set<String> knownCodes) {
        if (!ANY_LAST.matcher(text).find()) {
            return List.of();
        }
        List<Reading> found = new ArrayList<>();
        bracketed(BRACKETED.matcher(text), "number.bracketed/1", 1, false, found);
        bracketed(UNCLOSED.matcher(text), "number.bracket-lost/1", 0.95, true, found);
        serial(text, found);
        oldStyle(text, found);
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            String code = withoutLead(bare.group(1));
            if (knownCodes.contains(code)) {
                int start = bare.end(1) - code.length();
                add(
                        found,
                        numbered(code, bare.group(2), bare.group(3)),
                        text,
                        start,
                        bare.end(),
                        "number.brackets-lost/1",
                        0.7,
                        true);
            }
        }
        found.sort(Comparator.comparingInt(Reading::start));
        return withoutOverlaps(found);
    }

    /** The number that is the whole text, brackets around it left out; repairs what a line of its own allows. */
    public static Optional<Reading> parse(String text, Set<String> knownCodes) {
        String line = text.strip();
        String inner = line.matches("^[(（].*[)）]$") && line.indexOf('）') == line.length() - 1
                ? line.substring(1, line.length() - 1).strip()
                : line;
        Optional<Reading> whole = find(inner, knownCodes).stream()
                .filter(reading -> reading.start == 0 && reading.end == inner.length())
                .findFirst();
        return whole.isPresent() ? whole : cut(inner);
    }

    private static Optional<Reading> cut(String line) {
        Matcher cut = CUT.matcher(line);
        if (!cut.matches()) {
            return Optional.empty();
        }
        DocumentNumber number = numbered(squeeze(cut.group(1)), cut.group(2), cut.group(3));
        return Optional.of(new Reading(number, line, 0, line.length(), "number.end-lost/1", 0.9, true));
    }

    private static void bracketed(
            Matcher matcher, String rule, double confidence, boolean repaired, List<Reading> found) {
        while (matcher.find()) {
            String code = withoutLead(matcher.group(1));
            if (code.isEmpty()) {
                continue;
            }
            int start = matcher.end(1) - code.length();
            String raw = matcher.group().substring(start - matcher.start());
            DocumentNumber number = numbered(squeeze(code), matcher.group(2), matcher.group(3));
            boolean stained = STAIN.matcher(raw).find();
            found.add(new Reading(
                    number, raw, start, matcher.end(), rule, stained ? 0.95 : confidence, repaired || stained));
        }
    }

    private static void serial(String text, List<Reading> found) {
        Matcher year = SERIAL_OF_YEAR.matcher(text);
        while (year.find()) {
            String code = withoutLead(year.group(1));
            DocumentNumber.Form form = year.group(2).isEmpty() && !code.endsWith("令")
                    ? DocumentNumber.Form.YEAR_AND_SERIAL
                    : DocumentNumber.Form.SERIAL_OF_YEAR;
            if (isAuthority(code)) {
                add(
                        found,
                        new DocumentNumber(code, digits(year.group(3)), digits(year.group(4)), form),
                        text,
                        year.end(1) - code.length(),
                        year.end(),
                        "number.serial-of-year/1",
                        1,
                        false);
            }
        }
        Matcher serial = SERIAL_ONLY.matcher(text);
        while (serial.find()) {
            String code = withoutLead(serial.group(1));
            OptionalInt sequence = ChineseNumeral.parse(serial.group(2));
            if (isAuthority(code) && sequence.isPresent()) {
                String shortened = code.equals("中华人民共和国国务院令") ? "国务院令" : code;
                add(
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
            String code = withoutLead(old.group(1));
            if (code.length() > 5) {
                add(
                        found,
                        new DocumentNumber(code, null, digits(old.group(2)), DocumentNumber.Form.OLD_STYLE),
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

    private static void add(
            List<Reading> found,
            DocumentNumber number,
            String text,
            int start,
            int end,
            String rule,
            double confidence,
            boolean repaired) {
        found.add(new Reading(number, text.substring(start, end), start, end, rule, confidence, repaired));
    }

    private static List<Reading> withoutOverlaps(List<Reading> found) {
        List<Reading> kept = new ArrayList<>();
        for (Reading reading : found) {
            if (kept.isEmpty() || kept.get(kept.size() - 1).end <= reading.start) {
                kept.add(reading);
            }
        }
        return kept;
    }

    private static String withoutLead(String code) {
        Matcher lead = BEFORE_CODE.matcher(code);
        String bare = lead.lookingAt() ? code.substring(lead.end()).strip() : code;
        bare = bare.matches("[日月]\\p{IsHan}{4,}(?:令|公告|通告)") ? bare.substring(1) : bare;
        Matcher agency = AGENCY_BEFORE_CODE.matcher(bare.isEmpty() ? code : bare);
        return agency.lookingAt() ? agency.group(1) : bare.isEmpty() ? code : bare;
    }

    private static DocumentNumber numbered(String code, String year, String serial) {
        return new DocumentNumber(squeeze(code), digits(year), digits(serial), DocumentNumber.Form.BRACKETED);
    }

    private static int digits(String text) {
        return ChineseNumeral.parse(squeeze(text)).orElse(0);
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]", "");
    }
}
