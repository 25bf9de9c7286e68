package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;

/**
 * The program as a process of its own with a small heap: memory once the samples (or the given files) are in, and the time
 * of later starts to the first page and to readiness.
 */
final class StartBench implements Bench {

    private static final String HEAP = "512m";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        boolean samples = plan.files().isEmpty();
        if (!samples) {
            fill(plan);
        }
        Settings settings = plan.settings()
                .with("--gongbao.data=" + plan.folder().resolve("start"), "--gongbao.samples=" + samples);
        Path log = plan.folder().resolve("start.log");
        List<Figure> figures = new ArrayList<>();
        try (ChildProgram program = ChildProgram.start(settings, HEAP, log)) {
            figures.add(Figure.of(name(), "first start to ready, files taken in", program.secondsTo("/readyz"), "s"));
            program.secondsTo("/");
            figures.addAll(memory(program));
        }
        List<Double> page = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        ProgressBar bar = ProgressBar.onTerminal(plan.rounds());
        for (int round = 0; round < plan.rounds(); round++) {
            try (ChildProgram program = ChildProgram.start(settings, HEAP, log)) {
                page.add(program.secondsTo("/"));
                ready.add(program.secondsTo("/readyz"));
            }
            bar.step();
        }
        bar.end();
        figures.add(Figure.of(name(), "start to first page", new Spread(page), "s"));
        figures.add(Figure.of(name(), "start to ready", new Spread(ready), "s"));
        return figures;
    }

    private List<Figure> memory(ChildProgram program) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        program.memory("VmHWM")
                .ifPresent(value ->
                        figures.add(Figure.of(name(), "most resident memory, heap bounded at " + HEAP, value, "MiB")));
        program.liveHeap()
                .ifPresent(value -> figures.add(Figure.of(name(), "heap that lives after a collection", value, "MiB")));
        program.memory("VmRSS")
                .ifPresent(value -> figures.add(Figure.of(name(), "resident memory after that", value, "MiB")));
        return figures;
    }

    private static void fill(BenchPlan plan) throws InterruptedException {
        try (Store store = plan.store("start")) {
            Ingest ingest = store.get(Ingest.class);
            Batch batch = ingest.submit(plan.files(), true);
            ingest.awaitDone(batch, progress -> {});
            store.finish();
        }
    }
}
