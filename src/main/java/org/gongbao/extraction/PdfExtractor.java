package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF (ISO 32000): what its pages show as text, page by page. A page whose text is missing or garbage is recognised
 * from its image where a {@link PageRecogniser} is present, else it carries a finding.
 */
public final class PdfExtractor implements Extractor {

    static final String MEDIA_TYPE = "application/pdf";

    /** Resolution at which pages are recognised, in dots per inch. */
    private static final double RECOGNITION_DPI = 200;

    /** Pages that count as the head of a file: a cover, and the page behind it. */
    private static final int HEAD_PAGES = 2;

    private final @Nullable PageRecogniser recogniser;

    /** With the recogniser that is installed, if any. */
    public PdfExtractor() {
        this(ServiceLoader.load(PageRecogniser.class).findFirst().orElse(null));
    }

    PdfExtractor(@Nullable PageRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MEDIA_TYPE);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        return extract(file, mediaType, limits, WorkerTask.Pages.NONE);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages kept) {
        try (PdfPages pages = PdfPages.open(file, limits)) {
            kept.expect(pages.count(), false);
            Run run = new Run(pages, kept, false);
            PdfEnd.finding(file).ifPresent(run.findings::add);
            return run.text();
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "file.damaged", "The PDF cannot be read (" + e.getMessage() + "); a whole PDF was expected.");
        }
    }

    @Override
    public ExtractedText head(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages kept) {
        try (PdfPages pages = PdfPages.open(file, limits)) {
            kept.expect(Math.min(pages.count(), HEAD_PAGES), false);
            return new Run(pages, kept, true).head();
        } catch (IOException e) {
            throw new UnreadableFileException("file.damaged", "The PDF cannot be read; a whole PDF was expected.");
        }
    }

    /** One reading of one file. */
    private final class Run {
        private final PdfPages pages;
        private final PdfFonts fonts = new PdfFonts();
        private final PdfActiveContent active = new PdfActiveContent();
        private final List<Finding> findings = new ArrayList<>();
        private final List<PageText> texts = new ArrayList<>();
        private final WorkerTask.Pages kept;
        private final boolean headOnly;
        private boolean recognises;

        Run(PdfPages pages, WorkerTask.Pages kept, boolean headOnly) {
            this.pages = pages;
            this.kept = kept;
            this.headOnly = headOnly;
        }

        ExtractedText head() {
            PdfPageReader reader = new PdfPageReader(fonts, PdfLayers.of(pages.document()));
            for (int number = 1; number <= Math.min(pages.count(), HEAD_PAGES); number++) {
                texts.add(page(reader, number));
            }
            List<Page> shown = texts.stream().map(PageText::page).toList();
            return new ExtractedText(MEDIA_TYPE, null, shown, Paragraphs.of(texts), Map.of(), List.of(), findings);
        }

        ExtractedText text() {
            PdfPageReader reader = new PdfPageReader(fonts, PdfLayers.of(pages.document()));
            try {
                active.readDocument(pages.document());
            } catch (RuntimeException | StackOverflowError e) {
                findings.add(Finding.warning("pdf.catalog-damaged", "The catalog of the PDF is damaged: " + e));
            }
            for (int number = 1; number <= pages.count(); number++) {
                texts.add(page(reader, number));
            }
            RunningHeads heads = new RunningHeads(texts);
            List<PageText> bare = heads.removed();
            findings.addAll(heads.findings());
            findings.addAll(0, active.findings());
            for (String font : fonts.missing()) {
                findings.add(Finding.info(
                                "pdf.font-substituted",
                                "A font is not in the PDF; pages are drawn with another in its place.")
                        .quoting(font));
            }
            for (String font : fonts.flooded()) {
                findings.add(Finding.warning(
                                "pdf.font-flooded",
                                "A font speaks of more codes than a font can have; what it says of them was passed over.")
                        .quoting(font));
            }
            if (findings.isEmpty()
                    && bare.stream().allMatch(page -> page.items().isEmpty())) {
                findings.add(Finding.warning("pdf.empty", "The pages show nothing; text was expected."));
            }
            List<Page> shown = texts.stream().map(PageText::page).toList();
            return new ExtractedText(MEDIA_TYPE, null, shown, Paragraphs.of(bare), Map.of(), List.of(), findings);
        }

        private PageText page(PdfPageReader reader, int number) {
            PDPage page = pages.page(number);
            PageContent content = reader.read(page, number);
            CoveredText.sieve(content, dpi -> pages.renderWithoutNotes(number, dpi));
            active.readPage(page.getCOSObject(), number);
            PageSource source = PageSource.of(content);
            // What is too costly to read would be so to draw.
            PageText text = source.isTextless() && !content.tooCostly ? recognised(source, content) : null;
            if (text == null) {
                text = PageLayout.of(content, source.glyphs());
            }
            source.finding().ifPresent(content::add);
            findings.addAll(content.findings);
            return text;
        }

        private @Nullable PageText recognised(PageSource source, PageContent content) {
            if (recogniser == null || headOnly && content.number > 1) {
                return null;
            }
            if (!recognises) {
                kept.expect(pages.count(), true);
                recognises = true;
            }
            int number = content.number;
            try {
                PageRecogniser.Recognised read = recognised(recogniser, content);
                source.recognised();
                read.findings().forEach(content::add);
                boolean upright = read.turned() % 180 == 0;
                return PageLayout.ofRecognised(
                        read.lines(),
                        read.tables(),
                        number,
                        upright ? content.width : content.height,
                        upright ? content.height : content.width);
            } catch (UncheckedIOException e) {
                kept.expect(pages.count(), true);
                content.add(new Finding(
                        Severity.ERROR,
                        "pdf.page-undrawable",
                        "The page cannot be drawn for recognition: " + e.getMessage(),
                        null,
                        null));
            }
            return null;
        }

        private PageRecogniser.Recognised recognised(PageRecogniser by, PageContent content) {
            int number = content.number;
            return headOnly
                    ? new OcrHead(by, kept)
                            .lines(number, content.width, content.height, image(number))
                            .orElseGet(() -> new PageRecogniser.Recognised(List.of(), List.of()))
                    : new OcrPages(by, kept).page(number, content.width, content.height, () -> image(number));
        }

        private BufferedImage image(int number) {
            try {
                return pages.render(number, RECOGNITION_DPI);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }
}
