package org.gongbao.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The rows of a table as Parquet has them: every column by its type, and an empty cell, as in CSV, no value. */
final class ParquetRows extends WriteSupport<@Nullable Object[]> {

    private final List<Column> columns;
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    ParquetRows(List<Column> columns) {
        this.columns = columns;
        this.schema = new MessageType(
                "row", columns.stream().<Type>map(ParquetRows::type).toList());
    }

    private static PrimitiveType type(Column column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case TIME ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
                        .named(column.name());
        };
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
        consumer = to;
    }

    @Override
    public void write(@Nullable Object[] cells) {
        RecordConsumer to = java.util.Objects.requireNonNull(consumer, "rows before the file was opened");
        to.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            String text = cells[i] == null ? "" : cells[i].toString();
            if (!text.isEmpty()) {
                to.startField(columns.get(i).name(), i);
                add(to, columns.get(i).type(), text);
                to.endField(columns.get(i).name(), i);
            }
        }
        to.endMessage();
    }

    private static void add(RecordConsumer to, Column.Type type, String text) {
        switch (type) {
            case TEXT -> to.addBinary(Binary.fromString(text));
            case INTEGER -> to.addLong(Long.parseLong(text));
            case DECIMAL -> to.addDouble(Double.parseDouble(text));
            case DATE -> to.addInteger(Math.toIntExact(LocalDate.parse(text).toEpochDay()));
            case TIME -> to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text)));
        }
    }
}
