package org.gongbao.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.archive.JournalFile;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which document each original holds, as lines of JSON beside the archive's roots, forced before the database knows of it.
 * With it a lost database cannot make the same bytes a second document. It is internal, as originals are.
 */
final class DocumentJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JournalFile file;

    /** @param folder of the archive */
    DocumentJournal(Path folder) {
        this.file = new JournalFile(folder.resolve("documents.jsonl"));
    }

    /** A document of an original; a later line of the same place stands instead of an earlier one. */
    record Line(String sha256, int part, Uid uid) {

        String json() {
            return CanonicalJson.write(new TreeMap<>(Map.of("part", part, "sha256", sha256, "uid", uid.value())));
        }

        static Line parse(String json) {
            JsonNode line = JSON.readTree(json);
            return new Line(
                    line.required("sha256").asString(),
                    line.required("part").asInt(),
                    new Uid(line.required("uid").asString()));
        }
    }

    /** Appends lines and forces them. */
    void append(List<Line> lines) {
        file.append(lines.stream().map(Line::json).toList());
    }

    /** All whole lines, oldest first. */
    List<Line> read() {
        return file.read().stream().map(Line::parse).toList();
    }
}
