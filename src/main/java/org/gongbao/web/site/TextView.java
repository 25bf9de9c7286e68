package org.gongbao.web.site;

import java.util.List;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document (正文) laid out: all its lines in their order.
 *
 * @param contents headings that a table of contents names
 * @param loose tables whose place in the text was not found
 * @param cut whether this is only the beginning of the text
 */
record TextView(List<Block> blocks, List<Entry> contents, List<Table> loose, boolean cut) {

    /** Whether a fragment leads to a place in this text. */
    boolean leadsTo(String anchor) {
        return blocks.stream().anyMatch(block -> anchor.equals(block.anchor()));
    }

    /** What a block is, and so how it looks. */
    enum Kind {
        NUMBER,
        TITLE,
        ADDRESSEES,
        HEADING,
        PARAGRAPH,
        SIGNATURE,
        TABLE
    }

    /**
     * A line, or a table in place of its lines.
     *
     * @param anchor the fragment that leads to it
     * @param depth 1 for a part of the document, 2 for a part of a part
     * @param lead its first words where they are a heading that runs into the text
     * @param start offset of its first code point in the record's text
     * @param rows where the rows of a table begin in the text; -1 for one that is not found
     */
    record Block(
            Kind kind,
            @Nullable String anchor,
            int depth,
            String lead,
            String text,
            @Nullable Table table,
            int start,
            List<Integer> rows) {

        static Block of(Kind kind, String text, int start) {
            return new Block(kind, null, 0, "", text, null, start, List.of());
        }

        /** The HTML heading below the page's own two levels. */
        public int headingLevel() {
            return Math.min(6, depth + 2);
        }
    }

    /** A line of the table of contents. */
    record Entry(String anchor, int depth, String label) {}
}
