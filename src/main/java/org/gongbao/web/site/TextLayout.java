package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.ItemStarts;
import org.gongbao.record.Table;
import org.gongbao.web.site.TextView.Block;
import org.gongbao.web.site.TextView.Entry;
import org.gongbao.web.site.TextView.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the text of a record. The text itself is shown, line by line; sections and tables only say where anchors,
 * headings and tables belong. What cannot be found again stays plain text.
 */
final class TextLayout {

    /** What a page shows of a text; a longer one is laid out in seconds only, and read in its other forms. */
    static final int MOST_LINES = 3_000;

    /** Lines at the start that may be number and title. */
    private static final int FRONT = 60;

    private static final int TITLE_LINES = 6;

    /** Depth down to which the contents go. */
    private static final int CONTENTS_DEPTH = 2;

    private final DocumentRecord record;
    private final List<String> lines;
    private final List<Integer> starts;
    private final List<String> squeezed;
    private final Block[] blocks;
    private final boolean[] taken;
    private final boolean isCut;
    private final List<Entry> contents = new ArrayList<>();
    private final List<Table> loose = new ArrayList<>();

    private TextLayout(DocumentRecord record) {
        this.record = record;
        TextLines text = TextLines.of(record.text(), MOST_LINES);
        this.lines = text.lines();
        this.starts = text.starts();
        this.isCut = text.isCut();
        this.squeezed = lines.stream().map(Squeezed::of).toList();
        this.blocks = new Block[lines.size()];
        this.taken = new boolean[lines.size()];
    }

    static TextView of(DocumentRecord record) {
        TextLayout layout = new TextLayout(record);
        layout.placeTables();
        layout.placeTitle(record.title(), FRONT);
        layout.placeTitle(record.enclosedTitle(), Integer.MAX_VALUE);
        layout.placeSections();
        layout.documents().forEach(layout::placeParts);
        return layout.view();
    }

    private void placeTables() {
        int from = 0;
        for (Table table : first(record.tables())) {
            TableFold.Span span = TableFold.find(table, squeezed, from);
            if (span.start() == span.end()) {
                if (!isCut) {
                    loose.add(table);
                }
                continue;
            }
            Arrays.fill(taken, span.start(), span.end(), true);
            blocks[span.start()] =
                    new Block(Kind.TABLE, null, 0, "", "", table, starts.get(span.start()), rows(table, span));
            from = span.end();
        }
    }

    /** Where each row begins in the text: at the first line after the row before that its cells begin with. */
    private List<Integer> rows(Table table, TableFold.Span span) {
        List<Integer> rows = new ArrayList<>();
        int line = span.start();
        for (List<String> row : table.rows()) {
            String whole = String.join("", row.stream().map(Squeezed::of).toList());
            int at = line;
            while (at < span.end() && (whole.isEmpty() || !whole.startsWith(squeezed.get(at)))) {
                at++;
            }
            rows.add(at == span.end() ? -1 : starts.get(at));
            line = at == span.end() ? line : at + 1;
        }
        return rows;
    }

    /** No more than there are lines: each is looked for in all of them. */
    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(MOST_LINES, all.size()));
    }

    private void placeTitle(@Nullable String words, int before) {
        String title = Squeezed.of(words);
        for (int start = 0; !title.isEmpty() && start < Math.min(before, lines.size()); start++) {
            int end = joined(title, start);
            if (end > start) {
                place(
                        start,
                        end,
                        Block.of(Kind.TITLE, String.join("\n", lines.subList(start, end)), starts.get(start)));
                return;
            }
        }
    }

    /** The document itself, or those of an issue. */
    private List<DocumentRecord> documents() {
        return record.items().isEmpty() ? List.of(record) : record.items();
    }

    private void placeParts(DocumentRecord document) {
        FormalLines formal = FormalLines.of(document);
        for (int i = 0; i < lines.size(); i++) {
            Kind kind = taken[i] ? null : formal.kind(squeezed.get(i));
            if (kind != null) {
                place(i, i + 1, Block.of(kind, lines.get(i), starts.get(i)));
            }
        }
    }

    private void placeSections() {
        Map<String, Integer> items = itemLines();
        int from = 0;
        for (SectionMark mark : first(SectionMark.of(record))) {
            from = Math.max(from, items.getOrDefault(mark.anchor(), 0));
            for (int i = from; i < lines.size(); i++) {
                int lead = taken[i] ? -1 : mark.lead(squeezed.get(i));
                int end = lead < 0 && mark.isUnnumbered() ? joined(mark.heading(), i) : i;
                if (end > i) {
                    place(i, end, heading(mark, String.join("\n", lines.subList(i, end)), starts.get(i)));
                    from = end;
                    break;
                }
                if (lead >= 0) {
                    place(i, i + 1, section(mark, i, lead));
                    from = i + 1;
                    break;
                }
            }
        }
    }

    /** The lines at which the documents of an issue begin, by their anchors; before them stands the table of contents. */
    private Map<String, Integer> itemLines() {
        Map<String, Integer> items = new HashMap<>();
        List<Integer> found = ItemStarts.of(record);
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) >= 0) {
                int line = Collections.binarySearch(starts, record.text().codePointCount(0, found.get(i)));
                items.put(SectionMark.itemAnchor(i + 1), line < 0 ? 0 : line);
            }
        }
        return items;
    }

    private Block heading(SectionMark mark, String words, int start) {
        contents.add(new Entry(mark.anchor(), mark.depth(), words.replace("\n", "")));
        return new Block(Kind.HEADING, mark.anchor(), mark.depth(), "", words, null, start, List.of());
    }

    /** The line after those from a line on that make up a heading together; that line where they do not. */
    private int joined(String heading, int start) {
        StringBuilder joined = new StringBuilder();
        for (int end = start; end < Math.min(start + TITLE_LINES, lines.size()) && !taken[end]; end++) {
            joined.append(squeezed.get(end));
            if (joined.toString().equals(heading)) {
                return end + 1;
            }
        }
        return start;
    }

    private Block section(SectionMark mark, int i, int lead) {
        String line = lines.get(i);
        int end = Squeezed.offset(line, lead);
        boolean whole = mark.hasHeading() && squeezed.get(i).length() <= lead + 1;
        if (mark.hasHeading() && mark.depth() <= CONTENTS_DEPTH) {
            contents.add(new Entry(
                    mark.anchor(), mark.depth(), line.substring(0, end).strip()));
        }
        return whole
                ? new Block(Kind.HEADING, mark.anchor(), mark.depth(), "", line, null, starts.get(i), List.of())
                : new Block(
                        Kind.PARAGRAPH,
                        mark.anchor(),
                        mark.depth(),
                        line.substring(0, end),
                        line.substring(end),
                        null,
                        starts.get(i),
                        List.of());
    }

    private void place(int start, int end, Block block) {
        Arrays.fill(taken, start, end, true);
        blocks[start] = block;
    }

    private TextView view() {
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (blocks[i] != null) {
                all.add(blocks[i]);
            } else if (!taken[i]) {
                all.add(Block.of(Kind.PARAGRAPH, lines.get(i), starts.get(i)));
            }
        }
        return new TextView(List.copyOf(all), List.copyOf(contents), List.copyOf(loose), isCut);
    }
}
