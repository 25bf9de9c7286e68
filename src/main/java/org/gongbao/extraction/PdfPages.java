package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.AnnotationFilter;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** An open PDF with its pages; refuses what cannot be read or has too many pages. */
final class PdfPages implements Closeable {

    /** Files up to this size are read into memory at once, which is faster. */
    private static final long IN_MEMORY = 32L << 20;

    /** Most pixels of a drawn page: A4 at 450 dpi. */
    private static final double MOST_PIXELS = 20e6;

    /** Most points of a side of a page that is drawn, 70 m. ISO 32000-1 (annex C) allows 14,400 units. */
    private static final double LARGEST_PAGE = 200_000;

    private static final double POINTS_PER_INCH = 72;

    private final PDDocument document;
    private final List<COSDictionary> pages;

    private PdfPages(PDDocument document, List<COSDictionary> pages) {
        this.document = document;
        this.pages = pages;
    }

    static PdfPages open(Path file, ExtractionLimits limits) {
        PDDocument document = load(file);
        try {
            PdfPageList list = PdfPageList.of(document, limits.pages());
            if (list.pages().size() > limits.pages()) {
                long count = Math.max(list.stated(), list.pages().size());
                throw new UnreadableFileException(
                        "file.too-many-pages",
                        "The PDF has " + count + " pages; at most " + limits.pages() + " are read.");
            }
            if (list.pages().isEmpty()) {
                throw new UnreadableFileException(
                        "file.damaged", "The PDF has no page that can be read; at least one was expected.");
            }
            return new PdfPages(document, list.pages());
        } catch (RuntimeException | StackOverflowError e) {
            IOUtils.closeQuietly(document);
            throw e instanceof UnreadableFileException refusal ? refusal : damaged(e);
        }
    }

    private static PDDocument load(Path file) {
        try {
            RandomAccessRead bytes = Files.size(file) <= IN_MEMORY
                    ? new RandomAccessReadBuffer(Files.readAllBytes(file))
                    : new RandomAccessReadBufferedFile(file.toFile());
            return Loader.loadPDF(bytes);
        } catch (InvalidPasswordException e) {
            throw new UnreadableFileException(
                    "file.encrypted",
                    "The PDF opens only with a password; a file that opens without one was expected.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw damaged(e);
        }
    }

    private static UnreadableFileException damaged(Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new UnreadableFileException(
                "file.damaged", "The PDF is damaged beyond reading (" + reason + "); a whole PDF was expected.");
    }

    PDDocument document() {
        return document;
    }

    int count() {
        return pages.size();
    }

    /** The page with a number from 1. */
    PDPage page(int number) {
        return new PDPage(pages.get(number - 1));
    }

    /**
     * Draws a page as it is shown; with fewer dots per inch than asked when it would have too many pixels.
     *
     * @throws IOException when the page cannot be drawn
     */
    BufferedImage render(int number, double dpi) throws IOException {
        return render(number, dpi, annotation -> true);
    }

    /** The same without annotations but the fields of forms. */
    BufferedImage renderWithoutNotes(int number, double dpi) throws IOException {
        return render(
                number,
                dpi,
                annotation ->
                        annotation instanceof PDAnnotationWidget && !annotation.isHidden() && !annotation.isNoView());
    }

    private BufferedImage render(int number, double dpi, AnnotationFilter shownNotes) throws IOException {
        ShownPage shown = ShownPage.of(page(number));
        if (shown.width() > LARGEST_PAGE || shown.height() > LARGEST_PAGE) {
            throw new IOException("it is " + shown.width() + " by " + shown.height()
                    + " points large, expected at most " + LARGEST_PAGE);
        }
        double pixels = shown.width() * shown.height() * dpi * dpi / (POINTS_PER_INCH * POINTS_PER_INCH);
        double bounded = pixels <= MOST_PIXELS ? dpi : dpi * Math.sqrt(MOST_PIXELS / pixels);
        try (PDDocument single = new PDDocument()) {
            single.getDocumentCatalog()
                    .setOCProperties(document.getDocumentCatalog().getOCProperties());
            single.addPage(alone(page(number)));
            PDFRenderer renderer = new PDFRenderer(single);
            renderer.setAnnotationsFilter(shownNotes);
            return renderer.renderImageWithDPI(0, (float) bounded, ImageType.RGB);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IOException("page " + number + " cannot be drawn: " + e, e);
        }
    }

    /** A copy of the page that inherits nothing, since the page tree of the file may be broken. */
    private static PDPage alone(PDPage page) {
        PDPage copy = new PDPage(new COSDictionary(page.getCOSObject()));
        copy.setResources(page.getResources());
        copy.setMediaBox(page.getMediaBox());
        copy.setCropBox(page.getCropBox());
        copy.setRotation(page.getRotation());
        return copy;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
