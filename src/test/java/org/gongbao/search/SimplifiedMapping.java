package org.gongbao.search;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code solr-config/conf/mapping-t2s.txt}, the mapping of Traditional to Simplified characters (繁转简) for index and
 * queries, from ICU's transliterator. Run it again when ICU changes; a test compares its output with the file.
 *
 * <p>Lucene has no character filter for ICU transforms, and a token filter would come after the words are cut.
 */
final class SimplifiedMapping {

    static final Path FILE = Path.of("solr-config/conf/mapping-t2s.txt");

    /** Where Han characters with a simplified form are: Extension A and the unified ideographs. */
    private static final int FIRST = 0x3400;

    private static final int LAST = 0x9FFF;

    private SimplifiedMapping() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder text =
                new StringBuilder("# Traditional to Simplified, generated from ICU. Do not edit by hand.\n");
        // Circles that stand for the numeral zero in years such as 二○二三年.
        text.append("\"\\u25CB\" => \"\\u3007\"\n").append("\"\\u25EF\" => \"\\u3007\"\n");
        for (int character = FIRST; character <= LAST; character++) {
            String from = Character.toString(character);
            String to = simplify.transliterate(from);
            if (!to.equals(from) && to.codePointCount(0, to.length()) == 1) {
                text.append('"').append(from).append("\" => \"").append(to).append("\"\n");
            }
        }
        return text.toString();
    }
}
