package org.gongbao.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongbao.command.BenchNotices.Fonts;
import org.gongbao.extraction.WorkerPool;

/**
 * Whether memory stays flat over many documents: the resident memory of the workers and the heap of this process that lives
 * after a collection, looked at ten times on the way. The first half is for warming up; the second must not climb.
 */
final class MemoryBench implements Bench {

    private static final int DOCUMENTS = 2000;
    private static final int LOOKS = 10;

    /** Made files that take turns; enough that no cache holds them all. */
    private static final int FILES = 120;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public int documents() {
        return DOCUMENTS;
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    /** What was held after so many documents, in MiB. */
    private record Look(int documents, double workers, double heap) {}

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<Path> files = plan.files().isEmpty() ? made(plan) : plan.files();
        int step = Math.max(1, plan.documents() / LOOKS);
        List<Look> looks = new ArrayList<>();
        try (WorkerPool workers = plan.workers()) {
            FileReading reading = new FileReading(workers, plan.settings().gongbao());
            ProgressBar bar = ProgressBar.onTerminal(plan.documents());
            for (int read = 1; read <= plan.documents(); read++) {
                reading.read(files.get(read % files.size()));
                if (read % step == 0) {
                    looks.add(new Look(read, workersMemory(), liveHeap()));
                }
                bar.step();
            }
            bar.end();
        }
        looks.forEach(look -> plan.note(String.format(
                Locale.ROOT,
                "after %d documents: workers %.1f MiB, live heap of the host %.1f MiB",
                look.documents,
                look.workers,
                look.heap)));
        return figures(looks);
    }

    private static List<Path> made(BenchPlan plan) throws IOException {
        Path folder = Files.createDirectories(plan.folder().resolve("notices"));
        int count = Math.min(FILES, plan.documents());
        List<Path> files = new ArrayList<>(
                new BenchNotices(plan.seed()).write(folder, count, Fonts.EMBEDDED, Fonts.DRAWN, Fonts.NAMED));
        for (FaultSeed sample : FaultSeeds.packed()) {
            if (!sample.name().contains("scan")) {
                files.add(Files.write(folder.resolve(sample.name()), sample.content()));
            }
        }
        return files;
    }

    private List<Figure> figures(List<Look> looks) {
        List<Look> later = looks.subList(looks.size() / 2, looks.size());
        Look last = looks.get(looks.size() - 1);
        return List.of(
                Figure.of(name(), "resident memory of the workers at the end", last.workers, "MiB"),
                Figure.of(name(), "live heap of the host at the end", last.heap, "MiB"),
                Figure.of(
                                name(),
                                "workers: slope over the second half",
                                slope(later, later.stream().map(Look::workers).toList()),
                                "KiB/document")
                        .aimedAt("flat"),
                Figure.of(
                                name(),
                                "host: slope over the second half",
                                slope(later, later.stream().map(Look::heap).toList()),
                                "KiB/document")
                        .aimedAt("flat"));
    }

    /** KiB a document by least squares. */
    static double slope(List<Look> looks, List<Double> values) {
        double meanX = looks.stream().mapToInt(Look::documents).average().orElse(0);
        double meanY = values.stream().mapToDouble(value -> value).average().orElse(0);
        double up = 0;
        double across = 0;
        for (int i = 0; i < values.size(); i++) {
            double x = looks.get(i).documents - meanX;
            up += x * (values.get(i) - meanY);
            across += x * x;
        }
        return across == 0 ? 0 : 1024 * up / across;
    }

    private static double workersMemory() throws IOException {
        double sum = 0;
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            sum += ProcessStatus.mebibytes(child.pid(), "VmRSS").orElse(0);
        }
        return sum;
    }

    private static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
