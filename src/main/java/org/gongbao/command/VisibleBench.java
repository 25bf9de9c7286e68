package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.extraction.Workers;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;

/** From the moment in which publishing returns to the moment in which a search by number finds the document. */
final class VisibleBench implements Bench {

    private static final int WARM_UPS = 5;
    private static final long LONGEST_SECONDS = 60;

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        try (Store store = plan.store("visible")) {
            FileReading reading =
                    new FileReading(store.get(Workers.class), plan.settings().gongbao());
            BenchPublications publications = new BenchPublications(
                    store, reading, plan.pdfs().get(0), plan.folder().resolve("visible-package"));
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

    private static void awaitFound(DocumentSearch search, int number) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000;
        SearchRequest request = SearchRequest.of(BenchPublications.documentNumber(number));
        while (search.search(request).hits().stream().noneMatch(hit -> hit.exactNumber())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("a published document is not found after " + LONGEST_SECONDS + " s");
            }
            Thread.sleep(1);
        }
    }
}
