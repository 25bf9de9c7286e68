package org.gongbao.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.record.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180, UTF-8). What a spreadsheet would calculate stands behind an apostrophe; a file that is for
 * spreadsheets begins with a byte order mark.
 */
final class CsvFile implements TableFile {

    private final PackedFile file;
    private final Writer out;
    private final CSVPrinter csv;

    /** @param isForSpreadsheets whether a byte order mark stands at the beginning */
    CsvFile(Path folder, String name, List<Column> columns, boolean isForSpreadsheets) throws IOException {
        file = new PackedFile(folder, name, "text/csv");
        out = new OutputStreamWriter(buffered(file), StandardCharsets.UTF_8);
        String[] header = columns.stream().map(Column::name).toArray(String[]::new);
        try {
            if (isForSpreadsheets) {
                out.write('\uFEFF');
            }
            csv = new CSVPrinter(
                    out, CSVFormat.RFC4180.builder().setHeader(header).get());
        } catch (IOException | RuntimeException | Error e) {
            Closing.after(e, file);
            throw e;
        }
    }

    private static OutputStream buffered(OutputStream out) {
        return new java.io.BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(cell == null ? "" : cell instanceof String text ? SpreadsheetCell.safe(text) : cell.toString());
        }
        csv.printRecord(row);
    }

    @Override
    public List<Release.ReleaseFile> finish() throws IOException {
        out.flush();
        return file.finish();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
