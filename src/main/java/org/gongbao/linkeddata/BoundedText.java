package org.gongbao.linkeddata;

/**
 * A text that stops who reads it when the time is over. A pattern such as {@code (a+)+\1b} reads a text of sixty characters for
 * years, and nothing else could end that.
 */
final class BoundedText implements CharSequence {

    private static final int READS_BETWEEN_LOOKS = 0xfff;

    private final String text;
    private final QueryBounds bounds;
    private int reads;

    BoundedText(String text, QueryBounds bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    @Override
    public char charAt(int index) {
        if ((++reads & READS_BETWEEN_LOOKS) == 0) {
            bounds.checkTime();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.substring(start, end), bounds);
    }

    @Override
    public String toString() {
        return text;
    }
}
