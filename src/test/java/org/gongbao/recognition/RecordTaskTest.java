package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.gongbao.extraction.WorkerTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordTaskTest {

    @TempDir
    Path folder;

    @Test
    void workersFindItByItsName() {
        assertThat(ServiceLoader.load(WorkerTask.class).stream()
                        .map(provider -> provider.get().name()))
                .contains("record");
    }

    @Test
    void itGivesRecordAndExtractionOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), String.join("\n", Yunzhou.notice()));
        Map<String, String> options = Map.of(
                "name",
                "notice.txt",
                "sha256",
                "a".repeat(64),
                "bytes",
                "7",
                "asOf",
                "2026-01-01T00:00:00Z",
                "meta",
                "{\"IDXID\": \"014/2023-1\"}");
        JsonNode result = JsonMapper.builder().build().readTree(new RecordTask().run(file, options, new NoPages()));
        JsonNode record = result.get("record");
        assertThat(record.get("documentNumber").asString()).isEqualTo("云政办发〔2023〕12号");
        assertThat(record.get("indexNumber").asString()).isEqualTo("014/2023-1");
        assertThat(record.get("source").get("name").asString()).isEqualTo("notice.txt");
        assertThat(record.get("validity").get("asOf").asString()).isEqualTo("2026-01-01");
        assertThat(result.get("extraction").get("blocks").size()).isPositive();
    }

    @Test
    void whereOnlyTheRecordIsWantedItIsTheSameWithoutTheExtraction() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), String.join("\n", Yunzhou.notice()));
        String asOf = "2026-01-01T00:00:00Z";
        JsonMapper json = JsonMapper.builder().build();
        JsonNode both = json.readTree(new RecordTask().run(file, Map.of("asOf", asOf), new NoPages()));
        JsonNode one =
                json.readTree(new RecordTask().run(file, Map.of("asOf", asOf, "wanted", "record"), new NoPages()));
        assertThat(one.propertyNames()).containsExactly("record");
        assertThat(one.get("record")).isEqualTo(both.get("record"));
    }

    @Test
    void fromAnEarlierResultItRecognisesAnewWithoutReadingTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), String.join("\n", Yunzhou.notice()));
        byte[] first = new RecordTask().run(file, Map.of("name", "notice.txt"), new NoPages());
        Path earlier = Files.write(folder.resolve("earlier.json"), first);
        Path unreadable = Files.write(folder.resolve("b"), new byte[] {0, 1, 2});

        byte[] again = new RecordTask()
                .run(
                        unreadable,
                        Map.of(
                                "name",
                                "notice.txt",
                                "extraction",
                                earlier.toString(),
                                "meta",
                                "{\"IDXID\": \"9/2023\"}"),
                        new NoPages());

        JsonNode result = JsonMapper.builder().build().readTree(again);
        assertThat(result.get("record").get("documentNumber").asString()).isEqualTo("云政办发〔2023〕12号");
        assertThat(result.get("record").get("indexNumber").asString())
                .as("the metadata of this arrival")
                .isEqualTo("9/2023");
        assertThat(result.get("extraction")).isNull();
    }

    private static final class NoPages implements WorkerTask.Pages {
        @Override
        public Optional<byte[]> kept(int page) {
            return Optional.empty();
        }

        @Override
        public void keep(int page, byte[] result) {}

        @Override
        public void expect(int pages, boolean ocr) {}
    }
}
