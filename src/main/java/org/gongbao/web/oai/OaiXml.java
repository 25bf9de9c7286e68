package org.gongbao.web.oai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.publication.Harvest.Item;
import org.gongbao.web.site.DocumentXml;
import org.jspecify.annotations.Nullable;

/** Writes an answer of the protocol (OAI-PMH 2.0, 3.2). */
final class OaiXml {

    private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;
    private final String base;

    private OaiXml(XMLStreamWriter xml, String base) {
        this.xml = xml;
        this.base = base;
    }

    /** What stands in an answer. */
    interface Body {
        void write(OaiXml answer) throws XMLStreamException;
    }

    /**
     * A whole answer.
     *
     * @param repeated the attributes of the request that it answers
     */
    static byte[] write(String base, Instant now, Map<String, String> repeated, Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            OaiXml answer = new OaiXml(xml, base);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("OAI-PMH");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("xsi", OaiFormat.XSI);
            xml.writeAttribute(
                    "xsi",
                    OaiFormat.XSI,
                    "schemaLocation",
                    NAMESPACE + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
            answer.element("responseDate", moment(now));
            xml.writeStartElement("request");
            for (Map.Entry<String, String> argument : repeated.entrySet()) {
                xml.writeAttribute(argument.getKey(), DocumentXml.legal(argument.getValue()));
            }
            xml.writeCharacters(base + "/oai");
            xml.writeEndElement();
            body.write(answer);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer to a harvester cannot be written", e);
        }
        return out.toByteArray();
    }

    XMLStreamWriter writer() {
        return xml;
    }

    void start(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(DocumentXml.legal(text));
        xml.writeEndElement();
    }

    void error(OaiException problem) throws XMLStreamException {
        xml.writeStartElement("error");
        xml.writeAttribute("code", problem.code().name());
        xml.writeCharacters(DocumentXml.legal(String.valueOf(problem.getMessage())));
        xml.writeEndElement();
    }

    void header(Item item) throws XMLStreamException {
        xml.writeStartElement("header");
        if (item.isGone()) {
            xml.writeAttribute("status", "deleted");
        }
        element("identifier", base + "/id/doc/" + item.place().uid());
        element("datestamp", moment(item.at()));
        for (String set : OaiSets.of(item)) {
            element("setSpec", set);
        }
        end();
    }

    /**
     * Where a list goes on.
     *
     * @param token null behind the last part
     * @param cursor items before this part
     */
    void token(@Nullable OaiToken token, long total, long cursor) throws XMLStreamException {
        xml.writeStartElement(OaiRequest.TOKEN);
        xml.writeAttribute("completeListSize", Long.toString(total));
        xml.writeAttribute("cursor", Long.toString(cursor));
        if (token != null) {
            xml.writeCharacters(token.text());
        }
        xml.writeEndElement();
    }

    static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
