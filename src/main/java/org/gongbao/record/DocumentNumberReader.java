package org.gongbao.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads document numbers (发文字号) from text as it comes and repairs what was lost: other brackets, blanks, full width,
 * 第 and zeros before the number, a lost closing bracket, a lost 号. The raw text stays in the result.
 */
public final class DocumentNumberReader {

    /** What every number in running text ends with. */
    static final String LAST = "[号號]";

    /** A look for the last sign first saves most texts the patterns. */
    private static final Pattern ANY_LAST = Pattern.compile(LAST);

    /** The rule of a whole number that is written otherwise than the standard has it. */
    static final String OTHERWISE = "number.written-otherwise/1";

    /** No-break and ideographic blanks stand in numbers as others do. */
    private static final String GAP = "[\\s\\u00a0\\u3000]*";

    private static final String OPEN = "[〔\\[(（【﹝［〈{]";
    private static final String CLOSE = "[〕\\])）】﹞］〉}]";
    private static final String CODE = "([\\p{IsHan}A-Z](?:[ \\u00a0\\u3000]?[\\p{IsHan}A-Z]){0,17}?)";
    private static final String FIGURE = "[一二三四五六七八九〇○◯零OＯoｏ\\d０-９]";
    private static final String CENTURY = "(?:[1１一][9９九]|[2２二][0０〇○◯零OＯoｏ])";
    static final String FULL_YEAR = "(" + CENTURY + FIGURE + GAP + FIGURE + ")";
    private static final String YEAR = GAP + FULL_YEAR + GAP + "年?" + GAP;
    private static final String LOST_YEAR = GAP + "((?:19|20|１９|２０)[\\d０-９]" + GAP + "[\\d０-９])" + GAP + "年?" + GAP;
    static final String SEQUENCE = "([" + ChineseNumeral.CHARACTERS + "]{1,6})";
    private static final String SERIAL = "[\\s\\u00a0\\u3000.．·‘’']{0,3}第?" + GAP + SEQUENCE + GAP;

    /** {@code 云政办字〔2023〕12号}: as the standard has it, apart from blanks. */
    private static final Pattern STANDARD = Pattern.compile("[^〔]+〔\\d{4}〕(?!0\\d)\\d+[号號]");

    /** {@code 云政办字〔2023〕12号}, {@code 漳公积金[2022]10号}, {@code 云政发（2023） 第 05 号}, {@code 雲府字〔2023〕1號}. */
    private static final Pattern BRACKETED = Pattern.compile(CODE + GAP + OPEN + YEAR + CLOSE + SERIAL + LAST);

    /** {@code 云政规〔2023〕.13号}: a stain on the paper read as a sign. */
    private static final Pattern STAIN = Pattern.compile("[.．·‘’']");

    /** {@code 云政办字〔201812号}: the closing bracket is lost. */
    private static final Pattern UNCLOSED =
            Pattern.compile(CODE + GAP + "[〔﹝]" + LOST_YEAR + "([\\d０-９]{1,4})" + GAP + LAST);

    /** {@code 云政办字〔201812}: bracket and 号 are lost; only as a line of its own. */
    private static final Pattern CUT = Pattern.compile(CODE + GAP + OPEN + LOST_YEAR + CLOSE + "?([\\d０-９]{1,4})");

    /** {@code 国发201815号}: both brackets are lost; only for a known code. */
    private static final Pattern BARE = Pattern.compile("(\\p{IsHan}{2,12}?)((?:19|20)\\d{2})(\\d{1,4})" + LAST);

    private DocumentNumberReader() {}

    /**
     * A number and where it stood.
     *
     * @param start index of the first character in the text that was searched
     * @param rule name of the rule that read it
     */
    public record Reading(
            DocumentNumber number, String raw, int start, int end, String rule, double confidence, boolean repaired) {

        /** Whether nothing was lost, but brackets, figures or 第 are not those of the standard. */
        public boolean isWrittenOtherwise() {
            return rule.equals(OTHERWISE);
        }
    }

    /** Every number in running text, in order. Repairs only what is certain there. */
    public static List<Reading> find(String text, Set<String> knownCodes) {
        if (!ANY_LAST.matcher(text).find()) {
            return List.of();
        }
        List<Reading> found = new ArrayList<>();
        bracketed(BRACKETED.matcher(text), "number.bracketed/1", 1, false, found);
        bracketed(UNCLOSED.matcher(text), "number.bracket-lost/1", 0.95, true, found);
        OrderNumbers.find(text, found);
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            String code = CodeLead.strip(bare.group(1));
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
            String code = CodeLead.strip(matcher.group(1));
            if (code.isEmpty()) {
                continue;
            }
            int start = matcher.end(1) - code.length();
            String raw = matcher.group().substring(start - matcher.start());
            DocumentNumber number = numbered(squeeze(code), matcher.group(2), matcher.group(3));
            boolean stained = STAIN.matcher(raw).find();
            if (repaired || stained || STANDARD.matcher(squeeze(raw)).matches()) {
                found.add(new Reading(
                        number, raw, start, matcher.end(), rule, stained ? 0.95 : confidence, repaired || stained));
            } else {
                found.add(new Reading(number, raw, start, matcher.end(), OTHERWISE, 0.99, false));
            }
        }
    }

    static void add(
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

    private static DocumentNumber numbered(String code, String year, String serial) {
        return new DocumentNumber(squeeze(code), digits(year), digits(serial), DocumentNumber.Form.BRACKETED);
    }

    static int digits(String text) {
        return ChineseNumeral.parse(squeeze(text)).orElse(0);
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000]", "");
    }
}
