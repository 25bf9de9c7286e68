package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.RecordJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a file in the workers.
 *
 * @param code of the refusal, empty for a record
 * @param message of the refusal, empty for a record
 * @param record what was read, null for a refusal
 */
record HostileOutcome(String code, String message, @Nullable JsonNode record) {

    private static final JsonMapper JSON = new JsonMapper();

    /** How messages name a bound or an expectation. */
    private static final Pattern EXPECTATION = Pattern.compile("expected|at most|bound");

    static HostileOutcome of(Workers workers, Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] result = workers.run("record", file, Map.of("name", name, "asOf", "2024-01-01T00:00:00Z"));
            assertThat(new String(result, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                    .as("a record is valid UTF-8")
                    .isEqualTo(result);
            JsonNode record = JSON.readTree(result).get("record");
            // What the service does with a record outside the workers must not fall over it either.
            PersonalData.over(null).mark(RecordJson.read(record));
            return new HostileOutcome("", "", record);
        } catch (UnreadableFileException e) {
            return new HostileOutcome(e.code(), String.valueOf(e.getMessage()), null);
        } catch (WorkerFailedException e) {
            return new HostileOutcome(e.code(), String.valueOf(e.getMessage()), null);
        }
    }

    /** Whether it cost workers the life, or the parser fell over it. */
    boolean failed() {
        return code.startsWith("worker.");
    }

    String text() {
        return record == null ? "" : record.get("text").asString();
    }

    String json() {
        return record == null ? message : record.toString();
    }

    String field(String name) {
        return record == null ? "" : record.get(name).asString();
    }

    List<String> findingCodes() {
        List<String> codes = new ArrayList<>();
        if (record != null) {
            record.get("findings")
                    .forEach(finding -> codes.add(finding.get("code").asString()));
        }
        return codes;
    }

    /** The message of the first finding with the code. */
    String finding(String code) {
        if (record != null) {
            for (JsonNode finding : record.get("findings")) {
                if (finding.get("code").asString().equals(code)) {
                    return finding.get("message").asString();
                }
            }
        }
        return "";
    }

    void mentions(String words) {
        assertThat(record == null ? message : record.get("findings").toString()).contains(words);
    }

    void saysWhatCameAndWhatWasExpected() {
        assertThat(code).isNotBlank();
        assertThat(message).containsPattern(EXPECTATION).hasSizeGreaterThan(20).hasLineCount(1);
    }

    @Override
    public String toString() {
        return record == null
                ? code + ": " + message
                : "read " + text().length() + " characters, findings "
                        + findingCodes().stream().limit(9).toList();
    }
}
