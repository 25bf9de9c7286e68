package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.command.Comparison.Cost;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.ingest.Progress;
import org.gongbao.publication.DisseminationEngine;

/**
 * Documents all the way into a fresh store: received and forced, read, recognised, copied for the public, published, logged,
 * and found by searches. Against the bare library on the same files, on one thread as it comes. What follows in the background,
 * such as moving originals from inbox to OCFL, is awaited outside the time and told apart.
 */
final class PipelineBench implements Bench {

    private static final Duration POLL = Duration.ofMillis(2);

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<Path> pdfs = plan.pdfs();
        try (Store store = plan.store("pipeline")) {
            Run run = new Run(plan, store, pdfs);
            run.pipeline();
            BarePdf.strip(pdfs);
            run.pipeline();
            run.aside.clear();
            Comparison comparison = new Comparison();
            ProgressBar bar = ProgressBar.onTerminal(plan.rounds());
            for (int round = 0; round < plan.rounds(); round++) {
                Cost before = Comparison.costOf(() -> BarePdf.strip(pdfs));
                Cost first = run.pipeline();
                Cost second = run.pipeline();
                comparison.add(before, first, second, Comparison.costOf(() -> BarePdf.strip(pdfs)));
                bar.step();
            }
            bar.end();
            return figures(comparison, run, pdfs.size());
        }
    }

    private List<Figure> figures(Comparison comparison, Run run, int files) {
        return List.of(
                Figure.of(name(), "documents published", run.published, "documents"),
                Figure.of(
                        name(),
                        "documents a second",
                        files / comparison.work(Cost::wallSeconds).median(),
                        "files/s"),
                Figure.of(
                        name(),
                        "documents a second of bare PDFBox",
                        files / comparison.yardstick(Cost::wallSeconds).median(),
                        "files/s"),
                comparison
                        .ratio(name(), "time over bare PDFBox, wall clock", Cost::wallSeconds)
                        .aimedAt("at most 1.4"),
                comparison.ratio(name(), "time over bare PDFBox, processor", Cost::cpuSeconds),
                Figure.of(name(), "background work after it, a file", new Spread(run.aside), "ms"));
    }

    /** Runs through one store; each takes copies of the files that it has not seen. */
    private static final class Run {
        private final BenchPlan plan;
        private final Store store;
        private final List<Path> pdfs;
        private final List<Double> aside = new ArrayList<>();
        private int turn;
        private int published;

        Run(BenchPlan plan, Store store, List<Path> pdfs) {
            this.plan = plan;
            this.store = store;
            this.pdfs = pdfs;
        }

        Cost pipeline() throws Exception {
            List<Path> files = plan.copies(pdfs, turn++);
            Cost cost = Comparison.costOf(() -> untilFound(files));
            Cost rest = Comparison.costOf(store::finish);
            aside.add(1000 * rest.wallSeconds() / files.size());
            return cost;
        }

        private void untilFound(List<Path> files) throws IOException, InterruptedException {
            Ingest ingest = store.get(Ingest.class);
            DisseminationEngine engine = store.get(DisseminationEngine.class);
            Batch batch = ingest.submit(files, true);
            Progress progress = ingest.progress(batch);
            while (!progress.isDone() || engine.lag("search") > 0) {
                Thread.sleep(POLL.toMillis());
                progress = ingest.progress(batch);
            }
            published = progress.count(OutcomeKind.PUBLISHED);
        }
    }
}
