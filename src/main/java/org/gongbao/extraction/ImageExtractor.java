package org.gongbao.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.record.Finding;

/** Reads image files: each image is a page, recognised from its points. */
public final class ImageExtractor implements Extractor {

    private static final Set<String> TYPES =
            Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/x-ms-bmp", "image/gif");

    /** For the service loader. */
    public ImageExtractor() {}

    @Override
    public boolean reads(String mediaType) {
        return TYPES.contains(mediaType);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        return extract(file, mediaType, limits, WorkerTask.Pages.NONE);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages kept) {
        try (ImageFile images = ImageFile.open(file, mediaType, limits)) {
            kept.expect(images.count(), true);
            OcrPages recognition = OcrPages.with(kept);
            List<Page> pages = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            OcrParagraphs paragraphs = new OcrParagraphs();
            for (int number = 1; number <= images.count(); number++) {
                read(images, number, recognition, pages, paragraphs, findings);
            }
            return new ExtractedText(mediaType, null, pages, paragraphs.finish(), Map.of(), List.of(), findings);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "image.damaged",
                    "an image of type " + mediaType + " came that cannot be read (" + e.getMessage()
                            + "); expected a whole one");
        }
    }

    @Override
    public ExtractedText head(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages kept) {
        try (ImageFile images = ImageFile.open(file, mediaType, limits)) {
            kept.expect(1, true);
            OcrParagraphs paragraphs = new OcrParagraphs();
            Page page = images.page(1);
            OcrHead.with(kept)
                    .lines(1, page.width(), page.height(), images.image(1))
                    .ifPresent(read -> paragraphs.add(page, read.lines(), read.tables()));
            return new ExtractedText(
                    mediaType, null, List.of(page), paragraphs.finish(), Map.of(), List.of(), List.of());
        } catch (IOException | UnreadableImageException e) {
            throw new UnreadableFileException(
                    "image.damaged", "an image of type " + mediaType + " came that cannot be read");
        }
    }

    private static void read(
            ImageFile images,
            int number,
            OcrPages recognition,
            List<Page> pages,
            OcrParagraphs paragraphs,
            List<Finding> findings) {
        Page page;
        try {
            page = images.page(number);
            Page size = page;
            PageRecogniser.Recognised recognised =
                    recognition.page(number, size.width(), size.height(), () -> images.image(number));
            page = recognised.turned() % 180 == 0 ? size : new Page(number, size.height(), size.width(), true);
            paragraphs.add(page, recognised.lines(), recognised.tables());
            findings.addAll(recognised.findings());
        } catch (UnreadableImageException e) {
            page = new Page(number, ImageFile.A4_WIDTH, ImageFile.A4_HEIGHT, true);
            findings.add(OcrPages.unreadable(number, e.getMessage()));
        }
        pages.add(page);
    }

    /** One image of a file that cannot be read; the others may be. */
    static final class UnreadableImageException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnreadableImageException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
