package org.gongbao.extraction;

import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/**
 * A line of text.
 *
 * @param page page number from 1, null for unpaged formats
 * @param box in PDF points from the top left of the page, null for unpaged formats
 * @param confidence of recognition, 1 for text that was not recognised from an image
 */
public record Line(
        String text, @Nullable Integer page, @Nullable Box box, double confidence) {

    public static Line of(String text) {
        return new Line(text, null, null, 1);
    }
}
