package org.gongbao.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Uid;

/** Releases of a whole store, with graphs by identifier alone. */
final class BulkStore implements AutoCloseable {

    final PublishedStore published;
    final Path folder;
    final DeltaShelf deltas;

    BulkStore(PublishedStore published, Path folder) {
        this.published = published;
        this.folder = folder;
        this.deltas =
                new DeltaShelf(folder.resolve(Delta.PLACE), deltaWriter(published), published.snapshots(), 5, 1000);
    }

    static DeltaWriter deltaWriter(PublishedStore published) {
        return new DeltaWriter(published.snapshots(), published.log(), new Graphs("1"));
    }

    /** The quads of a version of a document. */
    static String quads(Uid uid, int version) {
        String of = "<https://yunzhou.example/doc/" + uid + ">";
        return of + " <urn:version> \"" + version + "\" " + of + " .\n" + of + " <urn:one> \"more\" " + of + " .\n";
    }

    BulkDissemination open() {
        return open("1");
    }

    BulkDissemination open(String mapping) {
        return new BulkDissemination(folder, writer(mapping), deltas, published.snapshots(), 3);
    }

    ReleaseWriter writer(String mapping) {
        return new ReleaseWriter(
                published.snapshots(),
                new Graphs(mapping),
                published.log(),
                "https://yunzhou.example",
                org.gongbao.publication.RightsSettings.standard());
    }

    /** Tells the releases of everything until now, as the engine does. */
    void apply(BulkDissemination bulk) {
        bulk.apply(List.of(), published.position());
    }

    static String text(Release release, String name) {
        return text(release.folder().resolve(name));
    }

    /** What a reader of it finds in a file, whatever packs it. */
    static String text(Path file) {
        try {
            return file.toString().endsWith(ParquetFile.SUFFIX) ? ParquetText.of(file) : unpacked(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = Packing.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        published.close();
    }

    /** Graphs by identifier and version. */
    private record Graphs(String version) implements DocumentGraphs {
        @Override
        public void write(PublishedDocument document, RdfFormat format, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] quads(PublishedDocument document) {
            return BulkStore.quads(document.uid(), document.version()).getBytes(StandardCharsets.UTF_8);
        }
    }
}
