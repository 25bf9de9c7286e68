package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.jspecify.annotations.Nullable;

/** Turns the text of a DOC into paragraphs and tables, without what was deleted or hidden. */
final class DocBody {

    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;

    /** Word's colour number of red. */
    private static final int RED = 6;

    private final WordFindings findings;
    private final Characters characters;
    private final DocNumbering numbering = new DocNumbering();
    private @Nullable WordParagraph carried;
    private int fieldDepth;
    private int codeDepth;

    DocBody(WordFindings findings, Characters characters) {
        this.findings = findings;
        this.characters = characters;
    }

    void read(Range range, List<Block> into) {
        for (int i = 0; i < range.numParagraphs(); i++) {
            org.apache.poi.hwpf.usermodel.Paragraph paragraph = range.getParagraph(i);
            Table table = paragraph.isInTable() ? table(range, paragraph) : null;
            if (table == null) {
                into.addAll(paragraph(paragraph));
            } else {
                into.addAll(DocTable.read(table, this));
                i += Math.max(0, table.numParagraphs() - 1);
            }
        }
    }

    /** The table that begins with the paragraph; null where the file's table marks are damaged. */
    private static @Nullable Table table(Range range, org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        try {
            return range.getTable(paragraph);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The paragraphs of a cell, one a line; tables within it as plain lines. */
    String text(Range cell) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < cell.numParagraphs(); i++) {
            blocks.addAll(paragraph(cell.getParagraph(i)));
        }
        return DocxBody.text(blocks);
    }

    private List<Paragraph> paragraph(org.apache.poi.hwpf.usermodel.Paragraph source) {
        WordParagraph paragraph = carried == null ? new WordParagraph() : carried;
        carried = null;
        boolean endDeleted = false;
        for (int i = 0; i < source.numCharacterRuns(); i++) {
            CharacterRun run = source.getCharacterRun(i);
            endDeleted = run.isMarkedDeleted() && run.text().endsWith("\r");
            run(run, paragraph);
        }
        if (endDeleted) {
            carried = paragraph;
            return List.of();
        }
        if (!paragraph.isBlank()) {
            paragraph.number(numbering.next(source));
        }
        int level = source.getLvl();
        return paragraph.finish(align(source), level >= 0 && level < 9 ? level + 1 : 0, characters);
    }

    private static Paragraph.Align align(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        return switch (paragraph.getJustification()) {
            case 1 -> Paragraph.Align.CENTRE;
            case 2 -> Paragraph.Align.RIGHT;
            case 0, 3, 4 -> Paragraph.Align.LEFT;
            default -> Paragraph.Align.UNKNOWN;
        };
    }

    private void run(CharacterRun run, WordParagraph paragraph) {
        String visible = visible(run.text());
        if (visible.isBlank() && !visible.contains(" ")) {
            append(run, visible, paragraph);
        } else if (run.isMarkedDeleted()) {
            findings.count(WordFindings.Kind.DELETED_TEXT);
        } else if (run.isVanished()) {
            findings.count(WordFindings.Kind.HIDDEN_TEXT);
        } else {
            if (run.isMarkedInserted()) {
                findings.count(WordFindings.Kind.INSERTED_TEXT);
            }
            append(run, visible, paragraph);
        }
    }

    private static void append(CharacterRun run, String visible, WordParagraph paragraph) {
        boolean red = run.getColor() == RED || (run.getIco24() & 0xFFFFFF) == 0xFF;
        paragraph.append(visible, Math.max(0, run.getFontSize() / 2.0), run.isBold(), red);
    }

    /** The text without field codes, and with Word's special characters as ordinary ones. */
    private String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == FIELD_BEGIN || c == FIELD_SEPARATOR || c == FIELD_END) {
                field(c);
            } else if (codeDepth == 0) {
                visible.append(ordinary(c));
            }
        }
        return visible.toString();
    }

    private static String ordinary(char c) {
        return switch (c) {
            case 0x0B, 0x0C -> "\n";
            case 0x1E -> "-";
            case '\t' -> "\t";
            default -> c < 0x20 ? "" : String.valueOf(c);
        };
    }

    private void field(char mark) {
        if (mark == FIELD_BEGIN) {
            fieldDepth++;
            codeDepth = codeDepth == 0 ? fieldDepth : codeDepth;
            return;
        }
        codeDepth = codeDepth == fieldDepth ? 0 : codeDepth;
        fieldDepth = mark == FIELD_END ? Math.max(0, fieldDepth - 1) : fieldDepth;
    }
}
