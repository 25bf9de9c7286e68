package org.gongbao.linkeddata;

import java.io.OutputStream;
import org.gongbao.publication.PublishedDocument;

/** Published documents as RDF. */
public interface DocumentGraphs {

    /** Writes the graph of a document. The same version and relations give the same bytes. */
    void write(PublishedDocument document, RdfFormat format, OutputStream out);

    /** What its terms let into datasets of the graph of a document, as sorted lines of N-Quads in UTF-8; the name of the graph is the document's page. */
    byte[] quads(PublishedDocument document);

    /**
     * Names how graphs are made: the base of identifiers, the vocabulary, the mapping. Under another name the same document has
     * another graph, and what was made before is no longer true.
     */
    String version();
}
