package org.gongbao.web.site;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.MissingResourceException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.publication.NumberAddress;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** What an Akoma Ntoso document says of itself: work, expression and manifestation by FRBR, and who they are by. */
final class AkomaNtosoMeta {

    private static final String US = "#gongbao";

    private final PublishedDocument document;
    private final DocumentRecord record;
    private final String base;
    private final XMLStreamWriter xml;

    AkomaNtosoMeta(PublishedDocument document, String base, XMLStreamWriter xml) {
        this.document = document;
        this.record = document.record();
        this.base = base;
        this.xml = xml;
    }

    void write() throws XMLStreamException {
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
