package org.gongbao.bulk;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes all files of a release that are made from its lines alone, by whoever has the lines: the service, and a mirror that
 * keeps them current. No more than one line is held, beside what is counted.
 */
final class DerivedFiles {

    /** Behind the name of a table, its twin with a byte order mark for spreadsheets. */
    static final String FOR_SPREADSHEETS = "-excel";

    static final String TEXT = "text.ndjson";

    private static final JsonMapper JSON = JsonMapper.shared();

    private DerivedFiles() {}

    /** All tables, new and empty. */
    static List<LineTable> tables(CitationKeys keys) {
        return List.of(
                new DocumentsTable(),
                new CellsTable(),
                new DutiesTable(),
                new CitationsTable(keys),
                new AgenciesTable(),
                new CoverageTable(),
                new OpeningTable(),
                new FilesTable(),
                new BagsTable());
    }

    /** A document's line, parsed. */
    interface LineReader {
        void read(JsonNode line) throws IOException;
    }

    /** Reads the lines of all documents. */
    static void read(Path lines, LineReader reader) throws IOException {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Packing.open(lines), StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reader.read(JSON.readTree(line));
            }
        }
    }

    /**
     * Writes them.
     *
     * @param lines the file of lines, packed or not
     */
    static List<Release.ReleaseFile> write(Path lines, Path folder) throws IOException {
        CitationKeys keys = new CitationKeys();
        read(lines, keys::add);
        List<LineTable> tables = tables(keys);
        List<TableFile> open = new ArrayList<>();
        List<Release.ReleaseFile> files = new ArrayList<>();
        try (PackedFile text = new PackedFile(folder, TEXT, "application/x-ndjson");
                Closeable forms = () -> Closing.all(open.iterator())) {
            List<LineTable.Rows> rows = new ArrayList<>();
            for (LineTable table : tables) {
                rows.add(open(folder, table, open));
            }
            read(lines, line -> {
                for (int i = 0; i < tables.size(); i++) {
                    tables.get(i).add(line, rows.get(i));
                }
                text(line, text);
            });
            for (int i = 0; i < tables.size(); i++) {
                tables.get(i).end(rows.get(i));
            }
            for (TableFile file : open) {
                files.addAll(file.finish());
            }
            files.addAll(text.finish());
        }
        return files;
    }

    /** Opens a table in all its forms; its rows go into each. */
    private static LineTable.Rows open(Path folder, LineTable table, List<TableFile> open) throws IOException {
        int first = open.size();
        open.add(new CsvFile(folder, table.name() + ".csv", table.columns(), false));
        open.add(new CsvFile(folder, table.name() + FOR_SPREADSHEETS + ".csv", table.columns(), true));
        open.add(new ParquetFile(folder, table.name() + ParquetFile.SUFFIX, table.columns()));
        List<TableFile> forms = List.copyOf(open.subList(first, open.size()));
        return cells -> {
            for (TableFile form : forms) {
                form.row(cells);
            }
        };
    }

    private static void text(JsonNode line, PackedFile out) throws IOException {
        JsonNode record = line.path("record");
        if (record.path("text").asString("").isEmpty()) {
            return;
        }
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("uid", line.path("uid").asString());
        text.put("version", line.path("version").asInt());
        text.put("title", LineTable.text(record.path("title")));
        text.put("text", record.path("text").asString());
        out.write(CanonicalJson.bytes(text));
        out.write('\n');
    }
}
