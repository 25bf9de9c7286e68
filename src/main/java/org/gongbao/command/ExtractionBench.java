package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.command.Comparison.Cost;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.record.DocumentRecord;

/**
 * Reading born-digital PDFs into records in a worker, one file after the other, against the bare library in this process.
 * Files that have to be recognised from images are left out, and counted.
 */
final class ExtractionBench implements Bench {

    /** A page number alone in its line, {@code — 3 —}, which extraction leaves out. */
    static final Pattern PAGE_NUMBER = Pattern.compile("(?m)^\\s*[—-]\\s*\\d+\\s*[—-]\\s*$");

    private static final int WARM_UPS = 2;

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        try (WorkerPool workers = plan.workers()) {
            FileReading reading = new FileReading(workers, plan.settings().gongbao());
            Map<Path, DocumentRecord> records = bornDigital(plan.pdfs(), reading);
            List<Path> files = List.copyOf(records.keySet());
            if (files.isEmpty()) {
                throw new IllegalArgumentException("no born-digital PDF came, expected at least one");
            }
            for (int i = 1; i < WARM_UPS; i++) {
                read(reading, files);
                BarePdf.strip(files);
            }
            List<Figure> figures = new ArrayList<>(sameText(records));
            figures.addAll(figures(compare(plan, reading, files), BarePdf.pages(files)));
            return figures;
        }
    }

    private static Map<Path, DocumentRecord> bornDigital(List<Path> files, FileReading reading) throws IOException {
        Map<Path, DocumentRecord> records = new HashMap<>();
        for (Path file : files) {
            DocumentRecord record = reading.read(file);
            if (!record.source().recognisedByOcr() && !record.text().isEmpty()) {
                records.put(file, record);
            }
        }
        return records;
    }

    private List<Figure> sameText(Map<Path, DocumentRecord> records) throws IOException {
        int same = 0;
        for (Map.Entry<Path, DocumentRecord> file : records.entrySet()) {
            String bare = PAGE_NUMBER.matcher(BarePdf.text(file.getKey())).replaceAll("");
            if (BarePdf.characters(bare)
                    .equals(BarePdf.characters(file.getValue().text()))) {
                same++;
            }
        }
        return List.of(
                Figure.of(name(), "born-digital files", records.size(), "files"),
                Figure.of(name(), "the same characters as bare PDFBox", same, "files")
                        .aimedAt("all"));
    }

    private static Comparison compare(BenchPlan plan, FileReading reading, List<Path> files) throws Exception {
        Comparison comparison = new Comparison();
        ProgressBar bar = ProgressBar.onTerminal(plan.rounds());
        for (int round = 0; round < plan.rounds(); round++) {
            Cost before = Comparison.costOf(() -> BarePdf.strip(files));
            Cost first = Comparison.costOf(() -> read(reading, files));
            Cost second = Comparison.costOf(() -> read(reading, files));
            comparison.add(before, first, second, Comparison.costOf(() -> BarePdf.strip(files)));
            bar.step();
        }
        bar.end();
        return comparison;
    }

    private static void read(FileReading reading, List<Path> files) throws IOException {
        for (Path file : files) {
            reading.read(file);
        }
    }

    private List<Figure> figures(Comparison comparison, int pages) {
        return List.of(
                Figure.of(
                        name(),
                        "pages a second",
                        pages / comparison.work(Cost::wallSeconds).median(),
                        "pages/s"),
                Figure.of(
                        name(),
                        "pages a second of bare PDFBox",
                        pages / comparison.yardstick(Cost::wallSeconds).median(),
                        "pages/s"),
                comparison
                        .ratio(name(), "time over bare PDFBox, wall clock", Cost::wallSeconds)
                        .aimedAt("at most 1"),
                comparison.ratio(name(), "time over bare PDFBox, processor", Cost::cpuSeconds));
    }
}
