package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;

/**
 * A section to be found again in the text: its anchor, its depth and how its first line begins.
 *
 * @param label numbering as written, empty where there is none
 * @param heading empty where the text follows the label
 */
record SectionMark(String anchor, int depth, String label, String heading, String begins) {

    /** Signs that may stand between a label and what follows: {@code 一、}, {@code 1.}, {@code 1．}. */
    private static final String SEPARATORS = "、.．，,:：)）";

    private static final int BEGINNING = 12;

    /** The marks of all sections in reading order; those of an issue lie under its items. */
    static List<SectionMark> of(DocumentRecord record) {
        List<SectionMark> marks = new ArrayList<>();
        if (record.items().isEmpty()) {
            add(marks, record.sections(), "sec", 1);
            return marks;
        }
        int number = 0;
        for (DocumentRecord item : record.items()) {
            String anchor = itemAnchor(++number);
            marks.add(new SectionMark(anchor, 1, "", Squeezed.of(item.title()), ""));
            add(marks, item.sections(), anchor + "_sec", 2);
        }
        return marks;
    }

    /** The fragment of an item of an issue, counted from 1. */
    static String itemAnchor(int number) {
        return "item_" + number;
    }

    private static void add(List<SectionMark> marks, List<Section> sections, String parent, int depth) {
        int number = 0;
        for (Section section : sections) {
            String anchor = parent + "_" + ++number;
            String text = Squeezed.of(section.text());
            marks.add(new SectionMark(
                    anchor,
                    depth,
                    Squeezed.of(section.label()),
                    Squeezed.of(section.heading()),
                    text.substring(0, Math.min(BEGINNING, text.length()))));
            add(marks, section.children(), anchor, depth + 1);
        }
    }

    /** Number of squeezed characters of a line that are this section's label and heading; -1 where it does not begin here. */
    int lead(String squeezedLine) {
        if (label.isEmpty() && heading.isEmpty() || !squeezedLine.startsWith(label)) {
            return -1;
        }
        int end = label.length();
        while (!label.isEmpty() && end < squeezedLine.length() && SEPARATORS.indexOf(squeezedLine.charAt(end)) >= 0) {
            end++;
        }
        String expected = heading.isEmpty() ? begins : heading;
        if (!squeezedLine.startsWith(expected, end)) {
            return -1;
        }
        return heading.isEmpty() ? end : end + heading.length();
    }

    /** Whether only its heading tells it, which may stand on several lines. */
    boolean isUnnumbered() {
        return label.isEmpty() && !heading.isEmpty();
    }

    boolean hasHeading() {
        return !heading.isEmpty();
    }
}
