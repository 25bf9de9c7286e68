package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a text that hold something.
 *
 * @param starts where lines begin in the text, in code points; of those that are left out at the end, too
 * @param isCut whether more follows than a page shows
 */
record TextLines(List<String> lines, List<Integer> starts, boolean isCut) {

    private static final int MOST_CHARACTERS = 500_000;

    static TextLines of(String text, int most) {
        String beginning = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        List<String> all = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (String line : beginning.split("\n")) {
            if (!Squeezed.of(line).isEmpty()) {
                all.add(line);
                starts.add(start);
            }
            start += line.codePointCount(0, line.length()) + 1;
        }
        List<String> lines = all.subList(0, Math.min(most, all.size()));
        return new TextLines(lines, starts, lines.size() < all.size() || beginning.length() < text.length());
    }
}
