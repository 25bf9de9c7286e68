package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipExtractorTest {

    @TempDir
    Path folder;

    private static Map<String, byte[]> annexes() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("公开/", new byte[0]);
        entries.put("公开/通知.txt", TestFiles.bytes("云州市财政局通知"));
        entries.put("__MACOSX/公开/._通知.txt", new byte[] {0, 5, 22, 7});
        entries.put("公开/名单.html", TestFiles.bytes("<p>名单</p>"));
        return entries;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK"})
    void thePartsComeInOrderUnderTheirNames(String charset) throws IOException {
        ExtractedText text =
                TestFiles.read(TestFiles.zip(folder.resolve("a.zip"), annexes(), Charset.forName(charset)));
        assertThat(text.parts()).extracting(ExtractedText.Part::name).containsExactly("公开/通知.txt", "公开/名单.html");
        assertThat(text.parts())
                .extracting(part -> part.text().mediaType())
                .containsExactly(MediaTypes.TEXT, MediaTypes.HTML);
        assertThat(text.blocks()).isEmpty();
        assertThat(text.findings()).isEmpty();
    }

    @Test
    void aPartThatCannotBeReadIsAnErrorAndTheOthersAreRead() throws IOException {
        Map<String, byte[]> entries = annexes();
        entries.put("空.docx", new byte[0]);
        entries.put("../../逃.txt", TestFiles.bytes("路径"));
        ExtractedText text = TestFiles.read(TestFiles.zip(folder.resolve("a.zip"), entries));
        assertThat(text.parts())
                .extracting(ExtractedText.Part::name)
                .contains("../../逃.txt")
                .hasSize(3);
        assertThat(text.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("file.empty");
            assertThat(finding.message()).contains("空.docx");
        });
        assertThat(folder.getParent().resolve("逃.txt")).doesNotExist();
    }

    @Test
    void anArchiveInAnArchiveIsReadButNotADeeperOne() throws IOException {
        Path inner = TestFiles.zip(folder.resolve("1"), annexes());
        Path middle = TestFiles.zip(folder.resolve("2"), Map.of("inner.zip", Files.readAllBytes(inner)));
        ExtractedText read = TestFiles.read(middle);
        assertThat(read.parts().get(0).text().parts()).hasSize(2);
        Path outer = TestFiles.zip(folder.resolve("3"), Map.of("middle.zip", Files.readAllBytes(middle)));
        assertThat(TestFiles.codes(TestFiles.read(outer).parts().get(0).text())).containsExactly("zip.too-deep");
    }

    @Test
    void partsAndBytesAreBounded() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put(i + ".txt", TestFiles.bytes("云州市".repeat(1_000)));
        }
        Path file = TestFiles.zip(folder.resolve("a.zip"), many);
        ExtractedText few = Extractors.extract(file, new ExtractionLimits(10, 1 << 20, 5));
        assertThat(few.parts()).hasSize(5);
        assertThat(TestFiles.codes(few)).containsExactly("zip.too-many-parts");
        ExtractedText small = Extractors.extract(file, new ExtractionLimits(10, 30_000, 100));
        assertThat(small.parts()).hasSize(3);
        assertThat(TestFiles.codes(small)).contains("file.too-large");
    }

    @Test
    void noFileIsLeftBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        TestFiles.read(TestFiles.zip(folder.resolve("a.zip"), annexes(), StandardCharsets.UTF_8));
        try (var files = Files.list(temporary)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("gongbao-zip"));
        }
    }
}
