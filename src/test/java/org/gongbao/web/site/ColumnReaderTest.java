package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.search.SearchRequest.Facet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnReaderTest {

    private static final Path FOLDER = Path.of("ingest/columns");

    private static final String HEAD = """
            title: {zh: 防汛, en: Floods}
            introduction: {zh: 汛期文件, en: Floods and what is done}
            """;

    @Test
    void aColumnIsASavedSearch() {
        Column column = ColumnReader.read("floods.yaml", HEAD + """
                query:
                  text: 防汛
                  filters: {kind: [通知, 公告], agency: 990100-water}
                  inForceOn: 2024-05-01
                """);

        assertThat(column.address()).isEqualTo("/columns/floods");
        assertThat(column.query().text()).isEqualTo("防汛");
        assertThat(column.query().chosen(Facet.KIND)).containsExactly("通知", "公告");
        assertThat(column.query().chosen(Facet.AGENCY)).containsExactly("990100-water");
        assertThat(column.query().inForceOn()).isEqualTo(LocalDate.of(2024, 5, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'query: {text: 防汛, sort: best}'                | columns/floods.yaml line 3: "sort" came
            'query: {filters: {year: 24}}'                  | columns/floods.yaml line 3: "24" came
            'query: {filters: {colour: red}}'               | columns/floods.yaml line 3: "colour" came
            'query: {inForceOn: tomorrow}'                  | columns/floods.yaml line 3: "tomorrow" came; expected today or a day
            'query: {filters: {validity: valid}}'           | columns/floods.yaml line 3: "valid" came
            """)
    void aMistakeIsToldWithFileAndLine(String line, String message) {
        assertThatThrownBy(() -> ColumnReader.read("floods.yaml", HEAD + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void bothLanguagesAndAnAddressAreAskedFor() {
        assertThatThrownBy(() -> ColumnReader.read("floods.yaml", "title: {zh: 防汛}\nintroduction: {zh: 甲, en: b}\n"))
                .hasMessageContaining("columns/floods.yaml line 1: no en came");
        assertThatThrownBy(() -> ColumnReader.read("floods.yaml", "title: {zh: 防汛, en: b}\n"))
                .hasMessageContaining("no introduction came");
        assertThatThrownBy(() -> ColumnReader.read("Über uns.yaml", HEAD)).hasMessageContaining("Über uns.yaml came");
    }

    @Test
    void everyPackedFileIsListedAndNamedInTheReadme() throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(Files.readAllLines(FOLDER.resolve("packed.txt"))).isEqualTo(files);
        assertThat(Files.readString(FOLDER.resolve("README.md"))).contains(files);
        for (String file : files) {
            ColumnReader.read(file, Files.readString(FOLDER.resolve(file)));
        }
    }
}
