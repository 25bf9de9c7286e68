package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongbao.search.AgencyCounts.Cell;
import org.gongbao.search.SearchRequest.Facet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of documents (统计), ready to be shown.
 *
 * @param kind the one kind that the matrix is of, null for all
 * @param years columns of the matrix; an empty one for documents of which the year is not known
 */
record StatisticsView(
        long documents,
        List<BarChart> charts,
        List<Counted> kinds,
        @Nullable String kind,
        List<String> years,
        List<Row> rows) {

    private static final int MOST_AGENCIES = 20;
    /** Rows of the matrix on the page; the file has all. */
    static final int MOST_ROWS = 200;

    /** An agency in the matrix, with a number for each year; null where it issued nothing. */
    record Row(String title, String address, long documents, List<@Nullable Counted> years) {}

    /**
     * Puts the page together.
     *
     * @param cells agency, year and kind
     * @param titles names of agencies by identifier
     * @param byFacet numbers of all documents by facet
     */
    static StatisticsView of(
            long documents,
            List<Cell> cells,
            Map<String, String> titles,
            Function<Facet, List<Counted>> byFacet,
            @Nullable String kind) {
        List<Counted> years = byFacet.apply(Facet.YEAR).stream()
                .sorted(Comparator.comparing(Counted::label))
                .toList();
        List<Counted> kinds = byFacet.apply(Facet.KIND);
        Predicate<Cell> wanted = cell -> kind == null || cell.kind().equals(kind);
        List<Cell> chosen = cells.stream().filter(wanted).toList();
        List<String> columns =
                new ArrayList<>(new TreeSet<>(chosen.stream().map(Cell::year).toList()).descendingSet());
        return new StatisticsView(
                documents,
                List.of(
                        BarChart.lines("year", years),
                        BarChart.stacked("kind", kinds),
                        BarChart.stacked("agency", agencies(cells, titles)),
                        BarChart.stacked("validity", byFacet.apply(Facet.VALIDITY))),
                kinds,
                kind,
                columns,
                rows(chosen, titles, columns, kind));
    }

    private static List<Counted> agencies(List<Cell> cells, Map<String, String> titles) {
        return sums(cells).entrySet().stream()
                .limit(MOST_AGENCIES)
                .map(sum -> new Counted(
                        null,
                        titles.getOrDefault(sum.getKey(), sum.getKey()),
                        sum.getValue(),
                        BrowseController.address(sum.getKey())))
                .toList();
    }

    /** Documents by agency, the most first. */
    private static Map<String, Long> sums(List<Cell> cells) {
        Map<String, Long> sums = new LinkedHashMap<>();
        cells.stream()
                .filter(cell -> !cell.agency().isEmpty())
                .forEach(cell -> sums.merge(cell.agency(), cell.documents(), Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey()))
                .forEach(sum -> sorted.put(sum.getKey(), sum.getValue()));
        return sorted;
    }

    private static List<Row> rows(
            List<Cell> cells, Map<String, String> titles, List<String> years, @Nullable String kind) {
        Map<String, Map<String, Long>> byYear = new LinkedHashMap<>();
        cells.forEach(cell -> byYear.computeIfAbsent(cell.agency(), agency -> new LinkedHashMap<>())
                .merge(cell.year(), cell.documents(), Long::sum));
        List<Row> rows = new ArrayList<>();
        sums(cells).forEach((agency, sum) -> {
            if (rows.size() < MOST_ROWS) {
                List<@Nullable Counted> row = new ArrayList<>();
                for (String year : years) {
                    row.add(cell(
                            agency,
                            year,
                            kind,
                            byYear.getOrDefault(agency, Map.of()).get(year)));
                }
                rows.add(new Row(titles.getOrDefault(agency, agency), BrowseController.address(agency), sum, row));
            }
        });
        return rows;
    }

    private static @Nullable Counted cell(String agency, String year, @Nullable String kind, @Nullable Long documents) {
        if (documents == null) {
            return null;
        }
        SearchQuery query = Counted.with(Facet.AGENCY, agency);
        if (!year.isEmpty()) {
            query = query.with(Facet.YEAR, year);
        }
        if (kind != null) {
            query = query.with(Facet.KIND, kind);
        }
        return new Counted(null, year, documents, year.isEmpty() ? null : SearchAddress.of(query));
    }
}
