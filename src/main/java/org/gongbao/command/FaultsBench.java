package org.gongbao.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.extraction.WorkerSettings;

/**
 * Damaged documents of every format, read by the workers as the service reads them. Promised is: the service does not fall
 * over any, none hangs past its bound, memory runs out in workers only, and whole documents in between come out as ever.
 */
final class FaultsBench implements Bench {

    private static final int DOCUMENTS = 10_000;
    private static final int MOST_THREADS = 2;

    /** Pages of a damaged document that may have to be recognised from images, for which its bound has room. */
    private static final int PAGES = 5;

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public int documents() {
        return DOCUMENTS;
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        try (WorkerPool workers = plan.workers()) {
            int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
            FaultRun run = new FaultRun(workers, plan.folder(), plan.kept(), bound(plan, threads));
            List<FaultSeed> seeds = run.look(FaultSeeds.of(plan));
            long start = System.nanoTime();
            FaultTally tally = run.read(new FaultMaker(seeds, plan.seed()), plan.documents(), threads);
            double seconds = (System.nanoTime() - start) / 1e9;
            tally.lines().forEach(plan::note);
            return figures(tally, seconds, plan.kept());
        }
    }

    /**
     * The longest that the settings allow on a machine that is busy elsewhere: a cold first try and two slow ones, of each of
     * the files that wait for the slow lane at once.
     */
    private static Duration bound(BenchPlan plan, int threads) {
        WorkerSettings settings = plan.settings().bind("gongbao.workers", WorkerSettings.class);
        Duration first = settings.firstTry().multipliedBy(9);
        Duration slow = settings.start()
                .plus(settings.slowTry().multipliedBy(3))
                .plus(settings.recognitionPerPage().multipliedBy(9L * PAGES));
        return first.plus(slow.multipliedBy(2)).multipliedBy(threads);
    }

    private List<Figure> figures(FaultTally tally, double seconds, Path kept) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), "damaged files", tally.files(), "files"));
        for (FaultOutcome.Kind kind : FaultOutcome.Kind.values()) {
            if (kind != FaultOutcome.Kind.BROKEN) {
                figures.add(Figure.of(name(), kind.words, tally.count(kind), "files"));
            }
        }
        figures.add(Figure.of(name(), "whole documents in between", tally.neighbours(), "files"));
        figures.add(Figure.of(name(), "of these not as before", tally.disturbed(), "files")
                .aimedAt("0"));
        figures.add(Figure.of(name(), "promises broken (such files are kept in " + kept + ")", tally.broken(), "files")
                .aimedAt("0"));
        figures.add(Figure.of(name(), "longest time of a file", tally.longestSeconds(), "s"));
        figures.add(Figure.of(name(), "files a second", tally.files() / seconds, "files/s"));
        return figures;
    }
}
