package org.gongbao.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int WIDTH = 64;
    private static final double SECONDS_OF_SEARCHING = 15;
    private static final double SECONDS = 4;
    private static final String PRIVATE_FILES = "release-package";

    private final BenchPlan plan;
    private final List<Figure> figures = new ArrayList<>();

    ReleaseFigures(BenchPlan plan) {
        this.plan = plan;
    }

    List<Figure> measure() throws Exception {
        int count = plan.documents();
        Path folder = plan.folder().resolve("releases");
        Settings settings = plan.settings()
                .with(
                        "--gongbao.page-images=false",
                        "--gongbao.bulk.quiet=10h",
                        "--gongbao.samples=false",
                        // the same with and without a port, or all would be made again for the other
                        "--gongbao.base-uri=http://localhost:8080",
                        "--gongbao.data=" + folder);
        fill(settings, count);
        try (ServedStore store = ServedStore.start(settings, folder.toString())) {
            BenchPublications publications = BenchPublications.of(store, plan, PRIVATE_FILES + "-more");
            Uid uid = publications.publish(count);
            store.get(DisseminationEngine.class).awaitCaughtUp(LONGEST);
            release(store, count);
            deltas(store.get(Deltas.class), count);
            negotiation(store, uid);
            publications.publish(count + 1);
            store.get(DisseminationEngine.class).awaitCaughtUp(LONGEST);
            searches(store, count);
        }
        return figures;
    }

    /** Publishes while nothing follows, and lets everything be made from what was published. */
    private void fill(Settings settings, int count) throws Exception {
        try (Store store = Store.still(settings)) {
            BenchPublications publications = BenchPublications.of(store, plan, PRIVATE_FILES);
            long start = System.nanoTime();
            IntStream.range(0, count).parallel().forEach(publications::publish);
            add("published, with nothing that follows", rate(count, start), "documents/s");
            start = System.nanoTime();
            DisseminationEngine engine = store.get(DisseminationEngine.class);
            if (!engine.awaitCaughtUp(LONGEST)) {
                throw new IllegalStateException("what follows the log has not caught up: " + engine.status());
            }
            add("rebuild of everything, a first release too", rate(count, start), "documents/s");
            for (String part : List.of("search", "linkeddata")) {
                start = System.nanoTime();
                engine.rebuild(part);
                add("rebuild of " + part + " alone", rate(count, start), "documents/s");
            }
        }
    }

    private static double rate(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** What people who search notice of a release that is being written. */
    private void searches(ServedStore store, int count) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        IntFunction<Callable<?>> search =
                number -> store.fetching("/search.json?q=" + encoded(number * 37 % count), true);
        Releases releases = store.get(Releases.class);
        try (LoadRun load = new LoadRun(WIDTH, SECONDS_OF_SEARCHING)) {
            double rate = load.saturation(processors, search) / 4;
            double quiet = load.atRate(rate, search).p99();
            FutureTask<Void> writing = new FutureTask<>(releases::bringUpToDate, null);
            new Thread(writing, "bench-release").start();
            double meanwhile = load.atRate(rate, search).p99();
            if (writing.isDone()) {
                plan.note("the release was written before the searches beside it had ended: make more documents");
            }
            writing.get();
            add("searches at 25 %, p99", quiet, "ms");
            add("searches at 25 % while a release is written, p99", meanwhile, "ms");
            figures.add(Figure.of(BENCH, "search p99 during a release over without", meanwhile / quiet, "ratio"));
        }
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

    private static String encoded(int number) {
        return URLEncoder.encode(BenchPublications.title(number), StandardCharsets.UTF_8);
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

    /** Some of this takes long; each figure is said at once. */
    private void add(String what, double value, String unit) {
        plan.note(what + ": " + value + " " + unit);
        figures.add(Figure.of(BENCH, what, value, unit));
    }
}
