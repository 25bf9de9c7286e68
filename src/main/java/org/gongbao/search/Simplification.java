package org.gongbao.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Folds text to the form that keys are compared in: compatibility characters resolved (全角转半角), Traditional to Simplified
 * (繁转简), lower case. It uses the very mapping that the index uses.
 */
final class Simplification {

    private static final String FILE = "mapping-t2s.txt";

    private final Map<Character, Character> simplified = new HashMap<>();

    Simplification(Configset configset) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(configset.open(FILE), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith("\"")).forEach(this::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Lines are {@code "雲" => "云"}; those with escapes are for the index alone. */
    private void learn(String line) {
        String[] sides = line.split(" => ", 2);
        if (sides.length == 2 && sides[0].length() == 3 && sides[1].length() == 3) {
            simplified.put(sides[0].charAt(1), sides[1].charAt(1));
        }
    }

    String fold(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(compatible.length());
        for (int i = 0; i < compatible.length(); i++) {
            char character = compatible.charAt(i);
            folded.append(simplified.getOrDefault(character, character).charValue());
        }
        return folded.toString();
    }
}
