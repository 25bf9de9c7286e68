package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Recognises the head of a page that is an image, where marks stand, at a part of the cost of the whole page. Nothing of
 * it is kept.
 */
final class OcrHead {

    /** The part of a page's height that is looked at; GB/T 9704-2012 puts marks within its upper quarter. */
    private static final double SHARE = 1 / 3.0;

    private final PageRecogniser recogniser;
    private final WorkerTask.Pages pages;

    OcrHead(PageRecogniser recogniser, WorkerTask.Pages pages) {
        this.recogniser = recogniser;
        this.pages = pages;
    }

    /** With the recogniser that the class path offers. */
    static OcrHead with(WorkerTask.Pages pages) {
        return new OcrHead(
                ServiceLoader.load(PageRecogniser.class)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no page recogniser is on the class path")),
                pages);
    }

    /**
     * What stands at the head of a page; of the whole page where it lies turned or its upper part is blank. Empty where the
     * page was given up.
     */
    Optional<PageRecogniser.Recognised> lines(int page, double width, double height, BufferedImage image) {
        if (pages.givenUp(page)) {
            return Optional.empty();
        }
        pages.kept(page);
        int rows = Math.max(1, (int) (image.getHeight() * SHARE));
        PageRecogniser.Recognised read = recogniser.recognise(
                image.getSubimage(0, 0, image.getWidth(), rows), page, width, height * rows / image.getHeight());
        if (read.turned() != 0 || read.lines().isEmpty() && read.tables().isEmpty()) {
            read = recogniser.recognise(image, page, width, height);
        }
        pages.expect(page, true);
        return Optional.of(read);
    }
}
