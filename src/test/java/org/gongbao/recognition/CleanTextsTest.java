package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole texts are left as they are: a repair that nobody needed is damage done. */
@Timeout(300)
class CleanTextsTest {

    private static final Path SAMPLES = Path.of("ingest/samples");

    @Test
    void noSampleThatIsMarkedCleanIsRepaired() throws IOException {
        List<String> clean = Files.readAllLines(SAMPLES.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| `[^`]+` \\|.*\\| clean \\|"))
                .map(line -> line.split("`")[1])
                .toList();
        assertThat(clean).hasSizeGreaterThan(10);
        for (String name : clean) {
            assertUnrepaired(SAMPLES.resolve(name));
        }
    }

    @Test
    void noPageOfTheStateCouncilIsRepaired() throws IOException {
        String corpus = System.getProperty("gongbao.corpus", "");
        assumeTrue(!corpus.isBlank(), "skipped: -Dgongbao.corpus names no folder of real documents");
        try (Stream<Path> files = Files.list(Path.of(corpus, "zh-html"))) {
            List<Path> pages = files.filter(
                            file -> file.getFileName().toString().matches("govcn-.*\\.html?"))
                    .sorted()
                    .toList();
            assertThat(pages).isNotEmpty();
            for (Path page : pages) {
                assertUnrepaired(page);
            }
        }
    }

    private static void assertUnrepaired(Path file) throws IOException {
        DocumentRecord record = RecordsOfFiles.record(Yunzhou.recogniser(), file);
        assertThat(record.findings())
                .as(file.getFileName().toString())
                .extracting(Finding::code)
                .noneMatch(code -> code.endsWith(".repaired") || code.endsWith("bracket-lost"));
        assertThat(record.claims().values())
                .as(file.getFileName().toString())
                .allSatisfy(claims -> assertThat(claims).noneMatch(Claim::repaired));
    }
}
