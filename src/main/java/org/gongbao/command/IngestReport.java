package org.gongbao.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/**
 * What became of a folder that was taken in (入库报告): a table for spreadsheets with a line for each document, and the same as JSON
 * with the issues of each gazette and the numbers that are missing.
 */
final class IngestReport {

    private static final String[] HEADER = {
        "file", "part", "outcome", "uid", "title", "series", "year", "issue", "totalIssue", "items", "reasons"
    };

    private final Function<Uid, Optional<DocumentRecord>> records;
    private final List<GazetteHoldings.Series> published;

    /**
     * @param records the record of a document, published or not
     * @param published what is published of gazettes
     */
    IngestReport(Function<Uid, Optional<DocumentRecord>> records, List<GazetteHoldings.Series> published) {
        this.records = records;
        this.published = List.copyOf(published);
    }

    private record Row(DocumentOutcome outcome, @Nullable DocumentRecord record) {

        @Nullable
        GazetteIssue gazette() {
            return record == null ? null : record.gazette();
        }

        int items() {
            return record == null ? 0 : record.items().size();
        }
    }

    /** Writes {@code FILE} with the ending {@code .csv} and with {@code .json}, whichever of them was named. */
    void write(List<DocumentOutcome> outcomes, Path file) {
        List<Row> rows = outcomes.stream()
                .map(outcome -> new Row(
                        outcome,
                        outcome.uid() == null
                                ? null
                                : records.apply(outcome.uid()).orElse(null)))
                .toList();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.(csv|json)$", "");
        try {
            csv(rows, file.resolveSibling(name + ".csv"));
            Files.write(file.resolveSibling(name + ".json"), CanonicalJson.bytes(json(rows)));
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }

    private static void csv(List<Row> rows, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            CSVPrinter table = new CSVPrinter(
                    out, CSVFormat.RFC4180.builder().setHeader(HEADER).get());
            for (Row row : rows) {
                table.printRecord(cells(row));
            }
        }
    }

    private static List<String> cells(Row row) {
        GazetteIssue gazette = row.gazette();
        List<String> cells = new ArrayList<>();
        cells.add(cell(row.outcome().name()));
        cells.add(cell(row.outcome().part()));
        cells.add(cell(row.outcome().kind().code()));
        cells.add(cell(row.outcome().uid()));
        cells.add(cell(row.outcome().title()));
        cells.add(cell(gazette == null ? null : gazette.series()));
        cells.add(cell(gazette == null ? null : gazette.year()));
        cells.add(cell(gazette == null ? null : gazette.issue()));
        cells.add(cell(gazette == null ? null : gazette.totalIssue()));
        cells.add(cell(row.items()));
        cells.add(cell(String.join("; ", row.outcome().reasons())));
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : SpreadsheetCell.safe(value.toString());
    }

    private Map<String, @Nullable Object> json(List<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.outcome().kind().code(), 1L, Long::sum));
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("schema", "gongbao-ingest-report/1");
        report.put("counts", counts);
        report.put("documents", rows.stream().map(IngestReport::document).toList());
        report.put("gazettes", gazettes(rows));
        return report;
    }

    private static Map<String, @Nullable Object> document(Row row) {
        GazetteIssue gazette = row.gazette();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("file", row.outcome().name());
        document.put("part", row.outcome().part());
        document.put("outcome", row.outcome().kind().code());
        document.put(
                "uid", row.outcome().uid() == null ? null : row.outcome().uid().value());
        document.put("title", row.outcome().title());
        document.put("series", gazette == null ? null : gazette.series());
        document.put("year", gazette == null ? null : gazette.year());
        document.put("issue", gazette == null ? null : gazette.issue());
        document.put("totalIssue", gazette == null ? null : gazette.totalIssue());
        document.put("items", row.items());
        document.put("reasons", row.outcome().reasons());
        return document;
    }

    /** Issues of this run and published ones together, by series and year: what is missing of both. */
    private List<Map<String, Object>> gazettes(List<Row> rows) {
        Map<String, Map<Integer, TreeSet<Integer>>> held = new TreeMap<>();
        for (Row row : rows) {
            GazetteIssue gazette = row.gazette();
            if (gazette != null && gazette.year() != null && gazette.issue() != null) {
                put(held, gazette.series(), gazette.year(), gazette.issue());
            }
        }
        for (GazetteHoldings.Series series : published) {
            if (held.containsKey(series.name())) {
                series.years()
                        .forEach(year ->
                                year.issues().forEach(issue -> put(held, series.name(), year.year(), issue.number())));
            }
        }
        List<Map<String, Object>> gazettes = new ArrayList<>();
        held.forEach((series, years) -> years.forEach((year, issues) -> gazettes.add(Map.of(
                "series",
                series,
                "year",
                year,
                "issues",
                List.copyOf(issues),
                "missing",
                IntStream.rangeClosed(1, issues.last())
                        .filter(issue -> !issues.contains(issue))
                        .boxed()
                        .toList()))));
        return gazettes;
    }

    private static void put(Map<String, Map<Integer, TreeSet<Integer>>> held, String series, int year, int issue) {
        held.computeIfAbsent(series, name -> new TreeMap<>())
                .computeIfAbsent(year, number -> new TreeSet<>())
                .add(issue);
    }
}
