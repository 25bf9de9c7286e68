package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups of digits that stand side by side (数字组), parted by one blank or hyphen: {@code 360102 19800101 1234}, but also
 * a number and the figures beside it, {@code 3 440524188001010014 1200}. Any neighbouring groups may be one number.
 */
final class DigitGroups {

    private static final String SEPARATOR = "[ \\u00A0\\u3000\\-－‐‑–—]";

    private static final Pattern RUN =
            Pattern.compile("(?<!\\d)\\d++(?:" + SEPARATOR + "\\d++)*+(?:" + SEPARATOR + "?[Xx](?![0-9A-Za-z]))?");

    private static final Pattern GROUP = Pattern.compile("\\d+[Xx]?|[Xx]");

    /** Fewest and most characters of the numbers that are looked for. */
    private static final int SHORTEST = 15;

    private static final int LONGEST = 19;

    /**
     * Some neighbouring groups as one number.
     *
     * @param number its digits, the last perhaps X
     * @param groups how many characters each group has
     */
    record Candidate(int start, int end, String number, List<Integer> groups) {

        boolean isOneGroup() {
            return groups.size() == 1;
        }
    }

    private DigitGroups() {}

    /** The numbers of 15 to 19 characters that may stand in a text, in order; those that begin first, the longest first. */
    static List<Candidate> in(String text) {
        List<Candidate> candidates = new ArrayList<>();
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            if (runs.end() - runs.start() >= SHORTEST) {
                windows(text, runs.start(), runs.end(), candidates);
            }
        }
        return candidates;
    }

    private static void windows(String text, int start, int end, List<Candidate> candidates) {
        List<int[]> groups = new ArrayList<>();
        Matcher matcher = GROUP.matcher(text).region(start, end);
        while (matcher.find()) {
            groups.add(new int[] {matcher.start(), matcher.end()});
        }
        for (int first = 0; first < groups.size(); first++) {
            List<Candidate> here = new ArrayList<>();
            StringBuilder number = new StringBuilder();
            List<Integer> sizes = new ArrayList<>();
            for (int last = first; last < groups.size() && number.length() < LONGEST; last++) {
                int[] group = groups.get(last);
                number.append(text, group[0], group[1]);
                sizes.add(group[1] - group[0]);
                if (number.length() >= SHORTEST && number.length() <= LONGEST && isWhole(text, group[1])) {
                    String digits = number.toString().toUpperCase(java.util.Locale.ROOT);
                    here.add(0, new Candidate(groups.get(first)[0], group[1], digits, List.copyOf(sizes)));
                }
            }
            candidates.addAll(here);
        }
    }

    /** A number that goes on with letters is a code of another kind. */
    private static boolean isWhole(String text, int end) {
        return end == text.length() || !isLatin(text.charAt(end));
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetter(c);
    }
}
