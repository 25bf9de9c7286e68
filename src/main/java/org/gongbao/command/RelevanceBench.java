package org.gongbao.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.command.Judgements.Judged;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** How well the search finds what people mean: judged queries over the samples, and over real files where they are given. */
final class RelevanceBench implements Bench {

    private static final String SAMPLES = "classpath:ingest/samples/*";
    private static final String EXPECTED = ".expected.json";

    @Override
    public String name() {
        return "relevance";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        try (Store store = plan.store("relevance")) {
            List<Path> files = samples(Files.createDirectories(plan.folder().resolve("samples")));
            files.addAll(plan.files());
            Map<String, String> names = publish(store, files, plan);
            List<Judged> judged = Judgements.packed().stream()
                    .filter(query -> names.values().containsAll(query.grades().keySet()))
                    .toList();
            return figures(judged, names, store.get(DocumentSearch.class), plan);
        }
    }

    private static List<Path> samples(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Resource sample : new PathMatchingResourcePatternResolver().getResources(SAMPLES)) {
            String name = String.valueOf(sample.getFilename());
            if (!name.endsWith(EXPECTED) && !name.endsWith(".md")) {
                try (InputStream in = sample.getInputStream()) {
                    Files.copy(in, folder.resolve(name));
                }
                files.add(folder.resolve(name));
            }
        }
        return files;
    }

    /** Names of files by the identifiers of their documents. */
    private static Map<String, String> publish(Store store, List<Path> files, BenchPlan plan) throws Exception {
        Ingest ingest = store.get(Ingest.class);
        Batch batch = ingest.submit(files, true);
        ingest.awaitDone(batch, now -> {});
        store.finish();
        Map<String, String> names = new HashMap<>();
        int held = 0;
        for (DocumentOutcome outcome : ingest.outcomes(batch)) {
            if (outcome.uid() != null) {
                String name = Path.of(outcome.name()).getFileName().toString();
                names.put(outcome.uid().value(), outcome.part() == 0 ? name : name + "#" + outcome.part());
            } else {
                held++;
            }
        }
        plan.note(names.size() + " documents, " + held + " without one");
        return names;
    }

    private List<Figure> figures(
            List<Judged> judged, Map<String, String> names, DocumentSearch search, BenchPlan plan) {
        Map<String, List<double[]>> byKind = new TreeMap<>();
        for (Judged query : judged) {
            List<String> found = search.search(SearchRequest.of(query.query())).hits().stream()
                    .map(hit -> names.getOrDefault(hit.uid(), hit.uid()))
                    .toList();
            double gain = query.gain(found);
            double first = query.isFirst(found) ? 1 : 0;
            if (first == 0) {
                plan.note("not first: " + query.query() + " -> " + found.subList(0, Math.min(3, found.size())));
            }
            byKind.computeIfAbsent(query.kind(), kind -> new ArrayList<>()).add(new double[] {gain, first});
            byKind.computeIfAbsent("all", kind -> new ArrayList<>()).add(new double[] {gain, first});
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), "judged queries", judged.size(), "queries"));
        byKind.forEach((kind, values) -> {
            boolean isAll = kind.equals("all");
            figures.add(
                    Figure.of(name(), kind + ": nDCG@10", mean(values, 0), "").aimedAt(isAll ? "at least 0.90" : ""));
            figures.add(Figure.of(name(), kind + ": success@1", mean(values, 1), "")
                    .aimedAt(kind.equals("number") ? "1" : ""));
        });
        return figures;
    }

    private static double mean(List<double[]> values, int which) {
        return values.stream().mapToDouble(value -> value[which]).average().orElse(0);
    }
}
