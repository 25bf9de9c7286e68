package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the body of a DOCX into paragraphs and tables, in their order. */
final class DocxBody {

    private final DocxParts parts;

    /** Text of a paragraph whose end was deleted: it runs on into the next one. */
    private @Nullable WordParagraph carried;

    DocxBody(DocxParts parts) {
        this.parts = parts;
    }

    /** Adds what one element of the body holds. */
    void read(XmlElement element, List<Block> into) {
        switch (element.name()) {
            case "w:p" -> paragraph(element, into);
            case "w:tbl" -> into.addAll(new DocxTable(this, parts.findings()).read(element));
            case "w:del", "w:moveFrom" -> parts.findings().count(WordFindings.Kind.DELETED_TEXT);
            case "w:altChunk" -> parts.findings().count(WordFindings.Kind.EMBEDDED_OBJECTS);
            case "mc:AlternateContent" -> readAll(DocxRuns.chosen(element), into);
            case "w:sectPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr" -> {}
            default -> readAll(element, into);
        }
    }

    void readAll(XmlElement parent, List<Block> into) {
        for (XmlElement child : parent.children()) {
            read(child, into);
        }
    }

    /** The footnotes and endnotes that the body referred to. */
    void notes(List<Block> into) {
        parts.notes().each((mark, note) -> {
            List<Block> blocks = new ArrayList<>();
            readAll(note, blocks);
            into.add(Paragraph.of(mark + " " + text(blocks).replace('\n', ' ')));
        });
    }

    private void paragraph(XmlElement element, List<Block> into) {
        XmlElement properties = element.child("w:pPr");
        XmlElement mark = properties == null ? null : properties.child("w:rPr");
        DocxLook style = parts.styles().paragraph(properties == null ? null : properties.value("w:pStyle"));
        DocxLook look = DocxLook.ofParagraph(properties).over(style);
        WordParagraph paragraph = carried == null ? new WordParagraph() : carried;
        DocxRuns runs = new DocxRuns(paragraph, parts, look);
        runs.read(element);
        if (mark != null && (mark.child("w:del") != null || mark.child("w:moveFrom") != null)) {
            carried = paragraph;
            return;
        }
        carried = null;
        if (!paragraph.isBlank() || !DocxLook.ofRun(mark).over(style).isHidden()) {
            String number = parts.numbering().next(look);
            if (!paragraph.isBlank()) {
                paragraph.number(number);
            }
        }
        into.addAll(paragraph.finish(look.alignment(), look.heading(), parts.characters()));
        runs.boxes().forEach(box -> box(box, into));
    }

    /** Text in a frame of its own; WordArt is how many mastheads are made. */
    private void box(XmlElement box, List<Block> into) {
        String wordArt = box.attributes().get("string");
        if (wordArt != null && !wordArt.isBlank()) {
            into.add(Paragraph.of(WrappedLines.strip(parts.characters().clean(wordArt))));
        }
        readAll(box, into);
    }

    /** Ends what a deleted paragraph end left open. */
    void finish(List<Block> into) {
        if (carried != null) {
            into.addAll(carried.finish(Paragraph.Align.UNKNOWN, 0, parts.characters()));
            carried = null;
        }
    }

    /** The text of a cell: its paragraphs one a line, the rows of tables within it too. */
    static String text(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                line(text, paragraph.text());
            } else if (block instanceof Grid grid) {
                for (List<Grid.Cell> row : grid.rows()) {
                    line(
                            text,
                            String.join("\t", row.stream().map(Grid.Cell::text).toList())
                                    .replace('\n', ' '));
                }
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
    }
}
