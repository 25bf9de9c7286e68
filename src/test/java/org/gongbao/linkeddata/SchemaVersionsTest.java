package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.gongbao.linkeddata.SchemaVersions.Schema;
import org.gongbao.linkeddata.SchemaVersions.Version;
import org.junit.jupiter.api.Test;

class SchemaVersionsTest {

    private final SchemaVersions schemas = SchemaVersions.load("https://gongbao.example");

    /** Whoever changes a schema lists a new version of it; see {@code ontology/schemas.json}. */
    @Test
    void aListedVersionNeverChanges() throws Exception {
        for (Schema schema : schemas.all()) {
            for (Version version : schema.versions()) {
                byte[] bytes = SchemaVersions.resource(version.file()).getBytes(StandardCharsets.UTF_8);
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                        .as(version.path())
                        .isEqualTo(version.sha256());
            }
        }
    }

    @Test
    void thePresentVersionsAreTheFilesInUse() {
        assertThat(schemas.all().stream().map(schema -> schema.newest().file()))
                .containsExactly("record.schema.json", "record.xsd", "context.jsonld");
    }

    @Test
    void aVersionHasTheAddressOfTheServiceInIt() {
        Version record = schemas.find("record").orElseThrow().newest();
        assertThat(record.text())
                .contains("\"https://gongbao.example" + record.path() + "\"")
                .doesNotContain("https://gongbao.org");
        assertThat(schemas.find("context").orElseThrow().newest().text()).doesNotContain("{base}");
    }

    @Test
    void aReplacedVersionIsServedForSixMonths() {
        SchemaVersions two = SchemaVersions.of(list("2024-01-31", "2024-08-31"), file -> file, "");
        Version first = two.find("record").orElseThrow().version("1.0").orElseThrow();

        assertThat(first.replacedOn()).isEqualTo(LocalDate.of(2024, 8, 31));
        assertThat(first.goneOn()).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(first.isServedOn(LocalDate.of(2025, 2, 27))).isTrue();
        assertThat(first.isServedOn(LocalDate.of(2025, 2, 28))).isFalse();
        assertThat(two.find("record").orElseThrow().newest().isServedOn(LocalDate.of(2100, 1, 1)))
                .isTrue();
    }

    @Test
    void versionsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> SchemaVersions.of(list("2024-08-31", "2024-01-31"), file -> file, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1.0");
    }

    private static String list(String first, String second) {
        return """
                {"schemas": [{"name": "record", "mediaType": "application/schema+json", "versions": [
                  {"version": "1.0", "since": "%s", "file": "a", "sha256": ""},
                  {"version": "1.1", "since": "%s", "file": "b", "sha256": ""}]}]}
                """.formatted(first, second);
    }
}
