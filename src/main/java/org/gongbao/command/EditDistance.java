package org.gongbao.command;

import java.text.Normalizer;

/** How many characters have to be put in, taken out or replaced to make one text of another (Levenshtein). */
final class EditDistance {

    private EditDistance() {}

    /** The distance over the length of the wanted text. Blanks and compatibility forms do not count. */
    static double share(String wanted, String found) {
        int[] from = characters(wanted);
        int[] to = characters(found);
        return from.length == 0 ? 0 : (double) between(from, to) / from.length;
    }

    private static int[] characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c))
                .toArray();
    }

    private static int between(int[] from, int[] to) {
        int[] row = new int[to.length + 1];
        for (int j = 0; j <= to.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length; j++) {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length];
    }
}
