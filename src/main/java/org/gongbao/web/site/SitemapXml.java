package org.gongbao.web.site;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gongbao.publication.IndexableDocuments.Entry;
import org.jspecify.annotations.Nullable;

/** Sitemaps as sitemaps.org has them, written as they are read. */
final class SitemapXml {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;
    private final String base;

    private SitemapXml(XMLStreamWriter xml, String base) {
        this.xml = xml;
        this.base = base;
    }

    /** What is written between the start and the end of a sitemap. */
    private interface Body {
        void write(SitemapXml sitemap) throws XMLStreamException;
    }

    static void index(OutputStream out, String base, int shelves) {
        write(out, base, "sitemapindex", sitemap -> {
            sitemap.location("sitemap", "/sitemaps/pages.xml", null);
            for (int i = 1; i <= shelves; i++) {
                sitemap.location("sitemap", "/sitemaps/documents-" + i + ".xml", null);
            }
        });
    }

    static void pages(OutputStream out, String base, List<SitePages.Page> pages) {
        write(out, base, "urlset", sitemap -> {
            for (SitePages.Page page : pages) {
                sitemap.location("url", page.address(), null);
            }
        });
    }

    static void documents(OutputStream out, String base, List<Entry> documents) {
        write(out, base, "urlset", sitemap -> {
            for (Entry document : documents) {
                sitemap.location(
                        "url", "/doc/" + document.uid(), document.changedAt().toString());
            }
        });
    }

    private static void write(OutputStream out, String base, String root, Body body) {
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            body.write(new SitemapXml(xml, base));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a sitemap cannot be written", e);
        }
    }

    private void location(String name, String address, @Nullable String lastModified) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeStartElement("loc");
        xml.writeCharacters(base + address);
        xml.writeEndElement();
        if (lastModified != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(lastModified);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
