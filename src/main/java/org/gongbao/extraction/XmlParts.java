package org.gongbao.extraction;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML of office files as a stream. Knows no document types and no entities of the file's own, so nothing outside the
 * file is ever fetched and nothing inside it multiplies.
 */
final class XmlParts {

    /** Word itself nests some dozen deep; more is an attack on whoever walks the tree. */
    private static final int DEEPEST = 300;

    private static final Map<String, String> PREFIXES = Map.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:",
            "http://purl.oclc.org/ooxml/wordprocessingml/main", "w:",
            "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:",
            "urn:schemas-microsoft-com:vml", "v:",
            "http://schemas.openxmlformats.org/officeDocument/2006/math", "m:",
            "http://purl.oclc.org/ooxml/officeDocument/math", "m:",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:",
            "http://purl.oclc.org/ooxml/officeDocument/relationships", "r:",
            "http://schemas.openxmlformats.org/drawingml/2006/main", "a:",
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp:");

    private static final XMLInputFactory FACTORY = factory();

    private XmlParts() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** The whole part as a tree. */
    static XmlElement tree(InputStream in) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // the prologue says nothing of the content
        }
        return element(reader);
    }

    /** Hands over the children of the first element of a name one after the other, each as a tree. */
    static void children(InputStream in, String parent, Consumer<XmlElement> action) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
        boolean inside = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && inside) {
                action.accept(element(reader));
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inside = name(reader.getNamespaceURI(), reader.getLocalName()).equals(parent);
            } else if (event == XMLStreamConstants.END_ELEMENT && inside) {
                return;
            }
        }
    }

    private static XmlElement element(XMLStreamReader reader) throws XMLStreamException {
        XmlElement root = start(reader);
        Deque<XmlElement> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = start(reader);
                    open.element().content().add(element);
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    open.element().content().add(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    open.element().content().add("\uFFFD");
                default -> {}
            }
        }
        return root;
    }

    private static XmlElement start(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        Map<String, String> attributes = count == 0 ? Map.of() : new HashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            String name = name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i));
            attributes.put(name, reader.getAttributeValue(i));
        }
        return XmlElement.of(name(reader.getNamespaceURI(), reader.getLocalName()), attributes);
    }

    private static String name(@Nullable String namespace, String local) {
        String prefix = namespace == null ? "" : PREFIXES.getOrDefault(namespace, "");
        return prefix.isEmpty() ? local : prefix.concat(local).intern();
    }
}
