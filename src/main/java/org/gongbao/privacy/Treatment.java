package org.gongbao.privacy;

import java.util.Locale;

/** What a person decides about personal data that was found (处理方式). */
public enum Treatment {
    /** 删除: a placeholder that says what kind of data stood there takes its place. */
    REMOVE,
    /** 遮盖: characters that {@code ingest/privacy/treatments.tsv} lets stand stay, the others go. */
    MASK,
    /** 保留: it stays public, on a legal ground. */
    KEEP;

    /** The word used in the database, and as the action of a datum that is decided on. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where no treatment has this code */
    public static Treatment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
