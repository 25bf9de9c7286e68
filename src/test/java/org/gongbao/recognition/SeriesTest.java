package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Profile;
import org.gongbao.record.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeriesTest {

    private static final Path README = Path.of("ingest/README.md");

    @TempDir
    Path folder;

    private Recogniser with(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("series"));
        Files.writeString(folder.resolve("series/own.yaml"), yaml);
        return new Recogniser(Profiles.over(folder), Yunzhou.CLOCK);
    }

    private static String block(String readme, String language) {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(readme);
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }

    @Test
    void theExampleOfTheReadmeYieldsItsExpectedRecord() throws IOException {
        String readme = Files.readString(README);
        Recogniser recogniser = with(block(readme, "yaml"));
        Path document = Files.writeString(folder.resolve("park.xml"), block(readme, "xml"));
        DocumentRecord record = RecordsOfFiles.record(recogniser, document);
        JsonNode found = JsonMapper.builder().build().readTree(CanonicalJson.write(record));
        JsonNode expected = JsonMapper.builder().build().readTree(block(readme, "json"));
        for (Map.Entry<String, JsonNode> key : expected.properties()) {
            assertThat(found.get(key.getKey())).as(key.getKey()).isEqualTo(key.getValue());
        }
        assertThat(record.validity().status()).isEqualTo("现行有效");
        assertThat(record.instrumentForm()).isEqualTo("办法");
        assertThat(record.tables()).hasSize(1);
        assertThat(record.sections()).extracting(Section::label).containsExactly("第 1 條", "第 2 條");
        assertThat(record.sections().get(1).children())
                .extracting(Section::label)
                .containsExactly("一", "二");
        assertThat(record.claims().get("title").get(0).rule()).isEqualTo("series.yunshui-gazette.標題/1");
        assertThat(record.claims().get("title").get(0).start()).isZero();
        assertThat(record.claims().get("profile").get(0).rule()).isEqualTo("series.yunshui-gazette.xml/1");
        assertThat(record.findings()).extracting(Finding::code).containsExactly("xml.left-out");
    }

    @Test
    void theReadmeExplainsEveryKeyAndField() throws IOException {
        String readme = Files.readString(README);
        for (var keys : List.of(SeriesReader.KEYS, SeriesReader.MATCH, SeriesReader.XML, SeriesReader.FIELDS)) {
            assertThat(keys).allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
        }
    }

    @Test
    void everyPackedProfileIsNamedByItsFile() throws IOException {
        try (var files = Files.list(Path.of("ingest/series"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(Profiles.packed().series().stream()
                            .map(series -> series.id() + ".yaml")
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: x#version: 1#name: n#mast: y|own.yaml line 4: \"mast\" came; expected one of the keys",
                "id: x#version: 1#name: n#noise: '(a'|own.yaml line 4: \"(a\" came; expected a regular expression",
                "id: X y#version: 1#name: n|own.yaml line 1: \"X y\" came; expected id as small letters",
                "id: x#version: 1#name: n#labels:#  典藏號: indexNo|own.yaml line 5: \"indexNo\" came; expected one of title",
                "id: x#version: 1|own.yaml line 1: no name came; expected the name of the series",
                "id: x#version: 1#name: [|own.yaml line 3",
                "id: x#version: 1#name: !!javax.script.ScriptEngineManager [a]|own.yaml line 3"
            })
    void aMistakeIsToldWithItsLineAndWhatWasExpected(String yaml, String message) {
        assertThatThrownBy(() -> with(yaml.replace('#', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void labelsKeysAndNoiseOfASeriesCountForItsDocumentsOnly() throws IOException {
        Recogniser recogniser = with("""
                id: yunshui-site
                version: 3
                name: 云水县政府网
                match:
                  meta: {SiteName: '云水县政府.*'}
                labels: {典藏号: indexNumber}
                sidecar: {madeOn: {field: issuedOn, form: date}}
                noise: ['云水在线编辑部.*']
                """);
        String[] lines = {"典藏号：YS-7", "云水在线编辑部供稿", "云水县人民政府关于绿化的通知", "各乡镇人民政府：", "请做好绿化。"};
        String sidecar = "{\"madeOn\": \"2024-03-05\"}";
        DocumentRecord record = recogniser.recognise(Yunzhou.source(), page("云水县政府网", lines), sidecar);
        assertThat(record.profile()).isEqualTo(new Profile("yunshui-site", 3, List.of("meta")));
        assertThat(record.indexNumber()).isEqualTo("YS-7");
        assertThat(record.claims().get("indexNumber").get(0).rule()).isEqualTo("series.yunshui-site.label/3");
        assertThat(record.claims().get("issuedOn").get(0).rule()).isEqualTo("series.yunshui-site.sidecar.madeOn/3");
        assertThat(record.title()).isEqualTo("云水县人民政府关于绿化的通知");
        DocumentRecord other = recogniser.recognise(Yunzhou.source(), page("云山县政府网", lines), sidecar);
        assertThat(other.profile()).isNull();
        assertThat(other.indexNumber()).isNull();
        assertThat(other.issuedOn()).isNull();
    }

    private static ExtractedText page(String site, String... lines) {
        return ExtractedText.unpaged(
                "text/html", "UTF-8", Yunzhou.paragraphs(lines), Map.of("SiteName", site), List.of());
    }

    @Test
    void aSingleSeriesGoesBeforeItsFamily() {
        DocumentRecord own = Yunzhou.recognise("云州市人民政府公报", "2023年第5期（总第120期）", "目　录");
        assertThat(own.profile()).isEqualTo(new Profile("yunzhou-gazette", 1, List.of("masthead")));
        DocumentRecord other = Yunzhou.recognise("云山市人民政府公报", "2023年第5期（总第120期）", "目　录");
        assertThat(other.profile()).isEqualTo(new Profile("gazettes-of-china", 1, List.of("masthead")));
        assertThat(other.gazette()).isEqualTo(new GazetteIssue("云山市人民政府公报", 2023, 5, 120));
        assertThat(Yunzhou.recognise("云山市人民政府公报", "请大家踊跃订阅。").profile())
                .as("a name without a number is no masthead")
                .isNull();
    }

    @Test
    void anIssueInPortugueseIsCalledByItsNameAndItsNumber() {
        DocumentRecord issue = Yunzhou.recognise(
                "Sexta-feira, 5 de Março de 2021 - Edição n° 42",
                "Diário Oficial do Município de Porto Alto",
                "DECRETO Nº 12 DE 3 DE MARÇO DE 2021",
                "O Prefeito do Município de Porto Alto, no uso de suas atribuições legais, decreta o que segue.");
        assertThat(issue.title()).isEqualTo("Diário Oficial do Município de Porto Alto, Edição n° 42");
        assertThat(issue.gazette())
                .isEqualTo(new GazetteIssue("Diário Oficial do Município de Porto Alto", 2021, 42, null));
        assertThat(issue.publishedOn()).isEqualTo(java.time.LocalDate.of(2021, 3, 5));
        assertThat(issue.issuedOn()).isNull();
    }

    @Test
    void elementsThatAreDocumentsAreItemsOfTheIssue() throws IOException {
        Recogniser recogniser = with("""
                id: porto-xml
                version: 1
                name: Porto Gazette
                match: {xmlRoot: ISSUE}
                xml:
                  title: 'Porto Gazette, No. {ISSUE/NO}'
                  fields: {SUBJECT: title}
                  items: [RULE]
                """);
        Path file = Files.writeString(folder.resolve("issue.xml"), """
                <ISSUE><NO>7</NO>
                <RULE><SUBJECT>Landing of Ferries</SUBJECT><P>The ferry is to land at the pier that is on the left.</P></RULE>
                <RULE><SUBJECT>Closing of the Bridge</SUBJECT><P>The bridge is closed to all that have no ticket.</P></RULE>
                </ISSUE>
                """);
        DocumentRecord issue = RecordsOfFiles.record(recogniser, file);
        assertThat(issue.title()).isEqualTo("Porto Gazette, No. 7");
        assertThat(issue.items())
                .extracting(DocumentRecord::title)
                .containsExactly("Landing of Ferries", "Closing of the Bridge");
        assertThat(issue.items()).allMatch(item -> item.profile() != null);
        assertThat(issue.items().get(1).text()).doesNotContain("ferry");
    }
}
