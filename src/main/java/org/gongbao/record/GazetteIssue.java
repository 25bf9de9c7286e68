package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/** An issue of a gazette (公报): its series, year, number in the year (期) and number over all years (总期). */
public record GazetteIssue(
        String series,
        @Nullable Integer year,
        @Nullable Integer issue,
        @Nullable Integer totalIssue) {}
