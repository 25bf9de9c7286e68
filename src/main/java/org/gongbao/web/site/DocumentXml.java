package org.gongbao.web.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as plain XML 1.0: an element for every key, an {@code item} for every element of a list. What is null or
 * empty is left out. A character that XML 1.0 (2.2) has no form for is written as U+FFFD.
 */
public final class DocumentXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;

    private DocumentXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The values as one XML document in UTF-8. */
    static byte[] write(String root, Map<String, @Nullable Object> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new DocumentXml(xml).element(root, values);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document cannot be written as XML", e);
        }
        return out.toByteArray();
    }

    /** The values within another document, in a namespace of their own. */
    public static void write(XMLStreamWriter xml, String root, String namespace, Map<String, @Nullable Object> values)
            throws XMLStreamException {
        xml.writeStartElement(root);
        xml.writeDefaultNamespace(namespace);
        new DocumentXml(xml).content(values);
        xml.writeEndElement();
    }

    private void element(String name, @Nullable Object value) throws XMLStreamException {
        if (PublicRecord.isEmpty(value)) {
            return;
        }
        xml.writeStartElement(name);
        content(value);
        xml.writeEndElement();
    }

    private void content(@Nullable Object value) throws XMLStreamException {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                element(entry.getKey().toString(), entry.getValue());
            }
        } else if (value instanceof Iterable<?> items) {
            for (Object item : items) {
                xml.writeStartElement("item");
                content(item);
                xml.writeEndElement();
            }
        } else if (value instanceof Box box) {
            xml.writeCharacters(box.x() + " " + box.y() + " " + box.width() + " " + box.height());
        } else if (value instanceof Record record) {
            content(PublicRecord.components(record));
        } else if (value != null) {
            xml.writeCharacters(legal(value.toString()));
        }
    }

    /** The text with U+FFFD for everything that XML 1.0 does not allow, half surrogate pairs among it. */
    public static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
