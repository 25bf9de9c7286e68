package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;

/** The distances between the characters of a text code (GB/T 33190-2016, 11.3), where {@code g 4 2.5} stands for four times 2.5. */
final class OfdDeltas {

    /** A text code has no more characters than this. */
    private static final int MOST = 100_000;

    private OfdDeltas() {}

    static List<Double> expand(String deltas) {
        List<Double> steps = new ArrayList<>();
        String[] words = deltas.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            try {
                if (words[i].equals("g") && i + 2 < words.length) {
                    int count = Integer.parseInt(words[i + 1]);
                    double step = Double.parseDouble(words[i + 2]);
                    for (int n = 0; n < count && steps.size() < MOST; n++) {
                        steps.add(step);
                    }
                    i += 2;
                } else if (!words[i].isEmpty()) {
                    steps.add(Double.parseDouble(words[i]));
                }
            } catch (NumberFormatException e) {
                return steps;
            }
        }
        return steps;
    }
}
