package org.gongbao.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongbao.bulk.Release.ReleaseFile;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leads from one release to a later one (增量): the lines and quads that are new or other, and the identifiers of what is no more. Its
 * cost is that of the part of the log between them, not that of everything published.
 */
public record Delta(
        DeltaName id, Instant issued, long added, long changed, long removed, List<ReleaseFile> files, Path folder) {

    /** The folder of deltas, and their place in addresses. */
    public static final String PLACE = "delta";

    /** The file of changes. */
    static final String CHANGES = "changes.ndjson";

    /** The file of the quads of all documents that are new or other. */
    static final String QUADS = "changes.nq";

    private static final String SCHEMA = "gongbao-delta/";

    public Delta {
        files = List.copyOf(files);
    }

    Optional<ReleaseFile> file(String wanted) {
        return files.stream().filter(file -> file.name().equals(wanted)).findFirst();
    }

    Delta in(Path other) {
        return new Delta(id, issued, added, changed, removed, files, other);
    }

    String text() {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA + ReleaseManifest.SCHEMA);
        json.put("dataset", Release.DATASET);
        json.put("delta", id.toString());
        json.put("from", id.from());
        json.put("to", id.to());
        json.put("honoured", id.honoured());
        json.put("issued", issued);
        json.put("added", added);
        json.put("changed", changed);
        json.put("removed", removed);
        json.put("packing", Packing.MADE_BY);
        json.put("files", files);
        return CanonicalJson.write(json) + "\n";
    }

    void write(@Nullable String signature) throws IOException {
        if (signature != null) {
            Files.writeString(folder.resolve(ReleaseManifest.SIGNATURE), signature + "\n");
        }
        Files.writeString(folder.resolve(ReleaseManifest.FILE), text());
    }

    /** Whether the bytes are the manifest of a delta, for all that they say of themselves. */
    static boolean isDelta(byte[] manifest) {
        try {
            return JsonMapper.shared()
                    .readTree(manifest)
                    .path("schema")
                    .asString("")
                    .startsWith(SCHEMA);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException where the bytes are not the manifest of a delta */
    static Delta parse(byte[] json, Path folder) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            List<ReleaseFile> files = new ArrayList<>();
            root.required("files").forEach(file -> files.add(ReleaseManifest.file(file)));
            return new Delta(
                    DeltaName.parse(root.required("delta").asString())
                            .orElseThrow(() -> new IllegalArgumentException("the manifest names no delta")),
                    Instant.parse(root.required("issued").asString()),
                    root.required("added").asLong(),
                    root.required("changed").asLong(),
                    root.required("removed").asLong(),
                    files,
                    folder);
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not the manifest of a delta: " + e.getMessage(), e);
        }
    }
}
