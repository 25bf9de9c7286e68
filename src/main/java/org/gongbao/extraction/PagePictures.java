package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a PDF or an image file as pictures (页面图像), with the characters drawn on them: what a reader sees, to make
 * pages anew from. Notes, stamps and other annotations are not drawn, but for the fields of forms. For use in a worker.
 */
public final class PagePictures implements Closeable {

    private final @Nullable PdfPages pdf;
    private final @Nullable ImageFile images;

    private PagePictures(@Nullable PdfPages pdf, @Nullable ImageFile images) {
        this.pdf = pdf;
        this.images = images;
    }

    /** Whether files of a type have pages that can be drawn here. */
    public static boolean draws(String mediaType) {
        return mediaType.equals(PdfExtractor.MEDIA_TYPE) || new ImageExtractor().reads(mediaType);
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableFileException where its pages cannot be read
     */
    public static PagePictures open(Path file, String mediaType) throws IOException {
        return mediaType.equals(PdfExtractor.MEDIA_TYPE)
                ? new PagePictures(PdfPages.open(file, ExtractionLimits.DEFAULT), null)
                : new PagePictures(null, ImageFile.open(file, mediaType, ExtractionLimits.DEFAULT));
    }

    public int count() {
        return pdf != null ? pdf.count() : images().count();
    }

    private ImageFile images() {
        if (images == null) {
            throw new IllegalStateException("neither a PDF nor images");
        }
        return images;
    }

    /** A page's size as it is shown. */
    public Page page(int number) {
        if (pdf == null) {
            return images().page(number);
        }
        ShownPage shown = ShownPage.of(pdf.page(number));
        return new Page(number, shown.width(), shown.height(), false);
    }

    /**
     * A page as it is shown; of an image file, its own points.
     *
     * @param dpi dots per inch at which a page of a PDF is drawn
     * @throws IOException where it cannot be drawn
     */
    public BufferedImage image(int number, double dpi) throws IOException {
        try {
            return pdf != null ? pdf.renderWithoutNotes(number, dpi) : images().image(number);
        } catch (ImageExtractor.UnreadableImageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The characters that a PDF draws on a page, also those of an invisible layer, in the order of drawing. */
    public List<PlacedCharacter> characters(int number) {
        if (pdf == null) {
            return List.of();
        }
        PageContent content =
                new PdfPageReader(new PdfFonts(), PdfLayers.of(pdf.document())).read(pdf.page(number), number);
        CoveredText.sieve(content, dpi -> pdf.renderWithoutNotes(number, dpi));
        return Stream.concat(content.glyphs.stream(), content.invisible.stream())
                .map(glyph -> new PlacedCharacter(glyph.text, glyph.box()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        if (pdf != null) {
            pdf.close();
        } else {
            images().close();
        }
    }
}
