package org.gongbao.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * The recognition of scanned pages in a worker, and where it is installed by tesseract on the same pages in turns, one
 * thread each. Made scans are pages of made notices, drawn at 200 dots per inch, grey, as JPEG; of these it is known what
 * they say. Tesseract gets the page as an image and is spared the PDF.
 */
final class OcrBench implements Bench {

    private static final int DPI = 200;
    private static final int MOST_SCANS = 4;

    @Override
    public String name() {
        return "ocr";
    }

    /** A page to recognise, the text on it, and the same page as an image. */
    private record Scan(Path file, @Nullable String text, Path image) {}

    @Override
    public List<Figure> run(BenchPlan plan) throws Exception {
        List<Scan> scans = scans(plan);
        Optional<TextReader> tesseract = scans.get(0).text == null ? Optional.empty() : ToolText.tesseract();
        if (tesseract.isEmpty()) {
            plan.note("not measured: tesseract (made scans and an installed tesseract with chi_sim are needed)");
        }
        try (WorkerPool workers = plan.workers()) {
            FileReading reading = new FileReading(workers, plan.settings().gongbao());
            Tally ours = new Tally(scan -> {
                DocumentRecord record = reading.read(scan.file);
                return record.source().recognisedByOcr() ? record.text() : null;
            });
            ours.warm(scans.get(0));
            Optional<Tally> theirs = tesseract.map(tool -> new Tally(scan -> tool.text(scan.image)));
            ProgressBar bar = ProgressBar.onTerminal(plan.rounds() * scans.size());
            for (int i = 0; i < plan.rounds() * scans.size(); i++) {
                Scan scan = scans.get(i % scans.size());
                if (theirs.isPresent()) {
                    theirs.get().read(scan);
                    ours.read(scan);
                    ours.read(scan);
                    theirs.get().read(scan);
                } else {
                    ours.read(scan);
                }
                bar.step();
            }
            bar.end();
            return figures(ours, theirs);
        }
    }

    /** Reads a page; null where nothing was recognised. */
    private interface Way {
        @Nullable
        String text(Scan scan) throws Exception;
    }

    /** What one way took and missed. */
    private static final class Tally {
        private final Way way;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> errors = new ArrayList<>();

        Tally(Way way) {
            this.way = way;
        }

        void warm(Scan scan) throws Exception {
            way.text(scan);
        }

        void read(Scan scan) throws Exception {
            String[] text = new String[1];
            Comparison.Cost cost = Comparison.costOf(() -> text[0] = way.text(scan));
            if (text[0] != null) {
                seconds.add(cost.wallSeconds());
                cpu.add(cost.cpuSeconds());
                if (scan.text != null) {
                    errors.add(EditDistance.share(scan.text, text[0]));
                }
            }
        }

        double meanError() {
            return errors.stream().mapToDouble(error -> error).average().orElse(0);
        }
    }

    private List<Figure> figures(Tally ours, Optional<Tally> theirs) {
        if (ours.seconds.isEmpty()) {
            throw new IllegalStateException("no page was recognised from its image, expected at least one");
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), "time a page", new Spread(ours.seconds), "s/page"));
        figures.add(Figure.of(name(), "processor time a page", new Spread(ours.cpu), "s/page"));
        if (!ours.errors.isEmpty()) {
            figures.add(Figure.of(name(), "wrong characters of those on the page, mean", ours.meanError(), "share"));
        }
        theirs.ifPresent(other -> {
            figures.add(Figure.of(name(), "tesseract: time a page", new Spread(other.seconds), "s/page"));
            figures.add(Figure.of(name(), "tesseract: processor time a page", new Spread(other.cpu), "s/page"));
            figures.add(Figure.of(name(), "tesseract: wrong characters, mean", other.meanError(), "share"));
            double time = new Spread(ours.seconds).median() / new Spread(other.seconds).median();
            figures.add(Figure.of(name(), "time over tesseract", time, "ratio").aimedAt("at most 1.5"));
            double processor = new Spread(ours.cpu).median() / new Spread(other.cpu).median();
            figures.add(Figure.of(name(), "processor time over tesseract", processor, "ratio"));
            if (other.meanError() > 0) {
                figures.add(Figure.of(name(), "errors over tesseract's", ours.meanError() / other.meanError(), "ratio")
                        .aimedAt("at most 0.5"));
            }
        });
        return figures;
    }

    private static List<Scan> scans(BenchPlan plan) throws IOException {
        List<Scan> scans = new ArrayList<>();
        if (!plan.files().isEmpty()) {
            plan.files().forEach(file -> scans.add(new Scan(file, null, file)));
            return scans;
        }
        List<Path> pdfs = plan.pdfs();
        Path folder = Files.createDirectories(plan.folder().resolve("scans"));
        for (Path notice : pdfs.subList(0, Math.min(MOST_SCANS, pdfs.size()))) {
            scans.add(scan(notice, folder));
        }
        return scans;
    }

    private static String firstPage(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        stripper.setEndPage(1);
        return ExtractionBench.PAGE_NUMBER.matcher(stripper.getText(document)).replaceAll("");
    }

    /** The first page of a notice as a scan, in a PDF and alone. */
    private static Scan scan(Path notice, Path folder) throws IOException {
        Path scan = folder.resolve(notice.getFileName());
        Path picture = folder.resolve(notice.getFileName() + ".png");
        try (PDDocument source = Loader.loadPDF(notice.toFile());
                PDDocument target = new PDDocument()) {
            BufferedImage image = new PDFRenderer(source).renderImageWithDPI(0, DPI, ImageType.GRAY);
            PDImageXObject jpeg = JPEGFactory.createFromImage(target, image, 0.8f);
            PDPage page = new PDPage(PDRectangle.A4);
            target.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(target, page)) {
                content.drawImage(jpeg, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            target.save(scan.toFile());
            ImageIO.write(jpeg.getImage(), "png", picture.toFile());
            return new Scan(scan, firstPage(source), picture);
        }
    }
}
