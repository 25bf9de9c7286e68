package org.gongbao.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Snapshots;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.record.CanonicalJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a release: a pure function of log and packages. The same two positions give the same bytes on every machine; no time
 * but the log's, no place and no language is in them.
 */
final class ReleaseWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseWriter.class);

    static final String TOMBSTONES = "tombstones.csv";

    /** The file of all quads, those of a document together, in the order of identifiers. */
    static final String QUADS = "documents.nq";

    /** What stands in the list of what is left out. */
    static final List<Column> TOMBSTONE = List.of(
            Column.text("uid", "标识", "identifier"),
            Column.text("reason", "原因", "reason: withdrawn, erased, replaced, narrowed"),
            Column.integer("seq", "日志位置", "position in the log"),
            Column.time("at", "时间", "time"));

    private final Snapshots snapshots;
    private final DocumentGraphs graphs;
    private final TransparencyLog log;
    private final String base;
    private final RightsSettings rights;

    ReleaseWriter(Snapshots snapshots, DocumentGraphs graphs, TransparencyLog log, String base, RightsSettings rights) {
        this.rights = rights;
        this.snapshots = snapshots;
        this.graphs = graphs;
        this.log = log;
        this.base = base;
    }

    /** Names all that makes releases beside log and packages, and who signs them; what was made otherwise is made anew. */
    String madeBy() {
        return ReleaseManifest.SCHEMA + "/" + graphs.version() + "/"
                + Digest.of(base + CanonicalJson.write(rights) + Packing.MADE_BY + log.verifier());
    }

    /** Writes all files of a release into a folder, and its manifest last. */
    Release write(ReleaseName name, Path folder) throws IOException {
        Pass pass = new Pass(folder);
        List<Release.ReleaseFile> files = new ArrayList<>(pass.write(name));
        files.addAll(DerivedFiles.write(folder.resolve(DocumentLine.FILE + Packing.ZSTD.suffix), folder));
        files.addAll(new TableDescriptions(folder).write(name, files));
        files.sort(Comparator.comparing(Release.ReleaseFile::name));
        Release release = new Release(name, log.time(name.honoured()), pass.documents, files, folder);
        String root = ReleaseManifest.root(log.root(name.honoured()));
        ReleaseManifest manifest = new ReleaseManifest(
                release, log.origin(), base, root, pass.left, pass.unreadable, graphs.version(), rights);
        manifest.write(log.sign(manifest.text()).orElse(null));
        return release;
    }

    /** Reads every package once, and writes what cannot be made from lines. */
    private final class Pass {
        private final Path folder;
        private final List<String> unreadable = new ArrayList<>();
        private long documents;
        private long left;

        Pass(Path folder) {
            this.folder = folder;
        }

        List<Release.ReleaseFile> write(ReleaseName name) throws IOException {
            try (PackedFile lines = new PackedFile(folder, DocumentLine.FILE, "application/x-ndjson");
                    PackedFile quads = new PackedFile(folder, QUADS, "application/n-quads");
                    CsvFile tombstones = new CsvFile(folder, TOMBSTONES, TOMBSTONE, false);
                    Stream<Snapshots.State> states = snapshots.states(name.position(), name.honoured())) {
                states.forEachOrdered(state -> add(state, lines, quads, tombstones));
                List<Release.ReleaseFile> files = new ArrayList<>();
                files.addAll(lines.finish());
                files.addAll(quads.finish());
                files.addAll(tombstones.finish());
                return files;
            }
        }

        private void add(Snapshots.State state, PackedFile lines, PackedFile quads, CsvFile tombstones) {
            try {
                if (state instanceof Snapshots.State.Held held) {
                    PublishedDocument document = held.document();
                    lines.write(DocumentLine.of(document));
                    lines.write('\n');
                    quads.write(graphs.quads(document));
                    documents++;
                } else if (state instanceof Snapshots.State.Left gone) {
                    tombstones.row(gone.uid().value(), gone.reason().code(), gone.seq(), gone.at());
                    left++;
                } else if (state instanceof Snapshots.State.Unreadable damaged) {
                    // One damaged package must not hide everything else; the manifest says so, and the audit names it
                    // too.
                    LOG.warn("{} is missing from the release: {}", damaged.uid(), damaged.why());
                    unreadable.add(damaged.uid().value());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the release in " + folder + " cannot be written", e);
            }
        }
    }
}
