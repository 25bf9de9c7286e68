package org.gongbao.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.extraction.WorkerSettings;
import org.gongbao.ingest.Regressions;
import org.gongbao.quality.QualityReport;
import org.gongbao.quality.QualityText;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well documents are recognised of which the truth is known. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Measures recognition against what is true of documents, and whether confidence keeps its word.",
        footer = {
            "A truth is NAME.expected.json beside a file (the shape of a record; what it leaves out is not judged),",
            "or a line of a gold file. Without DIR and --gold the samples of the program are measured, and copies of",
            "them that are damaged on purpose. The site shows the report that lies in <data>/quality."
        })
final class QualityCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "folders with documents and their expected records")
    private List<Path> folders = List.of();

    @Option(names = "--gold", paramLabel = "FILE", description = "a gold file: a JSON object a line, with its file")
    private List<Path> gold = List.of();

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "folder of the gold files' documents (default: their own)")
    private @Nullable Path root;

    @Option(names = "--samples", description = "measure the samples of the program too")
    private boolean samples;

    @Option(
            names = "--regressions",
            description = {
                "measure the samples that people made of documents on the desk, in <data>/regressions,",
                "and list each field that is read otherwise; exit status 1 where there is one"
            })
    private boolean regressions;

    @Option(names = "--out", paramLabel = "DIR", description = "write quality.json and quality.md there")
    private @Nullable Path out;

    @Option(
            names = "--calibrate",
            description = "print the table of confidences that these documents support instead of the report")
    private boolean calibrate;

    private final Settings settings;
    private RegressionDifferences differences = new RegressionDifferences();

    QualityCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        QualityReport report = measure();
        print.print(calibrate ? ConfidenceTable.of(report) : QualityText.of(report));
        if (out != null) {
            Files.createDirectories(out);
            Files.write(out.resolve(QualityReport.FILE), CanonicalJson.bytes(report));
            Files.writeString(out.resolve("quality.md"), QualityText.of(report));
        }
        if (regressions) {
            differences.lines().forEach(print::println);
        }
        return differences.isEmpty() ? 0 : 1;
    }

    private QualityReport measure() throws IOException {
        Path folder = Files.createTempDirectory("gongbao-quality");
        try (WorkerPool workers = new WorkerPool(settings.bind("gongbao.workers", WorkerSettings.class), folder)) {
            QualityMeasurement measurement =
                    new QualityMeasurement(new FileReading(workers, settings.gongbao()), folder.resolve("documents"));
            boolean alone = folders.isEmpty() && gold.isEmpty() && !regressions;
            if (alone || samples) {
                measurement.samples();
            }
            for (Path documents : folders) {
                measurement.expected(documents);
            }
            if (regressions) {
                differences = measurement.regressions(settings.gongbao().data().resolve(Regressions.FOLDER));
            }
            for (Path lines : gold) {
                measurement.gold(lines, root != null ? root : lines.resolveSibling(""));
            }
            LocalDate today = LocalDate.now(settings.gongbao().zone());
            return measurement.report(today, alone ? QualityReport.SAMPLES : QualityReport.OWN);
        } finally {
            TemporaryFolders.delete(folder);
        }
    }
}
