package org.gongbao.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gongbao.command.LoadRun.Answers;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.IndexProbe;
import org.gongbao.search.SearchRequest;

/**
 * The search over HTTP, as a page and as JSON, beside the same questions put to Solr as a library in the same run, at fixed
 * rates of what the library can do; suggestions; and how soon something published is found meanwhile.
 */
final class SearchBench implements Bench {

    /** Different questions, many times what the index remembers answers of. */
    private static final int QUESTIONS = 4_000;

    /** Each run begins elsewhere in the questions: what the run before has asked would be answered from memory. */
    private static final int FURTHER = 1_237;

    /** Pages are made beforehand for fewer, so that they all lie ready. */
    private static final int PAGES = 300;

    private static final int WIDTH = 64;
    private static final double SECONDS = 20;

    /** Long enough for a hundred publications. */
    private static final double SECONDS_OF_PUBLISHING = 60;

    private static final double[] RATES = {0.25, 0.5, 0.75};

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int documents() {
        return 100_000;
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<Figure> figures = new ArrayList<>();
        GeneratedDocuments documents = new GeneratedDocuments(plan.seed());
        String folder = plan.folder().resolve("search").toString();
        try (ServedStore store = ServedStore.start(plan.settings(), folder, RememberedSearch.Parts.class)) {
            figures.addAll(IndexBench.fill(name(), store, documents, plan));
            List<String> texts = texts(documents, plan);
            try (LoadRun load = new LoadRun(WIDTH, SECONDS)) {
                figures.addAll(new Measured(store, texts, load, plan).all(documents));
            }
        }
        return figures;
    }

    /** What people type: the subject of a document, a word or two of its text, an agency with a word. */
    private static List<String> texts(GeneratedDocuments documents, BenchPlan plan) {
        Random random = new Random(plan.seed());
        return IntStream.range(0, QUESTIONS)
                .mapToObj(i -> switch (i % 4) {
                    case 0 -> documents.subject(random.nextInt(plan.documents()));
                    case 1 -> documents.word(random);
                    case 2 -> documents.word(random) + " " + documents.word(random);
                    default -> GeneratedDocuments.issuer(random) + documents.word(random);
                })
                .toList();
    }

    /** The questions in their forms, and what is measured with them. */
    private final class Measured {

        private final ServedStore store;
        private final List<String> texts;
        private final LoadRun load;
        private final BenchPlan plan;
        private final List<Figure> figures = new ArrayList<>();
        private final IntFunction<Callable<?>> bare;
        private final IntFunction<Callable<?>> page;
        private final IntFunction<Callable<?>> json;
        private int from;

        Measured(ServedStore store, List<String> texts, LoadRun load, BenchPlan plan) {
            this.store = store;
            this.texts = texts;
            this.load = load;
            this.plan = plan;
            IndexProbe probe = store.get(IndexProbe.class);
            bare = asked(text -> probe.prepared(SearchRequest.of(text)));
            page = asked(text -> store.fetching("/search?q=" + encoded(text), true));
            json = asked(text -> store.fetching("/search.json?q=" + encoded(text), true));
        }

        private IntFunction<Callable<?>> asked(Function<String, Callable<?>> form) {
            List<Callable<?>> all = new ArrayList<>();
            texts.forEach(text -> all.add(form.apply(text)));
            return number -> all.get(number % all.size());
        }

        private IntFunction<Callable<?>> others(IntFunction<Callable<?>> way) {
            from += FURTHER;
            int first = from;
            return number -> way.apply(first + number);
        }

        List<Figure> all(GeneratedDocuments documents) throws Exception {
            int processors = Runtime.getRuntime().availableProcessors();
            for (IntFunction<Callable<?>> way : List.of(bare, page, json)) {
                load.saturation(processors, others(way));
            }
            double saturated = load.saturation(processors, others(bare));
            plan.note("bare Solr takes " + Math.round(saturated) + " searches a second");
            add("bare Solr, saturated", saturated, "searches/s");
            add("page over HTTP, saturated", load.saturation(processors, others(page)), "searches/s");
            add("JSON over HTTP, saturated", load.saturation(processors, others(json)), "searches/s");
            for (double rate : RATES) {
                atRate(rate, rate * saturated);
            }
            double quarter = RATES[0] * saturated;
            Answers suggestions = load.atRate(
                    quarter, asked(text -> store.fetching("/suggest.json?q=" + encoded(beginning(text)), true)));
            add("suggestions at 25 %, p50", suggestions.p50(), "ms");
            figures.add(Figure.of(name(), "suggestions at 25 %, p99", suggestions.p99(), "ms")
                    .aimedAt("below 50"));
            visible(quarter);
            return figures;
        }

        private void atRate(double share, double perSecond) throws Exception {
            String at = " at " + Math.round(100 * share) + " %";
            Answers before = load.atRate(perSecond, others(bare));
            Answers pages = load.atRate(perSecond, others(page));
            Answers files = load.atRate(perSecond, others(json));
            Answers after = load.atRate(perSecond, others(bare));
            Answers ready = ready(perSecond);
            double solr = (before.p99() + after.p99()) / 2;
            add("bare Solr" + at + ", p50", after.p50(), "ms");
            add("bare Solr" + at + ", p99", solr, "ms");
            add("page whose result lies ready" + at + ", p99", ready.p99(), "ms");
            add("page" + at + ", p50", pages.p50(), "ms");
            add("page" + at + ", p99", pages.p99(), "ms");
            add("JSON" + at + ", p99", files.p99(), "ms");
            ratio("page p99 over the sum of both" + at, pages.p99() / (solr + ready.p99()), "at most 1.2");
            ratio("JSON p99 over bare Solr" + at, files.p99() / solr, "at most 1.3");
            int failed = before.failed() + after.failed() + pages.failed() + files.failed() + ready.failed();
            if (failed > 0) {
                add("refused" + at + ", of all", failed, "questions");
            }
        }

        private void ratio(String what, double value, String aim) {
            figures.add(Figure.of(name(), what, value, "ratio").aimedAt(aim));
        }

        private Answers ready(double perSecond) throws Exception {
            RememberedSearch search = (RememberedSearch) store.get(DocumentSearch.class);
            search.remember(true);
            try {
                for (int i = 0; i < PAGES; i++) {
                    page.apply(i).call();
                }
                return load.atRate(perSecond, number -> page.apply(number % PAGES));
            } finally {
                search.remember(false);
            }
        }

        private void visible(double perSecond) throws Exception {
            Spread found;
            try (LoadRun longer = new LoadRun(WIDTH, SECONDS_OF_PUBLISHING)) {
                found = VisibleBench.during(() -> longer.atRate(perSecond, others(page)), store, plan);
            }
            add("published while searches run", found.values().size(), "documents");
            add("published to found while searches run, p50", found.median(), "ms");
            figures.add(Figure.of(name(), "published to found while searches run, p99", found.percentile(0.99), "ms")
                    .aimedAt("below 150"));
        }

        private void add(String what, double value, String unit) {
            figures.add(Figure.of(name(), what, value, unit));
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(3, text.length()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
