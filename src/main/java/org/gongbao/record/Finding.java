package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/**
 * A finding (发现): something odd, lost, repaired or doubtful in a document.
 *
 * @param code a stable, dotted name such as {@code number.bracket-lost}
 * @param message what came and what was expected, for people
 * @param page page number from 1, where it is known
 * @param quote the text concerned, where there is one
 */
public record Finding(
        Severity severity,
        String code,
        String message,
        @Nullable Integer page,
        @Nullable String quote) {

    public static Finding info(String code, String message) {
        return new Finding(Severity.INFO, code, message, null, null);
    }

    public static Finding warning(String code, String message) {
        return new Finding(Severity.WARNING, code, message, null, null);
    }

    public static Finding error(String code, String message) {
        return new Finding(Severity.ERROR, code, message, null, null);
    }

    public Finding onPage(@Nullable Integer number) {
        return new Finding(severity, code, message, number, quote);
    }

    public Finding quoting(@Nullable String text) {
        return new Finding(severity, code, message, page, text);
    }
}
