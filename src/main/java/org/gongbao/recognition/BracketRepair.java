package org.gongbao.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts lost opening brackets back into lists of units (补括号). The place is taken from the same words with both brackets
 * elsewhere in the document, or else from the shape of a unit with its second name: {@code 市编办市审改办)} →
 * {@code 市编办(市审改办)}.
 */
final class BracketRepair {

    private static final int LONGEST = 16;

    /** The second name of a unit begins like the first: with 市, 县, 省, 区 or 州. */
    private static final Pattern SECOND_NAME =
            Pattern.compile("^(([省市县区州])[\\p{IsHan}]{2,14}?)(\\2[\\p{IsHan}]{2,14})$");

    private BracketRepair() {}

    /**
     * @param list a list of units
     * @param document the text of the document, which may have the same words undamaged
     */
    static String repair(String list, String document) {
        StringBuilder text = new StringBuilder(list);
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("（(".indexOf(c) >= 0) {
                depth++;
            } else if ("）)".indexOf(c) >= 0 && depth-- == 0) {
                depth = 0;
                int place = place(text.substring(0, i), c, document);
                if (place >= 0) {
                    text.insert(place, c == '）' ? '（' : '(');
                    i++;
                }
            }
        }
        return text.toString();
    }

    private static int place(String before, char close, String document) {
        return elsewhere(before, close, document).or(() -> secondName(before)).orElse(-1);
    }

    /** Looks for the words before the closing bracket as they stand elsewhere, with an opening bracket among them. */
    private static Optional<Integer> elsewhere(String before, char close, String document) {
        for (int length = Math.min(LONGEST, before.length()); length >= 3; length--) {
            String words = before.substring(before.length() - length);
            for (int cut = length - 1; cut >= 1; cut--) {
                String whole = words.substring(0, cut) + (close == '）' ? '（' : '(') + words.substring(cut) + close;
                if (cut >= 2 && document.contains(whole) || cut == 1 && length >= 4 && document.contains(whole)) {
                    return Optional.of(before.length() - length + cut);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> secondName(String before) {
        int from = before.length();
        while (from > 0 && "、，,；;()（）".indexOf(before.charAt(from - 1)) < 0) {
            from--;
        }
        Matcher names = SECOND_NAME.matcher(before.substring(from));
        return names.matches() ? Optional.of(from + names.end(1)) : Optional.empty();
    }
}
