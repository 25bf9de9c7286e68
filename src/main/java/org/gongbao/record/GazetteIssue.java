package org.gongbao.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue of a gazette (公报): its series, year, number in the year (期) and number over all years (总期).
 *
 * @param pages the pages of the file that belong to this record: for a document of the issue those on which it stands, for the
 *     issue itself those of no document, such as cover, contents and imprint; together they are all pages. Empty where
 *     the file has no pages or was not divided.
 */
public record GazetteIssue(
        String series,
        @Nullable Integer year,
        @Nullable Integer issue,
        @Nullable Integer totalIssue,
        List<Integer> pages) {

    public GazetteIssue {
        // Packages of before hold no pages.
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    /** An issue that is named, without its pages. */
    public GazetteIssue(String series, @Nullable Integer year, @Nullable Integer issue, @Nullable Integer totalIssue) {
        this(series, year, issue, totalIssue, List.of());
    }

    /** The same issue for a record that stands on these pages. */
    public GazetteIssue onPages(List<Integer> own) {
        return new GazetteIssue(series, year, issue, totalIssue, own);
    }
}
