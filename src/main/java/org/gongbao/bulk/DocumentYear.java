package org.gongbao.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The year that a document belongs to: that of the gazette's volume, or else of its date of issue, or else of publication. */
final class DocumentYear {

    private DocumentYear() {}

    /** @return null where it has none */
    static @Nullable Integer of(JsonNode record) {
        JsonNode year = record.path("gazette").path("year");
        if (year.isNumber()) {
            return year.asInt();
        }
        for (String date : List.of("issuedOn", "publishedOn")) {
            String day = LineTable.text(record.path(date));
            if (day != null) {
                return Integer.valueOf(day.substring(0, 4));
            }
        }
        return null;
    }
}
