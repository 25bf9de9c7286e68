package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;
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
        JsonNode result =
                JsonMapper.builder().build().readTree(new RecordTask().run(file, options, WorkerTask.Pages.NONE));
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
        JsonNode both = json.readTree(new RecordTask().run(file, Map.of("asOf", asOf), WorkerTask.Pages.NONE));
        JsonNode one = json.readTree(
                new RecordTask().run(file, Map.of("asOf", asOf, "wanted", "record"), WorkerTask.Pages.NONE));
        assertThat(one.propertyNames()).containsExactly("record");
        assertThat(one.get("record")).isEqualTo(both.get("record"));
    }

    @Test
    void fromAnEarlierResultItRecognisesAnewWithoutReadingTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), String.join("\n", Yunzhou.notice()));
        byte[] first = new RecordTask().run(file, Map.of("name", "notice.txt"), WorkerTask.Pages.NONE);
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
                        WorkerTask.Pages.NONE);

        JsonNode result = JsonMapper.builder().build().readTree(again);
        assertThat(result.get("record").get("documentNumber").asString()).isEqualTo("云政办发〔2023〕12号");
        assertThat(result.get("record").get("indexNumber").asString())
                .as("the metadata of this arrival")
                .isEqualTo("9/2023");
        assertThat(result.get("extraction")).isNull();
    }

    @Test
    void fieldsAreRecognisedFromWhatAPersonReadsAndTheExtractionStaysTheMachines() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a"), String.join("\n", Yunzhou.notice()).replace("云政办发〔2023〕12号", "云政办岌〔2023〕12号"));
        JsonNode machine = record(file, Map.of("name", "notice.txt"));
        ExtractedText text = ExtractionJson.readFrom(folder.resolve("result.json"));
        Place place = new TextPlaces(text)
                .lines().stream()
                        .map(TextPlaces.Words::place)
                        .filter(each -> each.read().seen().contains("云政办岌"))
                        .findFirst()
                        .orElseThrow();
        Place elsewhere = new Place(null, null, new Place.Read("不在这里的一行文字", 3, null));
        String corrections = CanonicalJson.write(
                List.of(new TextCorrection(place, "云政办发〔2023〕12号"), new TextCorrection(elsewhere, "另一行文字")));

        JsonNode record = record(file, Map.of("name", "notice.txt", "corrections", corrections));

        assertThat(machine.path("documentNumber").asString()).isNotEqualTo("云政办发〔2023〕12号");
        assertThat(record.path("documentNumber").asString()).isEqualTo("云政办发〔2023〕12号");
        JsonNode claim = record.path("claims").path("text").get(0);
        assertThat(claim.path("rule").asString()).isEqualTo("person/1");
        assertThat(claim.path("raw").asString()).isEqualTo("云政办岌〔2023〕12号");
        assertThat(record.path("text")
                        .asString()
                        .substring(
                                claim.path("start").asInt(), claim.path("end").asInt()))
                .isEqualTo("云政办发〔2023〕12号");
        assertThat(record.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("code").asString()))
                .contains("text.corrected", "correction.lost");
        assertThat(ExtractionJson.readFrom(folder.resolve("result.json"))).isEqualTo(text);
    }

    private JsonNode record(Path file, Map<String, String> options) throws IOException {
        byte[] result = new RecordTask().run(file, options, WorkerTask.Pages.NONE);
        Files.write(folder.resolve("result.json"), result);
        return JsonMapper.builder().build().readTree(result).get("record");
    }
}
