package org.gongbao.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gongbao.bulk.Deltas;
import org.gongbao.bulk.Releases;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;

/** How fast releases and deltas are made, and what it costs to be asked for a form by {@code Accept}. */
final class ReleaseFigures {

    private static final String BENCH = "data";
    private static final int MOST = 1_000;
    private static final double SECONDS = 4;

    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();

    ReleaseFigures(BenchPlan plan) {
        this.plan = plan;
    }

    List<Figure> measure() throws Exception {
        int count = Math.min(MOST, plan.documents());
        Settings settings = plan.settings().with("--gongbao.page-images=false", "--gongbao.bulk.quiet=10h");
        String folder = plan.folder().resolve("releases").toString();
        try (ServedStore store = ServedStore.start(settings, folder)) {
            BenchPublications publications = BenchPublications.of(store, plan, "release-package");
            Uid uid = publications.publish(0);
            for (int number = 1; number < count; number++) {
                publications.publish(number);
            }
            store.get(DisseminationEngine.class).awaitCaughtUp(java.time.Duration.ofMinutes(5));
            release(store, count);
            deltas(store.get(Deltas.class), count);
            negotiation(store, uid);
        }
        return figures;
    }

    private void release(ServedStore store, int count) throws Exception {
        Releases releases = store.get(Releases.class);
        Path bare = plan.folder().resolve("bare");
        serialise(store, bare); // what is read is warm for both
        long start = System.nanoTime();
        releases.bringUpToDate();
        double seconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        serialise(store, bare);
        double yardstick = (System.nanoTime() - start) / 1e9;
        double mebibytes = releases.latest().orElseThrow().bytes() / (1024.0 * 1024);
        add("documents released", count, "documents");
        add("a release with all its files", count / seconds, "documents/s");
        add("a release with all its files, bytes", mebibytes / seconds, "MiB/s");
        figures.add(Figure.of(BENCH, "release over bare records and quads, gzip", seconds / yardstick, "ratio")
                .aimedAt("at most 1.5"));
    }

    /** Records and graphs of all documents, packed, and nothing else. */
    private static void serialise(ServedStore store, Path target) throws IOException {
        DocumentGraphs graphs = store.get(DocumentGraphs.class);
        try (Stream<PublishedDocument> all = store.get(PublishedDocuments.class).all();
                OutputStream records = new GZIPOutputStream(Files.newOutputStream(target));
                OutputStream quads = new GZIPOutputStream(Files.newOutputStream(target.resolveSibling("bare.nq")))) {
            all.forEach(document -> {
                try {
                    records.write(CanonicalJson.bytes(Map.of("record", document.record())));
                    quads.write(graphs.quads(document));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void deltas(Deltas deltas, int count) {
        for (int events : List.of(10, 100, count / 2)) {
            if (events < 1
                    || events >= count
                    || !(deltas.name(count - events, count) instanceof Deltas.Answer.Moved moved)) {
                continue;
            }
            long start = System.nanoTime();
            Deltas.Answer answer = deltas.find(moved.now());
            if (!(answer instanceof Deltas.Answer.Found)) {
                plan.note("a delta of " + events + " events: " + answer);
                continue;
            }
            add("a delta of " + events + " events", (System.nanoTime() - start) / 1e6, "ms");
        }
    }

    private void negotiation(ServedStore store, Uid uid) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        List<Double> ratios = new ArrayList<>();
        try (LoadRun load = new LoadRun(processors, SECONDS)) {
            var negotiated = store.fetching("/doc/" + uid, true, "Accept", "text/html;q=0.5, application/json");
            var direct = store.fetching("/doc/" + uid + ".json", true);
            load.saturation(processors, number -> negotiated);
            for (int round = 0; round < plan.rounds(); round++) {
                double first = load.saturation(processors, number -> direct);
                ratios.add(load.saturation(processors, number -> negotiated) / first);
            }
        }
        figures.add(Figure.of(BENCH, "a form by Accept over the same by suffix, rate", new Spread(ratios), "ratio"));
    }

    private void add(String what, double value, String unit) {
        figures.add(Figure.of(BENCH, what, value, unit));
    }
}
