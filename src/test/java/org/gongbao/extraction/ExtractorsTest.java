package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExtractorsTest {

    @TempDir
    Path folder;

    private void assertRefused(Path file, String code, String... words) {
        assertThatThrownBy(() -> TestFiles.read(file)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e).hasMessageContainingAll("came", "expected");
            List.of(words).forEach(word -> assertThat(e).hasMessageContaining(word));
        });
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void aPageNamedPdfIsReadAsAPageWithAFinding() throws IOException {
        Path page = TestFiles.text(
                folder, "公报.pdf", "<html><body><h1>502 Bad Gateway</h1></body></html>", StandardCharsets.UTF_8);
        ExtractedText text = TestFiles.read(page);
        assertThat(text.mediaType()).isEqualTo(MediaTypes.HTML);
        assertThat(TestFiles.codes(text)).startsWith("file.type-differs").contains("html.error-page");
        assertThat(text.findings().get(0).message()).contains("an HTML page", ".pdf", "expected PDF");
    }

    @Test
    void aNameWithoutExtensionPromisesNothing() throws IOException {
        assertThat(TestFiles.read(file("通知", TestFiles.bytes("云州市财政局通知"))).findings())
                .isEmpty();
        assertThat(NameExtensions.difference("a\u0000.pdf", MediaTypes.PDF)).isEmpty();
        assertThat(NameExtensions.difference("", MediaTypes.TEXT)).isEmpty();
        assertThat(NameExtensions.difference("A.DOCX", MediaTypes.DOC)).isPresent();
    }

    @Test
    void whatCannotBeReadIsRefusedWithWhatCameAndWhatWasExpected() throws IOException {
        assertRefused(file("a.docx", new byte[0]), "file.empty", "empty", "a.docx");
        assertRefused(file("a.rtf", TestFiles.bytes("{\\rtf1 text}")), "file.unsupported", "RTF");
        assertRefused(file("a.json", TestFiles.bytes("{\"title\": \"云州市公报\"}")), "file.unsupported", "JSON");
        assertRefused(
                file("a.bin", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18}), "file.unknown", "unknown");
        assertRefused(file("a.zip", TestFiles.bytes("PK\u0003\u0004 and no more")), "file.damaged");
    }

    @Test
    void encryptedOfficeFilesAreRefused() throws IOException {
        Path file = folder.resolve("a.docx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(new byte[100]), "EncryptedPackage");
            container.writeFilesystem(out);
        }
        assertRefused(file, "file.encrypted", "password");
    }

    @Test
    void anEncryptedZipIsRefused() throws IOException {
        byte[] zip = Files.readAllBytes(TestFiles.zip(folder.resolve("a.zip"), Map.of("a.txt", new byte[] {65})));
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        assertRefused(file("b.zip", zip), "file.encrypted", "password");
    }

    @Test
    void aZipBombAsDocxIsRefused() throws IOException {
        Map<String, byte[]> entries = TestFiles.entries("", Map.of());
        byte[] bomb = new byte[40 << 20];
        Arrays.fill(bomb, (byte) ' ');
        entries.put("word/document.xml", bomb);
        Path file = TestFiles.zip(folder.resolve("bomb.docx"), entries);
        assertThat(Files.size(file)).isLessThan(100_000);
        assertThatThrownBy(() -> Extractors.extract(file, new ExtractionLimits(10, 4 << 20, 10)))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class, e -> assertThat(e.code()).isEqualTo("file.too-large"));
    }

    @Test
    void externalEntitiesAreNeverFetched() throws IOException {
        Path secret = file("secret.txt", TestFiles.bytes("机密内容"));
        Map<String, byte[]> entries = TestFiles.entries("", Map.of());
        entries.put(
                "word/document.xml",
                TestFiles.bytes("<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\"><!ENTITY a \"甲甲\">"
                        + "<!ENTITY b \"&a;&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + "<w:p><w:r><w:t>开头&x;&b;结尾</w:t></w:r></w:p></w:body></w:document>"));
        Path file = TestFiles.zip(folder.resolve("xxe.docx"), entries);
        ExtractedText text = TestFiles.read(file);
        assertThat(text.blocks().toString()).contains("开头", "结尾").doesNotContain("机密", "甲甲");
        assertThat(TestFiles.codes(text)).contains("text.replacement-characters");
    }

    @Test
    void aTruncatedDocxIsRefusedAsADamagedWordDocument() throws IOException {
        byte[] whole = Files.readAllBytes(TestFiles.docx(folder, TestFiles.p("云州市".repeat(500))));
        Path file = file("cut.docx", Arrays.copyOf(whole, whole.length - 60));
        assertRefused(file, "file.damaged");
    }

    @Test
    void aHundredThousandEntriesAreBounded() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 100_000; i++) {
            many.put("e" + i + ".txt", new byte[] {'a'});
        }
        ExtractedText text = Extractors.extract(
                TestFiles.zip(folder.resolve("many.zip"), many), new ExtractionLimits(10, 1 << 20, 200));
        assertThat(text.parts()).hasSize(200);
        assertThat(TestFiles.codes(text)).contains("zip.too-many-parts");
        Map<String, byte[]> office = TestFiles.entries(TestFiles.p("正文"), Map.of());
        office.putAll(many);
        assertThat(TestFiles.paragraphs(TestFiles.read(TestFiles.zip(folder.resolve("many.docx"), office))))
                .containsExactly("正文");
    }

    @Test
    void deeplyNestedXmlIsRefusedNotOverflown() throws IOException {
        String deep =
                "<w:sdt><w:sdtContent>".repeat(50_000) + TestFiles.p("底") + "</w:sdtContent></w:sdt>".repeat(50_000);
        assertRefused(TestFiles.docx(folder, deep), "file.damaged", "nested");
    }

    @Test
    void namesInAContainerAreNeverPaths() throws IOException {
        Map<String, byte[]> entries = TestFiles.entries(TestFiles.p("正文"), Map.of());
        entries.put("../../outside.xml", TestFiles.bytes("<x/>"));
        entries.put("/etc/absolute.xml", TestFiles.bytes("<x/>"));
        entries.put("nul\u0001name.xml", TestFiles.bytes("<x/>"));
        assertThat(TestFiles.paragraphs(TestFiles.read(TestFiles.zip(folder.resolve("p.docx"), entries))))
                .containsExactly("正文");
        assertThat(folder.getParent().resolve("outside.xml")).doesNotExist();
    }
}
