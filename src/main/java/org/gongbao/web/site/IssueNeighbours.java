package org.gongbao.web.site;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;

/** The issues before and after an issue, of those of its series of which something is here (上一期、下一期). */
record IssueNeighbours(@Nullable Issue previous, @Nullable Issue next) {

    /** An issue and where it is. */
    record Issue(int year, int number, String address) {}

    static IssueNeighbours of(List<GazetteHoldings.Series> holdings, GazetteIssue own, int number) {
        List<Issue> all = holdings.stream()
                .filter(each -> each.name().equals(own.series()))
                .flatMap(IssueNeighbours::issues)
                .sorted(Comparator.comparingInt(Issue::year).thenComparingInt(Issue::number))
                .toList();
        Issue previous = null;
        Issue next = null;
        for (Issue issue : all) {
            int year = Objects.requireNonNull(own.year());
            int order = issue.year() == year ? issue.number() - number : issue.year() - year;
            previous = order < 0 ? issue : previous;
            next = order > 0 && next == null ? issue : next;
        }
        return new IssueNeighbours(previous, next);
    }

    private static Stream<Issue> issues(GazetteHoldings.Series series) {
        return series.years().stream()
                .flatMap(year -> year.issues().stream()
                        .map(issue -> new Issue(
                                year.year(),
                                issue.number(),
                                IssueAddress.of(series.name(), year.year(), issue.number()))));
    }
}
