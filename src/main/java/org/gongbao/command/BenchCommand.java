package org.gongbao.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the program on this machine, in temporary folders and processes of its own. Plain timing after a warm-up; the
 * ratios compare what ran in turns in the same run, and mean more than any figure alone.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the program: extraction, pipeline, ocr, visible, web, relevance, start, and by name only: search, index, data, faults, memory.",
        footer = "The store of the settings is neither read nor written.")
final class BenchCommand implements Callable<Integer> {

    private static final List<Bench> BENCHES = List.of(
            new ExtractionBench(),
            new PipelineBench(),
            new OcrBench(),
            new VisibleBench(),
            new WebBench(),
            new RelevanceBench(),
            new StartBench(),
            new SearchBench(),
            new IndexBench(),
            new DataBench(),
            new FaultsBench(),
            new MemoryBench());

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "what to measure")
    private List<String> names = List.of();

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description = "real files instead of made ones; the start is then measured with these in the store")
    private @Nullable Path files;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures to a file as JSON too")
    private @Nullable Path json;

    @Option(
            names = "--documents",
            paramLabel = "N",
            description =
                    "documents to make (default: 60; search: 100,000; index: 1,000,000; data: 10,000; faults: 10,000; memory: 2,000)")
    private @Nullable Integer documents;

    @Option(names = "--rounds", paramLabel = "N", description = "repetitions (default: ${DEFAULT-VALUE})")
    private int rounds = 5;

    @Option(names = "--seed", paramLabel = "N", description = "seed of made documents (default: ${DEFAULT-VALUE})")
    private long seed = 20230601;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "where faults keeps files to look at (default: ${DEFAULT-VALUE})")
    private Path kept = Path.of("gongbao-faults");

    private final Settings settings;

    BenchCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws Exception {
        List<Bench> chosen = chosen();
        List<Path> given = files == null ? List.of() : InputFiles.of(List.of(files));
        if (files != null && given.isEmpty()) {
            throw new IllegalArgumentException(files + " holds no file, expected a folder with documents");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Figure> figures = new ArrayList<>();
        for (Bench bench : chosen) {
            List<Figure> measured = run(bench, given, out);
            FigureTable.lines(measured).forEach(out::println);
            figures.addAll(measured);
        }
        if (json != null) {
            write(figures, json);
        }
        return 0;
    }

    private List<Bench> chosen() {
        List<String> known = BENCHES.stream().map(Bench::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no bench " + name + ", expected one of " + known);
            }
        }
        return BENCHES.stream()
                .filter(bench -> names.isEmpty() ? !bench.onlyByName() : names.contains(bench.name()))
                .toList();
    }

    private List<Figure> run(Bench bench, List<Path> given, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("gongbao-bench");
        try {
            int count = documents == null ? bench.documents() : documents;
            return bench.run(new BenchPlan(
                    settings,
                    folder,
                    given,
                    count,
                    rounds,
                    seed,
                    kept,
                    line -> out.println(bench.name() + ": " + line)));
        } finally {
            TemporaryFolders.delete(folder);
        }
    }

    private void write(List<Figure> figures, Path target) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("figures", figures);
        if (documents != null) {
            report.put("documents", documents);
        }
        report.put("rounds", rounds);
        report.put("seed", seed);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", System.getProperty("java.version"));
        Files.write(target, CanonicalJson.bytes(report));
    }
}
