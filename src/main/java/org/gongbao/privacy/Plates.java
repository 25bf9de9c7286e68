package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds number plates (机动车号牌, GA 36-2018): those of new energy have one more character, D, F or another letter at either end. */
final class Plates {

    private static final String TAIL =
            "(?:[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Za-z0-9])";

    private final Finds finds;
    private final Pattern plate;

    Plates(Finds finds) {
        this.finds = finds;
        this.plate = Pattern.compile("[" + finds.lists().plates() + "][A-HJ-NP-Z][ ·•．.\\-]?" + TAIL);
    }

    void find() {
        find(0, finds.text().length());
    }

    void inColumn(Sheet.Cell cell) {
        find(cell.start(), cell.end());
    }

    private void find(int from, int to) {
        String text = finds.text();
        String provinces = finds.lists().plates();
        Matcher matcher = plate.matcher(text);
        for (int i = from + 1; i < to; i++) {
            char letter = text.charAt(i);
            // Letters are rarer than the names of provinces, and cheaper to see.
            if (letter < 'A' || letter > 'Z' || provinces.indexOf(text.charAt(i - 1)) < 0) {
                continue;
            }
            if (matcher.region(i - 1, to).lookingAt()
                    && matcher.group().chars().filter(c -> c >= '0' && c <= '9').count() >= 2) {
                finds.add("plate", matcher.start(), matcher.end());
            }
        }
    }
}
