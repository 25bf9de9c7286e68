package org.gongbao.bulk;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a Parquet file, as {@code name=value} of the columns that have one. */
final class ParquetText {

    private ParquetText() {}

    static List<List<String>> rows(Path file) throws IOException {
        try (Stream<List<String>> rows = ParquetReader.streamContent(
                file.toFile(), HydratorSupplier.constantly(new Hydrator<List<String>, List<String>>() {
                    @Override
                    public List<String> start() {
                        return new ArrayList<>();
                    }

                    @Override
                    public List<String> add(List<String> row, String name, Object value) {
                        if (value != null) {
                            row.add(name + "=" + value);
                        }
                        return row;
                    }

                    @Override
                    public List<String> finish(List<String> row) {
                        return row;
                    }
                }))) {
            return rows.collect(Collectors.toList());
        }
    }

    static String of(Path file) throws IOException {
        return rows(file).stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n", "", "\n"));
    }
}
