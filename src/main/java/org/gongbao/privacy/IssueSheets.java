package org.gongbao.privacy;

import java.util.List;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an issue of a gazette is printed from (公报一期的版样).
 *
 * @param uid of the issue
 * @param contents its imprint and entries; their pages are not known yet
 * @param texts the public record of each entry, in their order; null for one that was withdrawn
 * @param base where the public reaches this service
 */
public record IssueSheets(Uid uid, IssueContents contents, List<@Nullable DocumentRecord> texts, String base) {

    public IssueSheets {
        // List.copyOf takes no null.
        texts = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(texts));
        if (texts.size() != contents.entries().size()) {
            throw new IllegalArgumentException("there are " + texts.size() + " texts, expected "
                    + contents.entries().size());
        }
    }

    /** The permanent address of the issue. */
    String address() {
        return base + "/id/doc/" + uid;
    }

    /** The proof that the issue stands in the log. */
    String proof() {
        return base + "/doc/" + uid + "/proof";
    }

    /** Where a reader types the code. */
    String verification() {
        return base + "/verify";
    }

    /** Where the QR code leads: what the code stands for, and whether this edition still does. */
    String verified() {
        return verification() + "?code=" + code();
    }

    /** The verification code (验证码): the identifier in groups of four, as people type it. */
    String code() {
        return uid.value().replaceAll("(.{4})(?!$)", "$1-").toUpperCase(java.util.Locale.ROOT);
    }
}
