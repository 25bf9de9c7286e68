package org.gongbao.web.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.publication.PublishedDocument;

/** Writes one line that tells form, document and version. */
final class FakeGraphs implements DocumentGraphs {

    @Override
    public void write(PublishedDocument document, RdfFormat format, OutputStream out) {
        try {
            out.write((format + " " + document.uid() + " " + document.version()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] quads(PublishedDocument document) {
        return (document.uid() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String version() {
        return "fake";
    }
}
