package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code extract} prints of every sample is its expected record. {@code NAME.expected.json} has the shape of a record; what it leaves out is not
 * judged, a null must be null, and a list must be the whole list.
 */
@Timeout(300)
class ExpectedRecordsTest {

    private static final Path SAMPLES = Path.of("ingest/samples");
    private static final String EXPECTED = ".expected.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path records;

    @BeforeAll
    static void extract() {
        Commands.Result extracted = Commands.run("extract", SAMPLES.toString(), "--out", records.toString());
        assertThat(extracted.status()).as(extracted.err()).isZero();
    }

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".json") && !name.equals("README.md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSampleYieldsItsExpectedRecord(String name) throws IOException {
        JsonNode expected = JSON.readTree(Files.readString(SAMPLES.resolve(name + EXPECTED)));
        JsonNode record = JSON.readTree(Files.readString(records.resolve(name + ".json")));
        assertThat(differences("", expected, record)).isEmpty();
    }

    @Test
    void noExpectedRecordIsLeftWithoutItsSample() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(EXPECTED))
                            .map(name -> name.substring(0, name.length() - EXPECTED.length())))
                    .containsExactlyInAnyOrderElementsOf(samples().toList());
        }
    }

    private static List<String> differences(String place, JsonNode expected, JsonNode found) {
        List<String> differences = new ArrayList<>();
        if (expected.isObject() && found.isObject()) {
            for (Map.Entry<String, JsonNode> property : expected.properties()) {
                differences.addAll(differences(
                        place + "/" + property.getKey(), property.getValue(), found.path(property.getKey())));
            }
        } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (int i = 0; i < expected.size(); i++) {
                differences.addAll(differences(place + "/" + i, expected.get(i), found.get(i)));
            }
        } else if (!expected.equals(found)) {
            differences.add(place + ": expected " + expected + ", came " + found);
        }
        return differences;
    }
}
