package org.gongbao.recognition;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/** The values of a record that another source may speak of too, and when two of them are the same (字段比对). */
final class ComparedValues {

    /** What may at most be promised of a value that another source overruled. */
    static final double OVERRULED = 0.5;

    private ComparedValues() {}

    /** The values of a field, none where it is empty. */
    static List<String> of(String field, DocumentRecord record) {
        return switch (field) {
            case "title" -> present(record.title());
            case "documentNumber" -> present(record.documentNumber());
            case "indexNumber" -> present(record.indexNumber());
            case "issuedOn" -> present(record.issuedOn());
            case "publishedOn" -> present(record.publishedOn());
            case "issuers" -> record.issuers();
            default -> throw new IllegalArgumentException("no other source is compared for the field " + field);
        };
    }

    private static List<String> present(@Nullable Object value) {
        return Stream.ofNullable(value).map(Objects::toString).toList();
    }

    /** The same for two spellings of one value. */
    static String key(String field, String value) {
        return field.equals("documentNumber")
                ? NumberStep.parse(value).map(NumberStep::sameSeries).orElse(value)
                : Blanks.remove(Normalizer.normalize(value, Normalizer.Form.NFKC));
    }

    /** Whether a step has said already that two sources disagree. */
    static boolean isTold(DocumentRecord record, String code) {
        return record.findings().stream().anyMatch(finding -> finding.code().equals(code));
    }
}
