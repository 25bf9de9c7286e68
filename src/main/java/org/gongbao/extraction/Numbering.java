package org.gongbao.extraction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts automatic numbers and writes them as the reader of the document sees them: {@code 一、}, {@code （二）},
 * {@code 第三条}, {@code 1.2}.
 */
final class Numbering {

    static final int LEVELS = 9;

    private final Map<String, int[]> counters = new HashMap<>();

    /**
     * One level of a list.
     *
     * @param format name of the number format in WordprocessingML
     * @param text template; {@code %1} stands for the number of the first level
     * @param restartAfter the level from 1 after which it starts anew, 0 for never, -1 for any higher one
     * @param legal whether all numbers in it are written as decimals
     * @param spaced whether a blank or tab follows the number
     */
    record Level(String format, String text, int start, int restartAfter, boolean legal, boolean spaced) {

        Level startingAt(int number) {
            return new Level(format, text, number, restartAfter, legal, spaced);
        }
    }

    /** The levels of one list. */
    interface Levels {
        /** The level, from 0, null where the list does not define it. */
        @Nullable
        Level level(int index);
    }

    /** Begins a list again at a number of its own. */
    void restart(String list, int level, int start) {
        int[] counter = counters.get(list);
        if (counter != null && level < LEVELS) {
            counter[level] = start - 1;
        }
    }

    /**
     * Counts one paragraph on.
     *
     * @param list identity of the list whose count it takes part in
     * @return the number with what follows it, empty for bullets
     */
    String next(String list, Levels levels, int index) {
        Level level = index < 0 || index >= LEVELS ? null : levels.level(index);
        if (level == null) {
            return "";
        }
        int[] counter = counters.computeIfAbsent(list, key -> started(levels));
        for (int higher = 0; higher < index; higher++) {
            Level above = levels.level(higher);
            if (above != null && counter[higher] < above.start()) {
                counter[higher] = above.start();
            }
        }
        counter[index]++;
        for (int deeper = index + 1; deeper < LEVELS; deeper++) {
            Level below = levels.level(deeper);
            if (below != null && (below.restartAfter() < 0 || index + 1 <= below.restartAfter())) {
                counter[deeper] = below.start() - 1;
            }
        }
        return level.format().equals("bullet") ? "" : written(level, levels, counter);
    }

    private static int[] started(Levels levels) {
        int[] counter = new int[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            Level level = levels.level(i);
            counter[i] = (level == null ? 1 : level.start()) - 1;
        }
        return counter;
    }

    private static String written(Level level, Levels levels, int[] counter) {
        StringBuilder label = new StringBuilder();
        String template = level.text();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            int digit = c == '%' && i + 1 < template.length() ? template.charAt(i + 1) - '1' : -1;
            if (digit < 0 || digit >= LEVELS) {
                label.append(c);
                continue;
            }
            Level of = levels.level(digit);
            String format = of == null || level.legal() ? "decimal" : of.format();
            label.append(NumberWords.write(counter[digit], format));
            i++;
        }
        return label.isEmpty() ? "" : label + (level.spaced() && needsBlank(label) ? " " : "");
    }

    /** After 一、 or （一） or 1. Chinese text goes on without a blank; after 第一条 or 1.1 it needs one. */
    private static boolean needsBlank(CharSequence label) {
        return Character.isLetterOrDigit(label.charAt(label.length() - 1));
    }
}
