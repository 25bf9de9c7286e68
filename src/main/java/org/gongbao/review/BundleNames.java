package org.gongbao.review;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Names of files in a bundle: plain ones only. */
final class BundleNames {

    private static final int LONGEST = 255;

    private BundleNames() {}

    /** Whether it is the name of a file and nothing that a file system or a person could take for a path. */
    static boolean isPlain(String name) {
        return !name.isBlank()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && name.equals(name.strip())
                && !name.startsWith(".")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ' || c == 0x7F || c == 0xFFFD)
                && name.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT);
    }

    /** The same for names that some file systems do not tell apart. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** For a message: cut, and without control characters. */
    static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }
}
