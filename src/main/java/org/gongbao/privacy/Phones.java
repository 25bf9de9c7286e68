package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers of private persons (个人电话). Those by which citizens reach an office stay public: the nearest cue
 * before a number says whose it is, or a name right beside it.
 */
final class Phones {

    /** A mobile number, as one or in groups of 3-4-4: {@code 139 0000 0000}. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z.〔])(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9A-Za-z])");

    /** {@code 0797-8391234}, {@code （0797）8391234}, {@code 02112345678}. */
    private static final Pattern LANDLINE = Pattern.compile(
            "(?<![0-9A-Za-z.\\-])(?:[（(]0[1-9][0-9]{1,2}[）)]|0[1-9][0-9]{1,2}[ \\-－—–]?)[2-8][0-9]{6,7}(?![0-9A-Za-z])");

    /** What is counted, not called. */
    private static final Pattern COUNTED = Pattern.compile("\\s*[十百千万亿]{0,3}(?:元|美元|人|户|吨|平方|公里|亩|件|次)");

    /** The words right before a number that may be a name. */
    private static final Pattern BESIDE =
            Pattern.compile("(?:^|[^\\p{IsHan}])(\\p{IsHan}{2,4})[ \\t\\u3000]*[（(:]?\\s*$");

    private static final int LABEL = 10;

    /** An area code of three digits and a number of seven. */
    private static final int FEWEST_DIGITS = 10;

    private static final String BETWEEN_DIGITS = " -－—–)）";

    private final Finds finds;
    private final PrivacyLists lists;
    private final PersonNames names;

    Phones(Finds finds) {
        this.finds = finds;
        this.lists = finds.lists();
        this.names = new PersonNames(lists);
    }

    void find() {
        if (mayHold(finds.text())) {
            find("mobile", MOBILE);
            find("landline", LANDLINE);
        }
    }

    /** Whether as many digits as a telephone number has stand together; most texts hold none. */
    private static boolean mayHold(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++digits == FEWEST_DIGITS) {
                    return true;
                }
            } else if (BETWEEN_DIGITS.indexOf(c) < 0) {
                digits = 0;
            }
        }
        return false;
    }

    /** All numbers in a cell of a list of private persons. */
    void inColumn(Sheet.Cell cell) {
        mark("mobile", MOBILE, cell);
        mark("landline", LANDLINE, cell);
    }

    private void mark(String kind, Pattern pattern, Sheet.Cell cell) {
        Matcher matcher = pattern.matcher(finds.text()).region(cell.start(), cell.end());
        while (matcher.find()) {
            finds.add(kind, matcher.start(), matcher.end());
        }
    }

    private void find(String kind, Pattern pattern) {
        Matcher matcher = pattern.matcher(finds.text());
        while (matcher.find()) {
            int start = matcher.start();
            if (!finds.isTaken(start, matcher.end())
                    && !isCounted(start, matcher.end())
                    && (finds.isPrivate(start) || isBesideName(start))) {
                finds.add(kind, start, matcher.end());
            }
        }
    }

    private boolean isCounted(int start, int end) {
        String text = finds.text();
        return COUNTED.matcher(text).region(end, text.length()).lookingAt()
                || lists.says("order", text.substring(Math.max(0, start - LABEL), start));
    }

    private boolean isBesideName(int start) {
        Matcher beside = BESIDE.matcher(finds.text().substring(Math.max(0, start - 12), start));
        return beside.find()
                && names.is(beside.group(1))
                && !finds.isOffice(start)
                && !lists.says("company", finds.line(start));
    }
}
