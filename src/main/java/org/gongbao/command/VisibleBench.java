package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;

/** From the moment in which publishing returns to the moment in which a search by number finds the document. */
final class VisibleBench implements Bench {

    private static final int WARM_UPS = 5;
    private static final long LONGEST_SECONDS = 60;

    /** Milliseconds between two searches, so that asking does not keep the processors from what it waits for. */
    private static final long PAUSE = 10;

    /** Milliseconds from one publication to the next while something else goes on; no office is quicker for long. */
    private static final long APART = 500;

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        try (Store store = plan.store("visible")) {
            BenchPublications publications = BenchPublications.of(store, plan, "visible-package");
            List<Double> publishing = new ArrayList<>();
            List<Double> visible = new ArrayList<>();
            int count = plan.documents() + WARM_UPS;
            ProgressBar bar = ProgressBar.onTerminal(count);
            for (int number = 0; number < count; number++) {
                long start = System.nanoTime();
                publications.publish(number);
                long published = System.nanoTime();
                awaitFound(store.get(DocumentSearch.class), number);
                if (number >= WARM_UPS) {
                    publishing.add((published - start) / 1e6);
                    visible.add((System.nanoTime() - published) / 1e6);
                }
                bar.step();
            }
            bar.end();
            Spread spread = new Spread(visible);
            return List.of(
                    Figure.of(name(), "publishing, with all gates", new Spread(publishing), "ms"),
                    Figure.of(name(), "published to found, p50", spread, "ms"),
                    Figure.of(name(), "published to found, p99", spread.percentile(0.99), "ms")
                            .aimedAt("below 1000"));
        }
    }

    /** Milliseconds from published to found, twice a second for as long as something else goes on. */
    static Spread during(Callable<?> work, Parts store, BenchPlan plan) throws Exception {
        BenchPublications publications = BenchPublications.of(store, plan, "visible-package");
        DocumentSearch search = store.get(DocumentSearch.class);
        for (int number = 0; number < WARM_UPS; number++) {
            publications.publish(number);
            awaitFound(search, number);
        }
        FutureTask<?> busy = new FutureTask<>(work);
        Thread thread = new Thread(busy, "bench-meanwhile");
        thread.start();
        List<Double> visible = new ArrayList<>();
        for (int number = WARM_UPS; !busy.isDone(); number++) {
            publications.publish(number);
            long published = System.nanoTime();
            awaitFound(search, number);
            visible.add((System.nanoTime() - published) / 1e6);
            Thread.sleep(Math.max(0, APART - (System.nanoTime() - published) / 1_000_000));
        }
        busy.get();
        return new Spread(visible);
    }

    /** Asks for hits alone: counting and marking, again and again, would be load of its own. */
    private static void awaitFound(DocumentSearch search, int number) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000;
        SearchRequest request =
                SearchRequest.of(BenchPublications.documentNumber(number)).hitsAlone();
        while (search.search(request).hits().stream().noneMatch(hit -> hit.exactNumber())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("a published document is not found after " + LONGEST_SECONDS + " s");
            }
            Thread.sleep(PAUSE);
        }
    }
}
