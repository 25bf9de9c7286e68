package org.gongbao.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.gongbao.publication.PublicPages;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A file of a document in a bag: a published copy, the text, where that stands on pages, or the public record. Pictures of
 * pages are left out, since they are made of the copy. Only what is open without condition may be had so.
 *
 * @param year null where the document has none
 * @param at when the version was published
 */
record BagFile(Uid uid, @Nullable Integer year, String name, String mediaType, long bytes, String sha256, Instant at) {

    /** The files of a document's line. */
    static List<BagFile> of(JsonNode line) {
        List<BagFile> files = new ArrayList<>();
        if (line.path("terms").asString().equals(Terms.OPEN.code())) {
            for (JsonNode file : line.path("files")) {
                String name = file.path("name").asString();
                if (!PublicPages.isImage(name)) {
                    files.add(new BagFile(
                            new Uid(line.path("uid").asString()),
                            DocumentYear.of(line.path("record")),
                            name,
                            file.path("mediaType").asString(),
                            file.path("bytes").asLong(),
                            file.path("sha256").asString(),
                            Instant.parse(line.path("versionAt").asString())));
                }
            }
        }
        return files;
    }

    /** A row of {@link FilesTable}. */
    static BagFile of(CSVRecord row) {
        String year = row.get("year");
        return new BagFile(
                new Uid(row.get("uid")),
                year.isEmpty() ? null : Integer.valueOf(year),
                row.get("name"),
                row.get("mediaType"),
                Long.parseLong(row.get("bytes")),
                row.get("sha256"),
                Instant.parse(row.get("versionAt")));
    }

    /** Where it stands in a bag. */
    String path() {
        return "data/" + uid + "/" + name;
    }

    /** Its line in the manifest of a bag. */
    String manifestLine() {
        return sha256 + "  " + path() + "\n";
    }
}
