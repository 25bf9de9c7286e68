package org.gongbao.recognition;

/**
 * Simplified for traditional characters (繁简对照), so that one list of words serves both scripts. Only for comparing: values
 * keep the script of their document. One character gives one character, so places in the text stay the same.
 */
final class Simplification {

    private final char[] simplified;

    private Simplification(char[] simplified) {
        this.simplified = simplified;
    }

    /** The pairs of characters that {@code languages.tsv} names. */
    static Simplification of(ProfileTable languages) {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        String traditional = String.join("", languages.words("zh-Hant"));
        String simplified = String.join("", languages.words("zh-Hans"));
        if (traditional.length() != simplified.length()) {
            throw new IllegalStateException("languages.tsv has " + traditional.length() + " traditional and "
                    + simplified.length() + " simplified characters, expected one for one");
        }
        for (int i = 0; i < traditional.length(); i++) {
            table[traditional.charAt(i)] = simplified.charAt(i);
        }
        return new Simplification(table);
    }

    /** The text in simplified characters, of the same length. */
    String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (simplified[text.charAt(i)] != text.charAt(i)) {
                return folded(text);
            }
        }
        return text;
    }

    private String folded(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = simplified[characters[i]];
        }
        return new String(characters);
    }
}
