package org.gongbao.command;

import java.util.List;
import org.gongbao.publication.Dissemination;

/** The search index alone: how fast it fills, and how much room it takes. */
final class IndexBench implements Bench {

    @Override
    public String name() {
        return "index";
    }

    @Override
    public int documents() {
        return 1_000_000;
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        String folder = plan.folder().resolve("index").toString();
        try (ServedStore store = ServedStore.start(plan.settings(), folder)) {
            return fill(name(), store, new GeneratedDocuments(plan.seed()), plan);
        }
    }

    /** Fills the index of a store with as many documents as the plan says, and tells what that took. */
    static List<Figure> fill(String bench, ServedStore store, GeneratedDocuments documents, BenchPlan plan)
            throws Exception {
        Dissemination index = store.all(Dissemination.class).stream()
                .filter(each -> each.name().equals("search"))
                .findFirst()
                .orElseThrow();
        long start = System.nanoTime();
        index.rebuild(documents.changes(plan.documents()), 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        double mebibytes = FolderSize.ofIndex(store.folder().resolve("solr")) / (1024.0 * 1024);
        return List.of(
                Figure.of(bench, "documents in the index", plan.documents(), "documents"),
                Figure.of(bench, "indexing", plan.documents() / seconds, "documents/s"),
                Figure.of(bench, "index on disk", mebibytes, "MiB"),
                Figure.of(bench, "index on disk, a document", 1024 * mebibytes / plan.documents(), "KiB"),
                Figure.of(bench, "heap that lives, whole program", FolderSize.liveHeap(), "MiB"));
    }
}
