package org.gongbao.web.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * A document as Akoma Ntoso 3.0 (OASIS LegalDocML): identity, issuers, title and number, and the text by its sections with
 * its tables. No line of the text is lost: what stands in no section comes before or behind them. A record fills merged cells
 * in, so that every cell stands here with its words.
 */
final class AkomaNtoso {

    static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final PublishedDocument document;
    private final DocumentRecord record;
    private final String base;
    private final XMLStreamWriter xml;
    private final TextPieces text;
    private int tables;

    private AkomaNtoso(PublishedDocument document, String base, XMLStreamWriter xml) {
        this.document = document;
        this.record = document.record();
        this.base = base;
        this.xml = xml;
        this.text = TextPieces.of(record);
    }

    /** @param base the public address of the service, without a slash at its end */
    static byte[] write(PublishedDocument document, String base) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new AkomaNtoso(document, base, xml).all();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document cannot be written as Akoma Ntoso", e);
        }
        return out.toByteArray();
    }

    private void all() throws XMLStreamException {
        xml.writeStartElement("akomaNtoso");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("doc");
        xml.writeAttribute("name", record.documentKind() == null ? "文件" : record.documentKind());
        new AkomaNtosoMeta(document, base, xml).write();
        preface();
        boolean hasSections = !record.sections().isEmpty();
        if (hasSections && !text.before().isEmpty()) {
            xml.writeStartElement("preamble");
            pieces("", text.before());
            xml.writeEndElement();
        }
        xml.writeStartElement("mainBody");
        if (!hasSections) {
            pieces("", text.before());
        }
        sections("", record.sections());
        for (Table table : text.loose()) {
            table("", table);
        }
        if (!hasSections && text.before().isEmpty() && text.loose().isEmpty()) {
            simple("p", "");
        }
        xml.writeEndElement();
        if (!text.behind().isEmpty()) {
            xml.writeStartElement("conclusions");
            pieces("", text.behind());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void preface() throws XMLStreamException {
        String title = record.displayTitle();
        if (title == null && record.documentNumber() == null) {
            return;
        }
        xml.writeStartElement("preface");
        if (title != null) {
            inParagraph("docTitle", title);
        }
        if (record.documentNumber() != null) {
            inParagraph("docNumber", record.documentNumber());
        }
        xml.writeEndElement();
    }

    private void sections(String above, List<Section> sections) throws XMLStreamException {
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String id = above + "sec_" + (i + 1);
            xml.writeStartElement("hcontainer");
            xml.writeAttribute("name", "section");
            xml.writeAttribute("eId", id);
            simple("num", section.label());
            simple("heading", section.heading());
            List<TextPieces.Piece> pieces = text.in(section);
            if (section.children().isEmpty()) {
                xml.writeStartElement("content");
                if (pieces.isEmpty()) {
                    simple("p", "");
                }
                pieces(id + "__", pieces);
                xml.writeEndElement();
            } else {
                if (!pieces.isEmpty()) {
                    xml.writeStartElement("intro");
                    pieces(id + "__", pieces);
                    xml.writeEndElement();
                }
                sections(id + "__", section.children());
            }
            xml.writeEndElement();
        }
    }

    /** @param above the beginning of identifiers there */
    private void pieces(String above, List<TextPieces.Piece> pieces) throws XMLStreamException {
        for (TextPieces.Piece piece : pieces) {
            if (piece instanceof TextPieces.Piece.Grid grid) {
                table(above, grid.table());
            } else if (piece instanceof TextPieces.Piece.Line line) {
                simple("p", line.text());
            }
        }
    }

    /** Cells hold a paragraph for each of their lines. */
    private void table(String above, Table table) throws XMLStreamException {
        if (table.header().isEmpty() && table.rows().stream().allMatch(List::isEmpty)) {
            simple("p", table.caption());
            return;
        }
        xml.writeStartElement("table");
        xml.writeAttribute("eId", above + "table_" + ++tables);
        simple("caption", table.caption());
        row("th", table.header());
        for (List<String> row : table.rows()) {
            row("td", row);
        }
        xml.writeEndElement();
    }

    private void row(String name, List<String> cells) throws XMLStreamException {
        if (cells.isEmpty()) {
            return;
        }
        xml.writeStartElement("tr");
        for (String cell : cells) {
            xml.writeStartElement(name);
            for (String line : cell.split("\n", -1)) {
                simple("p", line);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void inParagraph(String name, String text) throws XMLStreamException {
        xml.writeStartElement("p");
        simple(name, text);
        xml.writeEndElement();
    }

    private void simple(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(DocumentXml.legal(text));
            xml.writeEndElement();
        }
    }
}
