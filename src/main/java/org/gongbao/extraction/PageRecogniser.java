package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gongbao.record.Finding;

/** Recognises the text of a page from its image (文字识别, OCR). Found by {@link java.util.ServiceLoader}. */
public interface PageRecogniser {

    /**
     * Reads a page.
     *
     * @param image the whole page, at about 200 dots per inch for good results
     * @param page number from 1, for lines and findings
     * @param width of the page in PDF points
     * @param height of the page in PDF points
     */
    Recognised recognise(BufferedImage image, int page, double width, double height);

    /**
     * What was read.
     *
     * @param lines in reading order, with boxes on the page as it reads upright; not those of tables
     * @param tables the ruled tables, on the same page
     * @param turned by how many degrees clockwise the image was turned to read upright: 0, 90, 180 or 270; after 90 and 270
     *     the page is as wide as it was high
     */
    record Recognised(List<Line> lines, List<RecognisedTable> tables, List<Finding> findings, int turned) {

        public Recognised {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
            findings = List.copyOf(findings);
        }

        public Recognised(List<Line> lines, List<Finding> findings) {
            this(lines, List.of(), findings, 0);
        }
    }
}
