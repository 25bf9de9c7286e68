package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseNumeral;

/**
 * Headings that a source ran on to a line without a full stop (漏断标题), such as the second of {@code 一、标准。每户800元二、期限。
 * 一年。三、附则。}. A numeral with a 、 alone may be anything, as in {@code 农历三月三、清明节}; it is a heading where the count of
 * clear headings around it lacks just this number, and one place alone offers it.
 */
final class MissingHeadings {

    private static final String NUMERAL = "[一二三四五六七八九十]";

    /** {@code 三、} that is no list of numerals, {@code 一、二、三}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<!" + NUMERAL + ")(?<!" + NUMERAL + "、)(" + NUMERAL + "{1,3})、(?!" + NUMERAL + ")");

    /** What a clear heading stands behind. */
    private static final String CLEAR = "。：；:;）)”";

    private MissingHeadings() {}

    /** Fewer numerals with a 、 than this leave nothing to count by. */
    private static final int FEWEST = 3;

    private record Numbered(int at, int number, boolean clear) {}

    /** Where such headings begin. */
    static List<Integer> of(String paragraph) {
        if (numerals(paragraph) < FEWEST) {
            return List.of();
        }
        List<Numbered> open = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        int last = 0;
        for (Numbered numbered : numbered(paragraph)) {
            if (!numbered.clear()) {
                open.add(numbered);
                continue;
            }
            int missing = last + 1;
            List<Numbered> offers =
                    open.stream().filter(offer -> offer.number() == missing).toList();
            if (last > 0 && numbered.number() == last + 2 && offers.size() == 1) {
                found.add(offers.get(0).at());
            }
            open.clear();
            last = numbered.number();
        }
        return found;
    }

    private static int numerals(String paragraph) {
        int count = 0;
        for (int at = paragraph.indexOf('、', 1); at > 0; at = paragraph.indexOf('、', at + 1)) {
            count += NUMERAL.indexOf(paragraph.charAt(at - 1)) > 0 ? 1 : 0;
        }
        return count;
    }

    private static List<Numbered> numbered(String paragraph) {
        List<Numbered> all = new ArrayList<>();
        Matcher matcher = NUMBERED.matcher(paragraph);
        while (matcher.find()) {
            int number = ChineseNumeral.parse(matcher.group(1)).orElse(0);
            all.add(new Numbered(matcher.start(), number, isClear(paragraph, matcher.start())));
        }
        return all;
    }

    /** At the beginning, or behind the end of a sentence or bracket. */
    private static boolean isClear(String paragraph, int at) {
        int before = at - 1;
        while (before >= 0 && Blanks.isBlank(paragraph.charAt(before))) {
            before--;
        }
        return before < 0 || CLEAR.indexOf(paragraph.charAt(before)) >= 0;
    }
}
