package org.gongbao.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongbao.quality.DamagedCopy;
import org.gongbao.quality.Ledger;
import org.gongbao.quality.QualityReport;
import org.gongbao.record.DocumentRecord;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Reads documents of which the truth is known, and enters each in the ledger. */
final class QualityMeasurement {

    private static final String EXPECTED = ".expected.json";
    private static final String SAMPLES = "classpath:ingest/samples/*";

    private final FileReading reading;
    private final Path folder;
    private final Ledger ledger = new Ledger();

    /** @param folder for copies of what is packed or made */
    QualityMeasurement(FileReading reading, Path folder) {
        this.reading = reading;
        this.folder = folder;
    }

    QualityReport report(LocalDate measuredOn, String source) {
        return ledger.report(measuredOn, source);
    }

    /** The samples of the program, and copies of them that are damaged on purpose. */
    void samples() throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        for (Resource sample : new PathMatchingResourcePatternResolver().getResources(SAMPLES)) {
            try (InputStream in = sample.getInputStream()) {
                Files.copy(in, samples.resolve(String.valueOf(sample.getFilename())));
            }
        }
        List<Path> files = expected(samples);
        for (Path file : files) {
            damaged(file);
        }
    }

    /** The samples that people made of documents, and where they are read otherwise; none where there is no such folder. */
    RegressionDifferences regressions(Path documents) throws IOException {
        RegressionDifferences differences = new RegressionDifferences();
        if (Files.isDirectory(documents)) {
            expected(documents, differences);
        }
        return differences;
    }

    /** Every document of the folder with an expected record beside it. */
    List<Path> expected(Path documents) throws IOException {
        return expected(documents, new RegressionDifferences());
    }

    private List<Path> expected(Path documents, RegressionDifferences differences) throws IOException {
        List<Path> files = InputFiles.of(List.of(documents)).stream()
                .filter(file -> Files.isRegularFile(beside(file)))
                .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    documents + " holds no document with its truth, expected NAME" + EXPECTED + " beside NAME");
        }
        ProgressBar bar = ProgressBar.onTerminal(files.size());
        for (Path file : files) {
            DocumentRecord record = reading.read(file);
            ledger.expected(Files.readString(beside(file)), record);
            differences.add(file, beside(file), record);
            bar.step();
        }
        bar.end();
        return files;
    }

    private void damaged(Path file) throws IOException {
        String expected = Files.readString(beside(file));
        for (DamagedCopy copy : DamagedCopy.of(expected)) {
            Path damaged = Files.createDirectories(folder.resolve(copy.kind())).resolve(file.getFileName() + ".txt");
            Files.writeString(damaged, copy.text());
            ledger.damaged(expected, copy, reading.read(damaged));
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + EXPECTED);
    }

    /** Every document that a line of the gold file tells of. */
    void gold(Path gold, Path root) throws IOException {
        List<String> lines = Files.readAllLines(gold).stream()
                .filter(line -> !line.isBlank())
                .toList();
        JsonMapper json = JsonMapper.builder().build();
        ProgressBar bar = ProgressBar.onTerminal(lines.size());
        for (String line : lines) {
            String file = json.readTree(line).path("file").asString("");
            if (file.isEmpty()) {
                throw new IllegalArgumentException("a line of " + gold + " names no file");
            }
            ledger.gold(line, reading.read(root.resolve(file)));
            bar.step();
        }
        bar.end();
    }
}
