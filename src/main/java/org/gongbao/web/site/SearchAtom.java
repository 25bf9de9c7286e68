package org.gongbao.web.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.gongbao.web.SiteIdentity;

/** A page of search results as an Atom feed (RFC 4287) with links to the next page (RFC 5005). */
final class SearchAtom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;
    private final String base;

    private SearchAtom(XMLStreamWriter xml, SiteIdentity identity) {
        this.xml = xml;
        this.base = identity.base();
    }

    /** @param title the feed's title in the reader's language */
    static byte[] write(SiteIdentity identity, String title, SearchQuery query, SearchResult result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new SearchAtom(xml, identity).feed(title, query, result);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return out.toByteArray();
    }

    private void feed(String title, SearchQuery query, SearchResult result) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        String self = base + SearchAddress.of("/search.atom", query);
        text("id", base + SearchAddress.of("/search.atom", query.onPage(1)));
        text("title", title);
        text("updated", newest(result).toString());
        link("self", "application/atom+xml", self);
        link("alternate", "text/html", base + SearchAddress.of(query));
        String next = SearchFiles.next("/search.atom", query, result);
        if (next != null) {
            link("next", "application/atom+xml", base + next);
        }
        for (Hit hit : result.hits()) {
            entry(hit);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Hit hit) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("id", base + "/id/doc/" + hit.uid());
        text("title", hit.title().text());
        text("updated", hit.publishedAt().toString());
        link("alternate", "text/html", base + "/doc/" + hit.uid());
        xml.writeStartElement("author");
        text("name", hit.issuers().isEmpty() ? "-" : String.join("、", hit.issuers()));
        xml.writeEndElement();
        if (hit.documentKind() != null) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", DocumentXml.legal(hit.documentKind()));
        }
        text(
                "summary",
                String.join(" … ", hit.passages().stream().map(Passage::text).toList()));
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

    /** When the newest of the entries was published; a feed without entries is as old as time. */
    private static Instant newest(SearchResult result) {
        return result.hits().stream()
                .map(Hit::publishedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
