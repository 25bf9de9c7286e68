package org.gongbao.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A table that is made from the lines of all documents, and from nothing else. */
interface LineTable {

    /** Takes the rows of a table; null is an empty cell. */
    interface Rows {
        void row(@Nullable Object... cells) throws IOException;
    }

    /** Its name in a release, without {@code .csv}. */
    String name();

    List<Column> columns();

    /** The columns that tell a row from all others; none where they may be empty. */
    default List<String> key() {
        return List.of();
    }

    /** Adds what a document has for it. */
    void add(JsonNode line, Rows rows) throws IOException;

    /** Adds what is known only when all documents were seen. */
    default void end(Rows rows) throws IOException {}

    /** A value as text, null where there is none. */
    static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    /** Several values in one cell. */
    static String joined(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asString()));
        return String.join(Column.SEPARATOR, texts);
    }
}
