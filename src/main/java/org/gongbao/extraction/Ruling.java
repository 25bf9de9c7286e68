package org.gongbao.extraction;

/**
 * A drawn line that may be the border of a table cell. Lengths in points from the top left of the page.
 *
 * @param horizontal whether it runs from left to right, else from top to bottom
 * @param at the y of a horizontal and the x of a vertical line
 * @param from smaller end along the line
 * @param to greater end along the line
 */
record Ruling(boolean horizontal, double at, double from, double to) {

    double length() {
        return to - from;
    }
}
