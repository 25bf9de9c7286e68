package org.gongbao.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as it is compared (比对用文本): without blanks and line breaks, in compatible characters (NFKC), and with one form for marks
 * that are set in several. Each character knows the page and the place that it came from.
 */
final class ComparedText {

    /** Each group is written as its first mark. */
    private static final List<String> SAME = List.of(
            "\"“”„‟″〃＂", "'‘’‚‛′＇", "-—–―‒─━－‐‑−", "·•・‧∙⋅●", "([〔【〖{（［", ")]〕】〗}）］", "〇○◯О", ",，、", ".．。", "~～〜∼");

    private static final Map<Integer, Integer> MARKS = marks();

    private final StringBuilder original = new StringBuilder();
    private final List<Integer> points = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();

    private static Map<Integer, Integer> marks() {
        Map<Integer, Integer> marks = new HashMap<>();
        SAME.forEach(group -> group.codePoints().forEach(mark -> marks.put(mark, group.codePointAt(0))));
        return Map.copyOf(marks);
    }

    static ComparedText of(String text) {
        ComparedText compared = new ComparedText();
        compared.append(text, 0);
        return compared;
    }

    void append(String text, int page) {
        int start = original.length();
        original.append(text).append('\n');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int place = start + i;
            Normalizer.normalize(Character.toString(text.codePointAt(i)), Normalizer.Form.NFKC)
                    .codePoints()
                    .filter(ComparedText::isShown)
                    .forEach(point -> {
                        points.add(MARKS.getOrDefault(point, point));
                        places.add(place);
                        pages.add(page);
                    });
        }
    }

    private static boolean isShown(int point) {
        int type = Character.getType(point);
        return !Character.isWhitespace(point)
                && !Character.isSpaceChar(point)
                && type != Character.CONTROL
                && type != Character.FORMAT;
    }

    int length() {
        return points.size();
    }

    int at(int index) {
        return points.get(index);
    }

    /** The page of a character, or of the last one where it is beyond the end; 0 without any. */
    int page(int index) {
        return pages.isEmpty() ? 0 : pages.get(Math.min(index, pages.size() - 1));
    }

    /** The original text of a part, on one line. */
    String original(int from, int to) {
        int first = Math.max(0, from);
        int last = Math.min(points.size(), to);
        if (first >= last) {
            return "";
        }
        int end = places.get(last - 1) + Character.charCount(original.codePointAt(places.get(last - 1)));
        return original.substring(places.get(first), end)
                .replaceAll("\\s*\\R\\s*", "")
                .strip();
    }

    /** Where another text stands in this one, from a place on; -1 where it does not. */
    int indexOf(ComparedText other, int from) {
        if (other.length() == 0) {
            return -1;
        }
        for (int start = from; start + other.length() <= length(); start++) {
            int same = 0;
            while (same < other.length() && at(start + same) == other.at(same)) {
                same++;
            }
            if (same == other.length()) {
                return start;
            }
        }
        return -1;
    }

    /** The characters from one place to another. */
    ComparedText part(int from, int to) {
        ComparedText part = new ComparedText();
        part.original.append(original);
        part.points.addAll(points.subList(from, to));
        part.places.addAll(places.subList(from, to));
        part.pages.addAll(pages.subList(from, to));
        return part;
    }
}
