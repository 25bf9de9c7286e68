package org.gongbao.web.oai;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.publication.PinyinTitle;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Terms;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.api.OpenRecord;
import org.gongbao.web.site.DocumentXml;
import org.jspecify.annotations.Nullable;

/** The formats of records: unqualified Dublin Core, and our own record. */
enum OaiFormat {
    OAI_DC("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/") {
        @Override
        void write(XMLStreamWriter xml, PublishedDocument document, String base) throws XMLStreamException {
            xml.writeStartElement("oai_dc", "dc", namespace(base));
            xml.writeNamespace("oai_dc", namespace(base));
            xml.writeNamespace("dc", DC);
            xml.writeAttribute("xsi", XSI, "schemaLocation", namespace(base) + " " + schema(base));
            DublinCore dc = new DublinCore(xml);
            DocumentRecord record = document.terms().open(document.record());
            dc.element("identifier", base + "/id/doc/" + document.uid());
            dc.element("identifier", record.documentNumber());
            dc.element("title", record.displayTitle());
            dc.element(
                    "title",
                    PinyinTitle.LANGUAGE,
                    PinyinTitle.of(record.displayTitle(), record.language()).orElse(null));
            dc.elements("creator", record.issuers());
            dc.elements("subject", record.themes());
            dc.element("description", record.summary());
            dc.element(
                    "date", record.issuedOn() == null ? null : record.issuedOn().toString());
            dc.element("type", record.documentKind());
            dc.element("format", record.source().mediaType());
            dc.element("language", record.language());
            if (document.terms() == Terms.OPEN) {
                dc.elements("relation", others(document, base));
            }
            dc.element("rights", document.terms() == Terms.OPEN ? "无条件开放 (open)" : "有条件开放 (conditional)");
            xml.writeEndElement();
        }
    },
    GONGBAO("gongbao", "/schema/record/1.xsd", "/schema/record/1") {
        @Override
        void write(XMLStreamWriter xml, PublishedDocument document, String base) throws XMLStreamException {
            Map<String, @Nullable Object> values = OpenRecord.of(document, base);
            DocumentXml.write(xml, "document", namespace(base), values);
        }
    };

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final String prefix;
    private final String schema;
    private final String namespace;

    OaiFormat(String prefix, String schema, String namespace) {
        this.prefix = prefix;
        this.schema = schema;
        this.namespace = namespace;
    }

    static Optional<OaiFormat> of(String prefix) {
        return Arrays.stream(values())
                .filter(format -> format.prefix.equals(prefix))
                .findFirst();
    }

    String prefix() {
        return prefix;
    }

    String schema(String base) {
        return absolute(schema, base);
    }

    String namespace(String base) {
        return absolute(namespace, base);
    }

    private static String absolute(String address, String base) {
        return address.startsWith("/") ? base + address : address;
    }

    /** Writes what datasets may hold of a document. */
    abstract void write(XMLStreamWriter xml, PublishedDocument document, String base) throws XMLStreamException;

    private static List<String> others(PublishedDocument document, String base) {
        return document.relations().stream()
                .filter(relation -> relation.outgoing() && relation.other() != null)
                .map(Relation::other)
                .distinct()
                .map(other -> base + "/id/doc/" + other)
                .toList();
    }

    /** Writes the elements of Dublin Core; what is not there is left out. */
    private record DublinCore(XMLStreamWriter xml) {

        void elements(String name, List<String> values) throws XMLStreamException {
            for (String value : values) {
                element(name, value);
            }
        }

        void element(String name, @Nullable String value) throws XMLStreamException {
            element(name, null, value);
        }

        void element(String name, @Nullable String language, @Nullable String value) throws XMLStreamException {
            if (value != null && !value.isBlank()) {
                xml.writeStartElement("dc", name, DC);
                if (language != null) {
                    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language);
                }
                xml.writeCharacters(DocumentXml.legal(value));
                xml.writeEndElement();
            }
        }
    }
}
