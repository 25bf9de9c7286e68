package org.gongbao.web.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.publication.NumberAddress;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A document as Akoma Ntoso 3.0 (OASIS LegalDocML): identity, issuers, title and number, and the text by its sections. No line of
 * the text is lost: what stands in no section comes before or behind them.
 */
final class AkomaNtoso {

    static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();
    private static final String US = "#gongbao";

    private final PublishedDocument document;
    private final DocumentRecord record;
    private final String base;
    private final XMLStreamWriter xml;

    private AkomaNtoso(PublishedDocument document, String base, XMLStreamWriter xml) {
        this.document = document;
        this.record = document.record();
        this.base = base;
        this.xml = xml;
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
        meta();
        preface();
        SectionLines lines = SectionLines.of(record);
        boolean hasSections = !record.sections().isEmpty();
        if (hasSections && !lines.before().isEmpty()) {
            xml.writeStartElement("preamble");
            paragraphs(lines.before());
            xml.writeEndElement();
        }
        xml.writeStartElement("mainBody");
        if (!hasSections) {
            paragraphs(lines.before().isEmpty() ? List.of("") : lines.before());
        }
        sections("", record.sections());
        xml.writeEndElement();
        if (!lines.behind().isEmpty()) {
            xml.writeStartElement("conclusions");
            paragraphs(lines.behind());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void meta() throws XMLStreamException {
        String work = base + "/id/doc/" + document.uid();
        String expression = base + "/doc/" + document.uid();
        LocalDate versionOn = document.versionAt().atZone(ZoneOffset.UTC).toLocalDate();
        xml.writeStartElement("meta");
        xml.writeStartElement("identification");
        xml.writeAttribute("source", US);
        xml.writeStartElement("FRBRWork");
        identity(work, record.issuedOn() == null ? versionOn : record.issuedOn(), "generation", document.byNumber());
        authors();
        empty("FRBRcountry", "value", "cn");
        if (record.documentNumber() != null) {
            empty("FRBRnumber", "value", record.documentNumber());
        }
        xml.writeEndElement();
        xml.writeStartElement("FRBRExpression");
        identity(expression, versionOn, "publication", null);
        authors();
        empty("FRBRlanguage", "language", language(record.language()));
        xml.writeEndElement();
        xml.writeStartElement("FRBRManifestation");
        identity(expression + ".akn", versionOn, "publication", null);
        empty("FRBRauthor", "href", US);
        empty("FRBRformat", "value", "application/akn+xml");
        xml.writeEndElement();
        xml.writeEndElement();
        references();
        xml.writeEndElement();
    }

    private void identity(String address, LocalDate date, String name, @Nullable NumberAddress alias)
            throws XMLStreamException {
        empty("FRBRthis", "value", address);
        empty("FRBRuri", "value", address);
        if (alias != null) {
            empty("FRBRalias", "value", base + alias, "name", "eli");
        }
        empty("FRBRdate", "date", date.toString(), "name", name);
    }

    private void authors() throws XMLStreamException {
        for (int i = 1; i <= record.issuers().size(); i++) {
            empty("FRBRauthor", "href", "#issuer_" + i);
        }
        if (record.issuers().isEmpty()) {
            empty("FRBRauthor", "href", US);
        }
    }

    private void references() throws XMLStreamException {
        xml.writeStartElement("references");
        xml.writeAttribute("source", US);
        empty("TLCOrganization", "eId", "gongbao", "href", base + "/#publisher", "showAs", "公报");
        for (int i = 0; i < record.issuers().size(); i++) {
            String issuer = record.issuers().get(i);
            empty("TLCOrganization", "eId", "issuer_" + (i + 1), "href", base + org(issuer), "showAs", issuer);
        }
        xml.writeEndElement();
    }

    private String org(String issuer) {
        return record.agencies().stream()
                .filter(agency -> agency.name().equals(issuer) && agency.id() != null)
                .findFirst()
                .map(agency -> "/org/" + agency.id())
                .orElseGet(() -> "/org/" + UriUtils.encodePathSegment(issuer, StandardCharsets.UTF_8));
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
            List<String> lines = section.text().lines().toList();
            if (section.children().isEmpty()) {
                xml.writeStartElement("content");
                paragraphs(lines.isEmpty() ? List.of("") : lines);
                xml.writeEndElement();
            } else {
                if (!lines.isEmpty()) {
                    xml.writeStartElement("intro");
                    paragraphs(lines);
                    xml.writeEndElement();
                }
                sections(id + "__", section.children());
            }
            xml.writeEndElement();
        }
    }

    private void paragraphs(List<String> lines) throws XMLStreamException {
        for (String line : lines) {
            simple("p", line);
        }
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

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], DocumentXml.legal(attributes[i + 1]));
        }
    }

    /** The three letters of ISO 639-2 for a language tag. */
    private static String language(String tag) {
        try {
            return Locale.forLanguageTag(tag).getISO3Language();
        } catch (MissingResourceException e) {
            return "und";
        }
    }
}
