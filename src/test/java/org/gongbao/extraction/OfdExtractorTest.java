package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongbao.record.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfdExtractorTest {

    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    @TempDir
    Path folder;

    @Test
    void readsTextWithItsPlacesInPoints() throws IOException {
        ExtractedText text = extract(parts(text(27.2, 40, 5.64, "云政办字〔2023〕12号") + text(27.2, 60, 5.64, "各县人民政府：")));

        assertThat(PdfExtractorTest.paragraphs(text)).containsExactly("云政办字〔2023〕12号", "各县人民政府：");
        assertThat(text.pages()).hasSize(1);
        assertThat(text.pages().get(0).width()).isCloseTo(595.3, offset(0.1));
        Box box = ((Paragraph) text.blocks().get(0)).lines().get(0).box();
        assertThat(box).isNotNull();
        assertThat(box.x()).isCloseTo(27.2 * 72 / 25.4, offset(0.1));
        assertThat(box.height()).isCloseTo(16, offset(0.1));
    }

    @Test
    void joinsTheLinesOfAParagraphThatIsSetInDigitsOfHalfWidth() {
        ExtractedText text =
                Extractors.extract(Path.of("ingest/samples/safety-circular.ofd"), ExtractionLimits.DEFAULT);

        assertThat(PdfExtractorTest.paragraphs(text))
                .contains("2023年，全市安全生产形势总体平稳。全年发生各类生产安全事故同比下降12.5%，未发生较大及以上事故。现将有关情况通报如下：")
                .hasSize(12);
    }

    @Test
    void readsDistancesBetweenCharactersWrittenShort() {
        assertThat(OfdDeltas.expand("2.5 g 3 4 1")).containsExactly(2.5, 4.0, 4.0, 4.0, 1.0);
        assertThat(OfdDeltas.expand("")).isEmpty();
        assertThat(OfdDeltas.expand("g 1000000000 1")).hasSize(100_000);
    }

    @Test
    void readsRuledTablesFromPaths() throws IOException {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            content.append(path("M 20 " + (40 + 10 * i) + " L 180 " + (40 + 10 * i)));
            content.append(path("M " + (20 + 80 * i) + " 40 L " + (20 + 80 * i) + " 60"));
        }
        content.append(text(22, 43, 4, "序号")).append(text(102, 43, 4, "任务"));
        content.append(text(22, 53, 4, "1")).append(text(102, 53, 4, "编印公报"));

        Grid grid = (Grid) extract(parts(content.toString())).blocks().get(0);

        assertThat(grid.rows().stream()
                        .map(row -> row.stream().map(Grid.Cell::text).toList()))
                .containsExactly(List.of("序号", "任务"), List.of("1", "编印公报"));
    }

    @Test
    void readsTheTemplateUnderAPageAndLeavesOutWhatIsInvisible() throws IOException {
        Map<String, String> parts = parts(text(27, 100, 5, "正文")
                + text(27, 120, 5, "看不见").replace("<ofd:TextObject", "<ofd:TextObject Visible=\"false\""));
        parts.put(
                "Doc_0/Document.xml",
                parts.get("Doc_0/Document.xml")
                        .replace(
                                "</ofd:CommonData>",
                                "<ofd:TemplatePage ID=\"9\" BaseLoc=\"Tpls/T.xml\"/></ofd:CommonData>"));
        parts.put("Doc_0/Tpls/T.xml", page(text(27, 50, 5, "云州市人民政府文件")));
        parts.put(
                "Doc_0/Pages/Page_0/Content.xml",
                parts.get("Doc_0/Pages/Page_0/Content.xml")
                        .replace("<ofd:Content>", "<ofd:Template TemplateID=\"9\"/><ofd:Content>"));

        assertThat(PdfExtractorTest.paragraphs(extract(parts))).containsExactly("云州市人民政府文件", "正文");
    }

    @Test
    void saysThatAPageHasOnlyAPicture() throws IOException {
        ExtractedText text = extract(parts("<ofd:ImageObject ID=\"3\" Boundary=\"0 0 210 297\" ResourceID=\"4\"/>"));

        assertThat(PdfExtractorTest.findings(text, "ofd.page-without-text")).hasSize(1);
    }

    @Test
    void readsTheOtherPagesWhenOneIsMissing() throws IOException {
        Map<String, String> parts = parts(text(27, 50, 5, "第一页"));
        parts.put(
                "Doc_0/Document.xml",
                parts.get("Doc_0/Document.xml")
                        .replace(
                                "</ofd:Pages>",
                                "<ofd:Page ID=\"2\" BaseLoc=\"Pages/Page_1/Content.xml\"/></ofd:Pages>"));

        ExtractedText text = extract(parts);

        assertThat(PdfExtractorTest.paragraphs(text)).containsExactly("第一页");
        assertThat(text.pages()).hasSize(2);
        assertThat(PdfExtractorTest.findings(text, "ofd.page-damaged")).hasSize(1);
    }

    @Test
    void refusesEncryptedAndDamagedFiles() throws IOException {
        Map<String, String> encrypted = parts("");
        encrypted.put("Encryptions.xml", "<x/>");

        assertRefused(save(encrypted), "file.encrypted", ExtractionLimits.DEFAULT);
        assertRefused(
                Files.writeString(folder.resolve("no.ofd"), "PK no zip"), "file.damaged", ExtractionLimits.DEFAULT);
        assertRefused(save(Map.of("other.xml", "<x/>")), "file.damaged", ExtractionLimits.DEFAULT);
    }

    @Test
    void resolvesNoEntitiesAndUnpacksNoMoreThanAllowed() throws IOException {
        Map<String, String> entity = parts("");
        entity.put(
                "OFD.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ofd:OFD " + NAMESPACE + ">&e;</ofd:OFD>");
        Map<String, String> bomb = parts("<!--" + " ".repeat(3 << 20) + "-->");

        assertRefused(save(entity), "file.damaged", ExtractionLimits.DEFAULT);
        assertRefused(save(bomb), "file.too-large", new ExtractionLimits(10, 1 << 20, 10));
    }

    @Test
    void staysInsideThePackage() {
        assertThat(OfdPackage.resolve("Doc_0/Document.xml", "../../etc/passwd")).isEqualTo("etc/passwd");
        assertThat(OfdPackage.resolve("Doc_0/Document.xml", "/Doc_0/Res.xml")).isEqualTo("Doc_0/Res.xml");
    }

    private static String text(double x, double y, double size, String text) {
        return "<ofd:TextObject ID=\"4\" Boundary=\"" + x + " " + y + " 150 6\" Font=\"3\" Size=\"" + size + "\">"
                + "<ofd:TextCode X=\"0\" Y=\"" + size * 0.86 + "\" DeltaX=\"g " + text.length() + " " + size + "\">"
                + text
                + "</ofd:TextCode></ofd:TextObject>";
    }

    private static String path(String data) {
        return "<ofd:PathObject ID=\"5\" Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>" + data
                + "</ofd:AbbreviatedData></ofd:PathObject>";
    }

    private static String page(String objects) {
        return "<ofd:Page " + NAMESPACE + "><ofd:Content><ofd:Layer ID=\"2\">" + objects
                + "</ofd:Layer></ofd:Content></ofd:Page>";
    }

    private static Map<String, String> parts(String objects) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "OFD.xml",
                "<ofd:OFD " + NAMESPACE
                        + "><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        parts.put(
                "Doc_0/Document.xml",
                "<ofd:Document " + NAMESPACE
                        + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
                        + "</ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
                        + "</ofd:Pages></ofd:Document>");
        parts.put("Doc_0/Pages/Page_0/Content.xml", page(objects));
        return parts;
    }

    private Path save(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("sample.ofd");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private ExtractedText extract(Map<String, String> parts) throws IOException {
        return new OfdExtractor().extract(save(parts), "application/ofd", ExtractionLimits.DEFAULT);
    }

    private static void assertRefused(Path file, String code, ExtractionLimits limits) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> new OfdExtractor().extract(file, "application/ofd", limits))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
