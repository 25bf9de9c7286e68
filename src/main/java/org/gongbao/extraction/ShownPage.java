package org.gongbao.extraction;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A page as a reader shows it: cut to its crop box and turned by its rotation (ISO 32000-1, 7.7.3.3).
 *
 * @param width in points, after turning
 * @param height in points, after turning
 * @param fromUserSpace from the page's own coordinates to points from the top left corner
 */
record ShownPage(double width, double height, AffineTransform fromUserSpace) {

    static ShownPage of(PDPage page) {
        PDRectangle box = page.getCropBox();
        double w = box.getWidth();
        double h = box.getHeight();
        double x = box.getLowerLeftX();
        double y = box.getLowerLeftY();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new ShownPage(h, w, new AffineTransform(0, 1, 1, 0, -y, -x));
            case 180 -> new ShownPage(w, h, new AffineTransform(-1, 0, 0, 1, x + w, -y));
            case 270 -> new ShownPage(h, w, new AffineTransform(0, -1, -1, 0, y + h, x + w));
            default -> new ShownPage(w, h, new AffineTransform(1, 0, 0, -1, -x, y + h));
        };
    }
}
