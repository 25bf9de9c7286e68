package org.gongbao.record;

/**
 * What a person reads where a machine read otherwise (文字更正): a line, or a cell of a table. It is put in before a document is
 * recognised.
 *
 * @param place with what was read there
 * @param text the words that stand there
 */
public record TextCorrection(Place place, String text) {

    public TextCorrection {
        if (place.read() == null) {
            throw new IllegalArgumentException("the place " + place + " does not say what was read there");
        }
    }

    /** What was read there. */
    public Place.Read read() {
        Place.Read read = place.read();
        if (read == null) {
            throw new IllegalStateException("nothing was read at " + place);
        }
        return read;
    }
}
