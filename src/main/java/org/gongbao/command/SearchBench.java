package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongbao.extraction.Workers;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;

/** Searches one after the other, with facets and highlighted passages as the result page asks for them. */
final class SearchBench implements Bench {

    private static final int QUERIES = 10;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        try (Store store = plan.store("search")) {
            FileReading reading =
                    new FileReading(store.get(Workers.class), plan.settings().gongbao());
            BenchPublications publications = new BenchPublications(
                    store, reading, plan.pdfs().get(0), plan.folder().resolve("search-package"));
            ProgressBar bar = ProgressBar.onTerminal(plan.documents());
            for (int number = 0; number < plan.documents(); number++) {
                publications.publish(number);
                bar.step();
            }
            bar.end();
            store.finish();
            int queries = QUERIES * plan.documents();
            DocumentSearch search = store.get(DocumentSearch.class);
            milliseconds(search, plan, queries);
            Spread spread = new Spread(milliseconds(search, plan, queries));
            double sum =
                    spread.values().stream().mapToDouble(Double::doubleValue).sum();
            return List.of(
                    Figure.of(name(), "documents in the index", plan.documents(), "documents"),
                    Figure.of(name(), "searches a second, one thread", 1000 * queries / sum, "searches/s"),
                    Figure.of(name(), "search, p50", spread, "ms"),
                    Figure.of(name(), "search, p99", spread.percentile(0.99), "ms"));
        }
    }

    private static List<Double> milliseconds(DocumentSearch search, BenchPlan plan, int count) {
        Random random = new Random(plan.seed());
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(plan.documents());
            String text = i % 3 == 0
                    ? BenchPublications.documentNumber(number)
                    : i % 3 == 1 ? BenchPublications.title(number) : new BenchWords(random, number).aim();
            long start = System.nanoTime();
            search.search(SearchRequest.of(text));
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times;
    }
}
