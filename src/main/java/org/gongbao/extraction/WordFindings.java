package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;

/** Counts what a word processor's file holds beside its text, one finding a kind. Never quotes what was removed or hidden. */
final class WordFindings {

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** What can be there. */
    enum Kind {
        DELETED_TEXT(Severity.WARNING, "passages of tracked deletion were left out"),
        INSERTED_TEXT(Severity.WARNING, "passages of tracked insertion were kept as text; expected a final version"),
        HIDDEN_TEXT(Severity.WARNING, "passages of hidden text were left out"),
        COMMENTS(Severity.WARNING, "comments were left out"),
        EMBEDDED_OBJECTS(Severity.WARNING, "embedded objects or files were not read; their content is not in the text"),
        EXTERNAL_REFERENCE(Severity.INFO, "references to content outside the file were not followed"),
        MACROS(Severity.WARNING, "macro projects were not run nor read"),
        UNKNOWN_SYMBOLS(Severity.INFO, "characters of symbol fonts are shown as U+FFFD"),
        PICTURES(Severity.INFO, "pictures were not read"),
        NESTED_TABLES(Severity.INFO, "tables within cells of tables were flattened into lines");

        private final Severity severity;
        private final String words;

        Kind(Severity severity, String words) {
            this.severity = severity;
            this.words = words;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    void count(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    boolean has(Kind kind) {
        return counts.containsKey(kind);
    }

    /** @param format first part of the codes, such as {@code docx} */
    List<Finding> list(String format) {
        List<Finding> findings = new ArrayList<>();
        counts.forEach((kind, count) -> findings.add(
                new Finding(kind.severity, format + "." + kind.code(), count + " " + kind.words, null, null)));
        return findings;
    }
}
