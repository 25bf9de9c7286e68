package org.gongbao.extraction;

import org.gongbao.record.Box;

/**
 * The page turned so that its lines run to the right and follow each other downwards. A landscape table set on an
 * upright page, and vertical writing (竖排), are read in a turned frame.
 *
 * @param direction of the lines on the page as it is shown
 * @param pageWidth in points, as shown
 * @param pageHeight in points, as shown
 */
record ReadingFrame(Glyph.Direction direction, double pageWidth, double pageHeight) {

    double width() {
        return turned() ? pageHeight : pageWidth;
    }

    double height() {
        return turned() ? pageWidth : pageHeight;
    }

    private boolean turned() {
        return direction == Glyph.Direction.DOWN || direction == Glyph.Direction.UP;
    }

    /** A box of the page, in this frame. */
    Box in(Box box) {
        return switch (direction) {
            case DOWN -> new Box(box.y(), pageWidth - box.right(), box.height(), box.width());
            case LEFT -> new Box(pageWidth - box.right(), pageHeight - box.bottom(), box.width(), box.height());
            case UP -> new Box(pageHeight - box.bottom(), box.x(), box.height(), box.width());
            default -> box;
        };
    }

    /** A box of this frame, on the page. */
    Box out(Box box) {
        return switch (direction) {
            case DOWN -> new Box(pageWidth - box.bottom(), box.x(), box.height(), box.width());
            case LEFT -> new Box(pageWidth - box.right(), pageHeight - box.bottom(), box.width(), box.height());
            case UP -> new Box(box.y(), pageHeight - box.right(), box.height(), box.width());
            default -> box;
        };
    }

    Glyph in(Glyph glyph) {
        return direction == Glyph.Direction.RIGHT ? glyph : glyph.at(in(glyph.box()));
    }

    Ruling in(Ruling ruling) {
        if (direction == Glyph.Direction.RIGHT) {
            return ruling;
        }
        Box box = ruling.horizontal()
                ? new Box(ruling.from(), ruling.at(), ruling.length(), 0)
                : new Box(ruling.at(), ruling.from(), 0, ruling.length());
        Box here = in(box);
        boolean horizontal = turned() != ruling.horizontal();
        return horizontal
                ? new Ruling(true, here.y(), here.x(), here.right())
                : new Ruling(false, here.x(), here.y(), here.bottom());
    }
}
