package org.gongbao.extraction;

import org.gongbao.record.Box;

/**
 * A character as drawn on a page. Lengths are points from the top left corner of the page as it is shown.
 *
 * <p>A class with plain fields because a page has thousands and they do not outlive it.
 */
final class Glyph {

    final String text;
    final float left;
    final float top;
    final float right;
    final float bottom;
    final float size;
    final Direction direction;
    final boolean red;
    boolean bold;

    Glyph(String text, Box box, float size, Direction direction, boolean bold, boolean red) {
        this.text = text;
        this.left = (float) box.x();
        this.top = (float) box.y();
        this.right = (float) box.right();
        this.bottom = (float) box.bottom();
        this.size = size;
        this.direction = direction;
        this.bold = bold;
        this.red = red;
    }

    /** The same character in another frame. */
    Glyph at(Box box) {
        return new Glyph(text, box, size, direction, bold, red);
    }

    Box box() {
        return new Box(left, top, right - left, bottom - top);
    }

    boolean isBlank() {
        return text.isBlank() || text.equals("\u00a0") || text.equals("\u3000");
    }

    float centreX() {
        return (left + right) / 2;
    }

    float centreY() {
        return (top + bottom) / 2;
    }

    /** Where the next character of the line stands. */
    enum Direction {
        RIGHT,
        DOWN,
        LEFT,
        UP,
        ASKEW;

        /** The direction of a step on the page, with y counted downwards; within ten degrees of an axis. */
        static Direction of(double x, double y) {
            double tolerance = 0.18;
            if (Math.abs(y) <= Math.abs(x) * tolerance) {
                return x >= 0 ? RIGHT : LEFT;
            }
            if (Math.abs(x) <= Math.abs(y) * tolerance) {
                return y > 0 ? DOWN : UP;
            }
            return ASKEW;
        }
    }
}
