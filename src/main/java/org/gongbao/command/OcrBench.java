package org.gongbao.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.record.DocumentRecord;

/**
 * The recognition of scanned pages in a worker. Made scans are pages of made notices, drawn at 200 dots per inch, grey, as
 * JPEG; of these it is known what they say.
 */
final class OcrBench implements Bench {

    private static final int DPI = 200;

    @Override
    public String name() {
        return "ocr";
    }

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<Path> made = plan.files().isEmpty() ? plan.pdfs() : List.of();
        List<Path> scans = made.isEmpty() ? plan.files() : scans(plan, made.subList(0, Math.min(4, made.size())));
        try (WorkerPool workers = plan.workers()) {
            FileReading reading = new FileReading(workers, plan.settings().gongbao());
            reading.read(scans.get(0));
            List<Double> seconds = new ArrayList<>();
            List<Double> found = new ArrayList<>();
            ProgressBar bar = ProgressBar.onTerminal(plan.rounds() * scans.size());
            for (int i = 0; i < plan.rounds() * scans.size(); i++) {
                Path scan = scans.get(i % scans.size());
                long start = System.nanoTime();
                DocumentRecord record = reading.read(scan);
                double taken = (System.nanoTime() - start) / 1e9;
                bar.step();
                if (record.source().recognisedByOcr()) {
                    Integer pages = record.source().pages();
                    seconds.add(taken / (pages == null ? 1 : pages));
                    found.add(made.isEmpty() ? 1.0 : share(made.get(i % scans.size()), record.text()));
                }
            }
            bar.end();
            return figures(seconds, made.isEmpty() ? List.of() : found);
        }
    }

    private List<Figure> figures(List<Double> seconds, List<Double> found) {
        List<Figure> figures = new ArrayList<>();
        if (seconds.isEmpty()) {
            throw new IllegalStateException("no page was recognised from its image, expected at least one");
        }
        figures.add(Figure.of(name(), "time a page", new Spread(seconds), "s/page"));
        if (!found.isEmpty()) {
            figures.add(Figure.of(name(), "characters found of those on the page", new Spread(found), "share"));
        }
        return figures;
    }

    /** How many of the first page's characters are in a text. */
    private static double share(Path notice, String text) throws IOException {
        Map<Integer, Integer> found = BarePdf.characters(text);
        int all = 0;
        int there = 0;
        for (Map.Entry<Integer, Integer> character :
                BarePdf.characters(firstPage(notice)).entrySet()) {
            all += character.getValue();
            there += Math.min(character.getValue(), found.getOrDefault(character.getKey(), 0));
        }
        return all == 0 ? 1 : (double) there / all;
    }

    private static String firstPage(Path notice) throws IOException {
        try (PDDocument document = Loader.loadPDF(notice.toFile())) {
            org.apache.pdfbox.text.PDFTextStripper stripper = new org.apache.pdfbox.text.PDFTextStripper();
            stripper.setEndPage(1);
            return ExtractionBench.PAGE_NUMBER
                    .matcher(stripper.getText(document))
                    .replaceAll("");
        }
    }

    /** The first page of each notice as a scan. */
    private static List<Path> scans(BenchPlan plan, List<Path> notices) throws IOException {
        Path folder = Files.createDirectories(plan.folder().resolve("scans"));
        List<Path> scans = new ArrayList<>();
        for (Path notice : notices) {
            Path scan = folder.resolve(notice.getFileName());
            try (PDDocument source = Loader.loadPDF(notice.toFile());
                    PDDocument target = new PDDocument()) {
                BufferedImage image = new PDFRenderer(source).renderImageWithDPI(0, DPI, ImageType.GRAY);
                PDPage page = new PDPage(PDRectangle.A4);
                target.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(target, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(target, image, 0.8f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
                target.save(scan.toFile());
            }
            scans.add(scan);
        }
        return scans;
    }
}
