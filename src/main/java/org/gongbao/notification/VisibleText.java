package org.gongbao.notification;

/** Makes characters visible that could make words look like others: direction marks, zero widths, controls. */
final class VisibleText {

    private VisibleText() {}

    /** The text with such characters as {@code ⟦U+202E⟧}; line breaks stay. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c != '\n' && isUnseen(c)) {
                shown.append(String.format("⟦U+%04X⟧", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** The text on one line without such characters, as a header of a message may hold it. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.getType(c) == Character.CONTROL) {
                line.append(' ');
            } else if (!isUnseen(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
