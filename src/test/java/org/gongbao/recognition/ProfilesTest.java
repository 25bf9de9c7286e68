package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

    @TempDir
    Path folder;

    @Test
    void aFileOfOnesOwnTakesThePlaceOfThePackedOne() throws IOException {
        Files.writeString(folder.resolve("labels.tsv"), "# own\nindexNumber\t本局编号|馆藏号\n");
        Profiles own = Profiles.over(folder);
        assertThat(own.labels()).containsOnlyKeys("本局编号", "馆藏号");
        assertThat(own.kinds()).as("others stay as packed").containsKey("通知");
    }

    @Test
    void everyKindOfATitleIsOneOfTheFifteen() {
        assertThat(org.gongbao.record.DocumentKind.labels())
                .containsAll(Profiles.packed().kinds().values());
    }

    @Test
    void theReadmeNamesEveryProfile() throws IOException {
        String readme = Files.readString(Path.of("ingest/profiles/README.md"));
        try (var files = Files.list(Path.of("ingest/profiles"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }
}
