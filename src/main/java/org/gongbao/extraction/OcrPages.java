package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Finding;

/**
 * Recognises the pages of a file one by one, each only once: what an earlier try kept is taken over, and a page that was
 * given up is left out with a finding.
 */
final class OcrPages {

    /** Nothing of a page could be read. Publication is held back by this code. */
    static final String UNREADABLE = "ocr.page-unreadable";

    private final PageRecogniser recogniser;
    private final WorkerTask.Pages pages;

    OcrPages(PageRecogniser recogniser, WorkerTask.Pages pages) {
        this.recogniser = recogniser;
        this.pages = pages;
    }

    /** With the recogniser that the class path offers. */
    static OcrPages with(WorkerTask.Pages pages) {
        PageRecogniser found = ServiceLoader.load(PageRecogniser.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page recogniser is on the class path"));
        return new OcrPages(found, pages);
    }

    /**
     * The page as an earlier try kept it, or recognised now.
     *
     * @param image asked only where it is needed
     */
    PageRecogniser.Recognised page(int page, double width, double height, Supplier<BufferedImage> image) {
        if (pages.givenUp(page)) {
            return new PageRecogniser.Recognised(
                    List.of(),
                    List.of(unreadable(page, "the page was given up: reading it cost two workers the life")));
        }
        byte[] kept = pages.kept(page).orElse(null);
        if (kept != null) {
            return ExtractionJson.recognised(kept);
        }
        PageRecogniser.Recognised recognised = recogniser.recognise(image.get(), page, width, height);
        pages.keep(page, CanonicalJson.bytes(recognised));
        return recognised;
    }

    static Finding unreadable(int page, String message) {
        return Finding.error(UNREADABLE, message).onPage(page);
    }
}
