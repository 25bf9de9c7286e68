package org.gongbao.publication;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index number (索引号) that was allotted here.
 *
 * @param series the scheme with everything but the serial number filled in, such as <code>YZ01/2024-{serial:5}</code>
 * @param serial from 1, without a gap in its series
 */
record IndexNumber(String series, long serial) {

    /** Group 1: the least number of digits. */
    static final Pattern SERIAL = Pattern.compile("\\{serial(?::([1-9]))?}");

    /** As it is printed: {@code YZ01/2024-00012}. */
    String text() {
        Matcher place = SERIAL.matcher(series);
        if (!place.find()) {
            throw new IllegalStateException("the series " + series + " has no place for a serial number");
        }
        int digits = place.group(1) == null ? 1 : Integer.parseInt(place.group(1));
        String padded = String.format(Locale.ROOT, "%0" + digits + "d", serial);
        return series.substring(0, place.start()) + padded + series.substring(place.end());
    }
}
