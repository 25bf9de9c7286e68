package org.gongbao.privacy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Table;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The elements of a page to be printed (排版): paragraphs and tables of a record, in characters that the fonts can show. */
final class PrintedText {

    private final PrintFonts fonts;

    PrintedText(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /** A page without anything in it but its style, in which {@code FONTS} stands for the families of the fonts. */
    Element newBody(String title, String style) {
        Document page = newDocument();
        Element html = page.createElement("html");
        html.setAttribute("lang", "zh");
        page.appendChild(html);
        Element head = child(html, "head");
        child(head, "title").setTextContent(printable(title));
        child(head, "style").setTextContent(style.replace("FONTS", fonts.families()));
        return child(html, "body");
    }

    /** Sets a record at the end of an element. */
    void append(Element parent, DocumentRecord record) {
        for (PublicText.Part part : PublicText.of(record)) {
            if (part instanceof PublicText.Part.Words words) {
                paragraph(parent, words.setting().name().toLowerCase(Locale.ROOT), words.text());
            } else if (part instanceof PublicText.Part.Ruled ruled) {
                table(parent, ruled.table());
            }
        }
    }

    Element paragraph(Element parent, String look, String text) {
        Element paragraph = child(parent, "p");
        paragraph.setAttribute("class", look);
        paragraph.setTextContent(printable(text));
        return paragraph;
    }

    private void table(Element parent, Table table) {
        Element element = child(parent, "table");
        if (!table.header().isEmpty()) {
            row(child(element, "thead"), table.header(), "th");
        }
        Element rows = child(element, "tbody");
        table.rows().forEach(cells -> row(rows, cells, "td"));
    }

    private void row(Element parent, List<String> cells, String name) {
        Element row = child(parent, "tr");
        cells.forEach(cell -> child(row, name).setTextContent(printable(cell)));
    }

    static Element child(Element parent, String name) {
        Element element = parent.getOwnerDocument().createElement(name);
        parent.appendChild(element);
        return element;
    }

    /** What XML or the font has no form for is shown as 〓 (the printers' mark for a missing type). */
    String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL)
                .mapToObj(c -> fonts.shows(c) || c == '\u3000' ? Character.toString(c) : "〓")
                .collect(Collectors.joining());
    }

    List<Finding> missingGlyphs(String text) {
        String missing = text.codePoints()
                .distinct()
                .filter(c -> c > ' ' && c != '\u3000' && !fonts.shows(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.warning(
                        "font.missing-glyph",
                        "no font at hand has a glyph for " + missing.codePointCount(0, missing.length())
                                + " characters of the text; the PDF shows 〓 in their place, the text keeps them")
                .quoting(missing));
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML document can be made", e);
        }
    }
}
