package org.gongbao.extraction;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongbao.record.Finding;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into a tree without ever looking outside the file: a document type is passed over, no entity of its own is
 * expanded, nothing is included. What stands before damage is kept, with a finding.
 */
final class XmlTree {

    /** Deeper than any document; a tree of this depth is walked without danger to the stack. */
    private static final int DEEPEST = 200;

    private static final int MOST_ELEMENTS = 1_000_000;

    private static final String REPORTS_CDATA = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private final Deque<XmlNode> open = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> metadata = new TreeMap<>();
    private final XmlNode document = new XmlNode("", "", 1);
    private int elements;
    private int unknownEntities;

    private XmlTree() {}

    /**
     * What was read.
     *
     * @param metadata {@code xml.root}, the name of the root, and {@code xml.namespace} where it has one
     */
    record Read(XmlNode root, Map<String, String> metadata, List<Finding> findings) {}

    /** @throws UnreadableFileException when no element could be read, or its parts are nested too deep or too many */
    static Read read(String text) {
        XmlTree tree = new XmlTree();
        tree.parse(text);
        List<XmlNode> roots = tree.document.children();
        if (roots.isEmpty()) {
            throw new UnreadableFileException(
                    "file.damaged", "a file that begins as XML came, but it holds no element; expected a whole one");
        }
        return new Read(roots.get(0), tree.metadata, tree.findings);
    }

    private void parse(String text) {
        open.push(document);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            findings.add(Finding.warning(
                    "xml.damaged",
                    "the XML is not well-formed at line " + e.getLocation().getLineNumber()
                            + "; what stands before it was read, expected well-formed XML"));
        }
        if (unknownEntities > 0) {
            findings.add(Finding.warning(
                    "xml.entities",
                    unknownEntities + " entities that the file does not bring along or defines itself stand as they are"
                            + " written; expected characters"));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(REPORTS_CDATA, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private void event(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CDATA -> open.getFirst().text(reader.getText(), true);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE ->
                open.getFirst().text(reader.getText(), false);
            case XMLStreamConstants.ENTITY_REFERENCE -> open.getFirst().text(entity(reader.getLocalName()), false);
            default -> {}
        }
    }

    private void start(XMLStreamReader reader) {
        if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
            throw new UnreadableFileException(
                    "file.too-complex",
                    "an XML file came whose elements are nested too deep or too many; expected at most " + DEEPEST
                            + " levels and " + MOST_ELEMENTS + " elements");
        }
        if (open.size() == 1) {
            root(reader);
        }
        open.push(open.getFirst().open(reader.getLocalName()));
    }

    private void root(XMLStreamReader reader) {
        String qualified = reader.getLocalName();
        int colon = qualified.indexOf(':');
        metadata.put("xml.root", qualified.substring(colon + 1));
        String declaration = colon < 0 ? "xmlns" : qualified.substring(0, colon);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            boolean declares = colon < 0 || "xmlns".equals(reader.getAttributePrefix(i));
            if (declares && declaration.equals(reader.getAttributeLocalName(i))) {
                metadata.put("xml.namespace", reader.getAttributeValue(i));
            }
        }
    }

    /** The entities of HTML are known without their document type: {@code &nbsp;}. */
    private String entity(@Nullable String name) {
        String written = "&" + name + ";";
        String known = Parser.unescapeEntities(written, true);
        unknownEntities += known.equals(written) ? 1 : 0;
        return known;
    }
}
