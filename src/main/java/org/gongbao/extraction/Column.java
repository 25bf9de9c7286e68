package org.gongbao.extraction;

/**
 * A column of text (栏). Lengths in points in the reading frame of its page.
 *
 * @param left where its full lines begin
 * @param right where its full lines end
 * @param pageWidth width of the page where the column is the only one, else 0
 */
record Column(double left, double right, double pageWidth) {

    double width() {
        return right - left;
    }

    double middle() {
        return (left + right) / 2;
    }
}
