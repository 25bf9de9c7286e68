package org.gongbao.record;

/** How much a {@link Finding} matters. An {@code ERROR} means that something could not be read. */
public enum Severity {
    INFO,
    WARNING,
    ERROR;

    /** The word used in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return code();
    }

    /** Reads the word used in JSON. */
    public static Severity of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
