package org.gongbao.web.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287). */
final class FeedAtom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;

    private FeedAtom(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(Feed feed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new FeedAtom(xml).feed(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return out.toByteArray();
    }

    private void feed(Feed feed) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        text("id", feed.id());
        text("title", feed.title());
        text("updated", feed.updated().toString());
        link("self", "application/atom+xml", feed.self());
        link("alternate", "text/html", feed.alternate());
        if (feed.next() != null) {
            link("next", "application/atom+xml", feed.next());
        }
        if (feed.archive() != null) {
            archive(feed.archive());
        }
        for (Feed.Item item : feed.items()) {
            entry(item);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void archive(Feed.Archive archive) throws XMLStreamException {
        if (archive.isArchive()) {
            xml.writeStartElement("fh", "archive", HISTORY);
            xml.writeNamespace("fh", HISTORY);
            xml.writeEndElement();
            link("current", "application/atom+xml", archive.current());
        }
        if (archive.previous() != null) {
            link("prev-archive", "application/atom+xml", archive.previous());
        }
        if (archive.following() != null) {
            link("next-archive", "application/atom+xml", archive.following());
        }
    }

    private void entry(Feed.Item item) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", item.id());
        text("title", item.title());
        text("updated", item.at().toString());
        link("alternate", "text/html", item.url());
        xml.writeStartElement("author");
        text("name", item.authors().isEmpty() ? "-" : String.join("、", item.authors()));
        xml.writeEndElement();
        if (item.category() != null) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", DocumentXml.legal(item.category()));
        }
        text("summary", item.summary());
        xml.writeEndElement();
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(DocumentXml.legal(value));
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }
}
