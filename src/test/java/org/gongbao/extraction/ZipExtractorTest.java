package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
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

    private Path archiveWithScans() throws IOException {
        ByteArrayOutputStream scan = new ByteArrayOutputStream();
        ImageIO.write(TestImages.page(List.of("Document No. 2023-17", "Issued on 22 June 2023")), "png", scan);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("通知.txt", TestFiles.bytes("云州市财政局通知"));
        entries.put("附件1.png", scan.toByteArray());
        entries.put("附件2.png", scan.toByteArray());
        return TestFiles.zip(folder.resolve("scans.zip"), entries);
    }

    @Test
    void scansInAnArchiveAreKeptPageByPageUnderNumbersOfTheirOwn() throws IOException {
        MemoryPages pages = new MemoryPages();
        ExtractedText text = Extractors.extract(archiveWithScans(), "scans.zip", ExtractionLimits.DEFAULT, pages);
        assertThat(text.recognisedByOcr()).isTrue();
        assertThat(pages.kept).containsOnlyKeys(1, 2);
        assertThat(pages.expected).containsExactly("1 true", "2 true");
        pages.kept.put(2, "{\"lines\":[],\"findings\":[],\"turned\":0,\"tables\":[]}".getBytes(StandardCharsets.UTF_8));
        ExtractedText again = Extractors.extract(archiveWithScans(), "scans.zip", ExtractionLimits.DEFAULT, pages);
        assertThat(again.parts().get(1).text().blocks())
                .isEqualTo(text.parts().get(1).text().blocks());
        assertThat(again.parts().get(2).text().blocks()).isEmpty();
    }

    @Test
    void anArchiveWithAScanIsLeftToTheLaneThatRecognises() throws IOException {
        Path file = archiveWithScans();
        WorkerRequest fast = new WorkerRequest("record", file.toString(), Map.of(), false, Set.of(), false);
        WorkerPages pages = new WorkerPages(
                new FrameStream(InputStream.nullInputStream(), OutputStream.nullOutputStream(), 1 << 20),
                fast,
                Map.of());
        assertThatThrownBy(() -> Extractors.extract(file, "scans.zip", ExtractionLimits.DEFAULT, pages))
                .isInstanceOf(WorkerPages.Deferral.class);
    }

    private static final class MemoryPages implements WorkerTask.Pages {

        private final Map<Integer, byte[]> kept = new TreeMap<>();
        private final List<String> expected = new ArrayList<>();

        @Override
        public Optional<byte[]> kept(int page) {
            return Optional.ofNullable(kept.get(page));
        }

        @Override
        public void keep(int page, byte[] result) {
            kept.put(page, result);
        }

        @Override
        public void expect(int pages, boolean ocr) {
            expected.add(pages + " " + ocr);
        }
    }

    @Test
    void noFileIsLeftBehind() throws Exception {
        Set<String> before = unpacked();
        TestFiles.read(TestFiles.zip(folder.resolve("a.zip"), annexes(), StandardCharsets.UTF_8));
        Set<String> left = unpacked();
        for (int i = 0; i < 200 && !before.containsAll(left); i++) {
            Thread.sleep(50); // another process may be reading an archive of its own
            left.retainAll(unpacked());
        }
        assertThat(before).containsAll(left);
    }

    private static Set<String> unpacked() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("gongbao-zip"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
