package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads real and hostile files where a folder of them is given as {@code gongbao.corpus}; skipped without it. */
class FormatCorpusTest {

    private static final Set<String> FORMATS =
            Set.of("txt", "html", "docx", "doc", "wps", "xls", "xlsx", "zip", "rtf", "xml");

    private static final Duration HANG = Duration.ofSeconds(60);

    private static List<Path> files(String... folders) throws IOException {
        String corpus = System.getProperty("gongbao.corpus", "");
        assumeTrue(!corpus.isBlank(), "no folder of real documents: set gongbao.corpus");
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> listed = Files.list(Path.of(corpus, folder))) {
                listed.filter(FormatCorpusTest::isOurs).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return FORMATS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    @TestFactory
    Stream<DynamicTest> realDocumentsAreReadWithoutErrors() throws IOException {
        return files("zh-html", "zh-docx", "zh-txt").stream()
                .filter(file -> !file.toString().endsWith(".rtf"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    ExtractedText text = TestFiles.read(file);
                    assertThat(text.blocks()).isNotEmpty();
                    assertThat(text.findings())
                            .noneMatch(finding -> finding.severity().code().equals("error"));
                    if (text.mediaType().equals(MediaTypes.HTML)) {
                        assertThat(TestFiles.paragraphs(text)).noneMatch(PageProfile.DEFAULT::isFurniture);
                    }
                    assertThat(ExtractionJson.read(ExtractionJson.write(text))).isEqualTo(text);
                }));
    }

    @TestFactory
    Stream<DynamicTest> hostileFilesGiveATextOrARefusal() throws IOException {
        return files("hostile").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Assertions.assertTimeoutPreemptively(HANG, () -> {
                        try {
                            assertThat(TestFiles.read(file).mediaType()).isNotEmpty();
                        } catch (UnreadableFileException e) {
                            assertThat(e).hasMessageContaining("expected");
                        }
                    });
                }));
    }
}
