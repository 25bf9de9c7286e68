package org.gongbao.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Holdings of gazettes, from the versions that are public now. */
final class RegisterHoldings implements GazetteHoldings {

    /** Of several files of one issue the first released stands for it. */
    private static final String ISSUES = """
            select v.gazette_series as series, v.gazette_year as year, v.gazette_issue as number,
                   min(case when v.gazette_whole = 1 then d.released_at || ' ' || d.uid end) as whole,
                   sum(1 - v.gazette_whole) as documents
            from document d join document_version v on v.uid = d.uid and v.version = d.version
            where d.state = 'public' and v.gazette_series is not null
                  and v.gazette_year is not null and v.gazette_issue is not null
            group by v.gazette_series, v.gazette_year, v.gazette_issue
            order by v.gazette_series, v.gazette_year desc, v.gazette_issue
            """;

    private final Database database;

    RegisterHoldings(Database database) {
        this.database = database;
    }

    private record Row(String series, int year, Issue issue) {}

    @Override
    public List<Series> series() {
        List<Row> rows = database.read()
                .sql(ISSUES)
                .query((row, number) -> new Row(
                        row.getString("series"),
                        row.getInt("year"),
                        new Issue(row.getInt("number"), uid(row.getString("whole")), row.getInt("documents"))))
                .list();
        Map<String, List<Row>> series =
                rows.stream().collect(Collectors.groupingBy(Row::series, TreeMap::new, Collectors.toList()));
        return series.entrySet().stream()
                .map(named -> new Series(named.getKey(), years(named.getValue())))
                .toList();
    }

    private static List<Year> years(List<Row> rows) {
        Map<Integer, List<Issue>> years = new TreeMap<>(Comparator.reverseOrder());
        rows.forEach(row ->
                years.computeIfAbsent(row.year(), year -> new ArrayList<>()).add(row.issue()));
        return years.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue(), missing(year.getValue())))
                .toList();
    }

    private static List<Integer> missing(List<Issue> issues) {
        List<Integer> held = issues.stream().map(Issue::number).toList();
        return IntStream.range(1, held.get(held.size() - 1))
                .filter(number -> !held.contains(number))
                .boxed()
                .toList();
    }

    private static @Nullable Uid uid(@Nullable String whole) {
        return whole == null ? null : new Uid(whole.substring(whole.indexOf(' ') + 1));
    }
}
