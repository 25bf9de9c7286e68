package org.gongbao.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what in the quarantine, when: lines of JSON in {@code quarantine.jsonl} of the archive, forced before anything is
 * done. No line has the name of a file or anything of its content.
 */
final class QuarantineTrail {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JournalFile file;
    private final Clock clock;

    QuarantineTrail(Path folder, Clock clock) {
        this.file = new JournalFile(folder.resolve("quarantine.jsonl"));
        this.clock = clock;
    }

    /**
     * A line.
     *
     * @param action {@code hold}, {@code list}, {@code release} or {@code destroy} before it is done; {@code released},
     *     {@code destroyed} after it; {@code absent} in a store that a backup restored, which holds no such file
     * @param by names of people, none where the program did it
     * @param why the kind of what is held, or the basis of a release
     * @param releasedAs the receipt under which it came in again
     */
    record Line(
            Instant at,
            String action,
            List<String> by,
            String receipt,
            @Nullable String why,
            @Nullable String releasedAs) {}

    Line add(String action, List<String> by, String receipt, @Nullable String why, @Nullable String releasedAs) {
        Line line = new Line(clock.instant(), action, by, receipt, why, releasedAs);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", line.at.toString());
        fields.put("action", action);
        if (!by.isEmpty()) {
            fields.put("by", by);
        }
        if (!receipt.isEmpty()) {
            fields.put("receipt", receipt);
        }
        if (why != null) {
            fields.put("why", why);
        }
        if (releasedAs != null) {
            fields.put("releasedAs", releasedAs);
        }
        file.append(List.of(JSON.writeValueAsString(fields)));
        return line;
    }

    /** Lines of files that came in again. */
    List<Line> released() {
        return lines("released");
    }

    /** Receipts of files that are here no longer, as is right. */
    List<String> ended() {
        List<String> ended = new ArrayList<>();
        lines("released").forEach(line -> ended.add(line.receipt));
        lines("destroy").forEach(line -> ended.add(line.receipt));
        lines("absent").forEach(line -> ended.add(line.receipt));
        return ended;
    }

    private List<Line> lines(String action) {
        return file.read().stream()
                .map(JSON::readTree)
                .filter(line -> line.path("action").asString("").equals(action))
                .map(QuarantineTrail::line)
                .toList();
    }

    private static Line line(JsonNode line) {
        List<String> by = new ArrayList<>();
        line.path("by").forEach(name -> by.add(name.asString()));
        return new Line(
                Instant.parse(line.required("at").asString()),
                line.required("action").asString(),
                by,
                line.path("receipt").asString(""),
                line.path("why").asString(null),
                line.path("releasedAs").asString(null));
    }
}
