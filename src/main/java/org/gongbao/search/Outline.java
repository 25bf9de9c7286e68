package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongbao.publication.PublicPages;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.ItemStarts;
import org.gongbao.record.Section;
import org.jspecify.annotations.Nullable;

/** Where pages and sections of a document begin in its text (页码与章节), as lines of {@code offset|page|section}. */
final class Outline {

    /** Sections below the second level are not told beside a passage. */
    private static final int LEVELS = 2;

    private static final int MOST = 500;
    private static final int LONGEST = 30;

    private final TreeMap<Integer, Integer> pages = new TreeMap<>();
    private final TreeMap<Integer, String> sections = new TreeMap<>();

    private Outline() {}

    static Outline of(PublishedDocument document) {
        Outline outline = new Outline();
        PublicPages.of(document.content())
                .map(PublicPages::starts)
                .orElse(Map.of())
                .forEach((page, start) -> outline.pages.put(start, page));
        DocumentRecord record = document.record();
        if (record.items().isEmpty()) {
            outline.sections(record.sections(), record.text(), 0, 1);
        } else {
            outline.items(record);
        }
        return outline;
    }

    private int sections(List<Section> all, String text, int from, int level) {
        int at = from;
        for (Section section : all) {
            String name = name(section.label(), section.heading());
            int found = name.isEmpty() ? -1 : text.indexOf(first(section), at);
            if (found >= 0) {
                put(text, found, name);
                at = found;
            }
            if (level < LEVELS) {
                at = sections(section.children(), text, at, level + 1);
            }
        }
        return at;
    }

    private static String first(Section section) {
        return section.heading() == null || section.heading().isBlank()
                ? String.valueOf(section.label())
                : section.heading();
    }

    private static String name(@Nullable String label, @Nullable String heading) {
        List<String> parts = new ArrayList<>();
        if (label != null && !label.isBlank()) {
            parts.add(label.strip());
        }
        if (heading != null && !heading.isBlank()) {
            parts.add(heading.strip());
        }
        String name = String.join(" ", parts).replace('\n', ' ').replace('|', ' ');
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
    }

    private void items(DocumentRecord record) {
        List<Integer> starts = ItemStarts.of(record);
        for (int i = 0; i < starts.size(); i++) {
            String title = record.items().get(i).displayTitle();
            if (starts.get(i) >= 0 && title != null) {
                put(record.text(), starts.get(i), name(null, title));
            }
        }
    }

    private void put(String text, int at, String name) {
        if (sections.size() < MOST) {
            sections.put(text.codePointCount(0, at), name);
        }
    }

    String lines() {
        List<String> lines = new ArrayList<>();
        pages.forEach((start, page) -> lines.add(start + "|" + page + "|"));
        sections.forEach((start, name) -> lines.add(start + "||" + name));
        return String.join("\n", lines);
    }

    static Outline parse(@Nullable String lines) {
        Outline outline = new Outline();
        if (lines != null) {
            lines.lines()
                    .map(line -> line.split("\\|", 3))
                    .filter(cells -> cells.length == 3)
                    .forEach(cells -> {
                        int start = Integer.parseInt(cells[0]);
                        if (cells[1].isEmpty()) {
                            outline.sections.put(start, cells[2]);
                        } else {
                            outline.pages.put(start, Integer.parseInt(cells[1]));
                        }
                    });
        }
        return outline;
    }

    /** The page on which a place of the text stands; null where it is not known. */
    @Nullable
    Integer page(int place) {
        return Optional.ofNullable(pages.floorEntry(place))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    @Nullable
    String section(int place) {
        return Optional.ofNullable(sections.floorEntry(place))
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
