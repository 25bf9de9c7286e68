package org.gongbao.record;

/**
 * A rectangle on a page, in PDF points (1/72 inch) from the top left corner of the page as it is shown.
 *
 * <p>In JSON it is the array {@code [x, y, width, height]}.
 */
public record Box(double x, double y, double width, double height) {

    /** The smallest box that holds both. */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        double right = Math.max(right(), other.right());
        double bottom = Math.max(bottom(), other.bottom());
        return new Box(left, top, right - left, bottom - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
