package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that stand in none of its sections.
 *
 * @param before those before the first line of a section; all where there are no sections
 * @param behind all others: between sections, and behind the last
 */
record SectionLines(List<String> before, List<String> behind) {

    static SectionLines of(DocumentRecord record) {
        StringBuilder inSections = new StringBuilder();
        collect(record.sections(), inSections);
        List<String> before = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        boolean isBefore = true;
        for (String line : record.text().lines().toList()) {
            String letters = letters(line);
            boolean isInSection = !letters.isEmpty() && inSections.indexOf(letters) >= 0;
            isBefore &= !isInSection;
            if (!isInSection && !line.isBlank()) {
                (isBefore ? before : behind).add(line);
            }
        }
        return new SectionLines(List.copyOf(before), List.copyOf(behind));
    }

    private static void collect(List<Section> sections, StringBuilder all) {
        for (Section section : sections) {
            all.append('\n');
            append(section.label(), all);
            append(section.heading(), all);
            append(section.text(), all);
            collect(section.children(), all);
        }
    }

    private static void append(@Nullable String text, StringBuilder all) {
        if (text != null) {
            all.append(letters(text));
        }
    }

    /** Labels come without their signs, so that signs tell nothing. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
