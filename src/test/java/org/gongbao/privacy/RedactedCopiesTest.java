package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.TextCorrection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided to go is in no part of what is made, and the rest stays as it was. */
class RedactedCopiesTest {

    private static final String NUMBER = "11010519491231002X";
    private static final PersonalDataGate GATE =
            new PersonalDataGate(new PersonalDataFinder(null), TreatmentPolicy.over(null));
    private static final List<String> NOTICE = List.of(
            "云州市民政局关于发放临时救助金的公示",
            "云民字〔2024〕21号",
            "各县区民政局：",
            "经审核，拟向申请人发放临时救助金，申请人身份证号" + NUMBER + "，现予公示。",
            "公示期为五个工作日，有异议的请向市民政局反映。",
            "云州市民政局",
            "2024年3月5日");

    @TempDir
    Path folder;

    private static DocumentRecord marked(Path file) {
        return PersonalData.over(null).mark(PublicPackage.working(file));
    }

    private static Decided all(DocumentRecord working, Treatment treatment) {
        return decided(working.personalData().stream()
                .map(datum -> redaction(datum, treatment))
                .toList());
    }

    private static Redaction redaction(PersonalDatum datum, Treatment treatment) {
        return new Redaction(datum.kind(), datum.start(), datum.end(), treatment, "条例第十五条", "p-1", "本人同意", true);
    }

    private static Decided decided(List<Redaction> redactions) {
        return new Decided(redactions, null, (record, isRemoved) -> record);
    }

    private Path text(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("notice.txt"), String.join("\n\n", lines));
    }

    private static void assertThatItPasses(DocumentRecord working, PackageContent content) {
        assertThat(GATE.obstacles(working, content)).isEmpty();
        assertThat(new PublicFileGate().obstacles(working, content)).isEmpty();
    }

    @Test
    void textIsRecognisedAnewAndSetWithAPlaceholder() throws IOException {
        Path file = text(NOTICE);
        DocumentRecord working = marked(file);
        assertThat(working.personalData()).hasSize(1);
        assertThat(GATE.obstacles(working, PublicPackage.of(file, working, Portion.WHOLE_FILE)))
                .as("undecided")
                .isNotEmpty();

        PackageContent content = PublicPackage.of(file, working, all(working, Treatment.REMOVE), Portion.WHOLE_FILE);

        assertThatItPasses(working, content);
        assertThat(PublicPackage.everything(content)).doesNotContain(NUMBER, "19491231", "notice.txt");
        assertThat(content.record().text()).contains("申请人身份证号〔身份证号〕，现予公示");
        assertThat(PublicPackage.pages(content).replaceAll("\\s", "")).contains("〔身份证号〕");
        assertThat(content.record().documentNumber()).isEqualTo(working.documentNumber());
        assertThat(content.record().title()).isEqualTo(working.title());
        assertThat(content.record().issuers()).isEqualTo(working.issuers());
        assertThat(content.record().source().name()).isEqualTo(PackageContent.PDF);
        assertThat(content.record().source().mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void whatAPersonReadInALineGoesAlsoWhereTheMachineReadItOtherwise() throws IOException {
        String misread = "11O105194912310O2X";
        List<String> lines =
                NOTICE.stream().map(line -> line.replace(NUMBER, misread)).toList();
        Path file = text(lines);
        TextPlaces places = new TextPlaces(Extractors.extract(file, "notice.txt", ExtractionLimits.DEFAULT));
        List<TextCorrection> texts = places.lines().stream()
                .map(TextPlaces.Words::place)
                .filter(place -> place.read().seen().contains(misread))
                .map(place -> new TextCorrection(place, place.read().seen().replace(misread, NUMBER)))
                .toList();
        DocumentRecord working = marked(text(NOTICE));
        text(lines);

        Decided all = all(working, Treatment.REMOVE);
        Decided decided = new Decided(all.redactions(), null, all.people(), texts);
        PackageContent content = PublicPackage.of(file, working, decided, Portion.WHOLE_FILE);

        assertThat(texts).hasSize(1);
        assertThat(PublicPackage.everything(content)).doesNotContain(NUMBER, misread);
        assertThat(content.record().text()).contains("申请人身份证号〔身份证号〕，现予公示");
    }

    @Test
    void aMaskLeavesWhatThePolicySaysAndKeepingLeavesAll() throws IOException {
        Path file = text(NOTICE);
        DocumentRecord working = marked(file);

        PackageContent masked = PublicPackage.of(file, working, all(working, Treatment.MASK), Portion.WHOLE_FILE);
        assertThatItPasses(working, masked);
        assertThat(masked.record().text()).contains("1****X").doesNotContain(NUMBER);

        PackageContent kept = PublicPackage.of(file, working, all(working, Treatment.KEEP), Portion.WHOLE_FILE);
        assertThatItPasses(working, kept);
        assertThat(kept.record().text()).isEqualTo(working.text()).contains(NUMBER);
    }

    @Test
    void theSamePersonHasTheSameNumberAndGoesFromEveryLine() throws IOException {
        Path file = text(List.of(
                "云州市民政局关于临时救助对象名单的公示", "序号\t姓名\t金额\n1\t邓福贵\t500\n2\t郝秀英\t600\n3\t邓福贵\t700", "其中邓福贵同志的救助金分两次发放。"));
        DocumentRecord working = marked(file);
        assertThat(working.personalData()).extracting(PersonalDatum::kind).contains("name");

        PackageContent content = PublicPackage.of(file, working, all(working, Treatment.REMOVE), Portion.WHOLE_FILE);

        assertThatItPasses(working, content);
        assertThat(PublicPackage.everything(content)).doesNotContain("邓福贵", "郝秀英");
        assertThat(content.record().text())
                .contains("1\t〔姓名1〕\t500")
                .contains("2\t〔姓名2〕\t600")
                .contains("3\t〔姓名1〕\t700")
                .contains("其中〔姓名1〕同志");
    }

    @Test
    void whatNobodyDecidedOnHoldsTheDocumentThoughTheNamesAroundItAreGone() throws IOException {
        Path file = text(List.of("云州市民政局关于临时救助对象名单的公示", "姓名\t联系电话\n邓福贵\t13907971234\n郝秀英\t13907975678"));
        DocumentRecord working = marked(file);
        List<Redaction> names = working.personalData().stream()
                .filter(datum -> datum.kind().equals("name"))
                .map(datum -> redaction(datum, Treatment.REMOVE))
                .toList();
        assertThat(names).hasSize(2);
        assertThat(working.personalData()).hasSize(4);

        PackageContent content = PublicPackage.of(file, working, decided(names), Portion.WHOLE_FILE);

        assertThat(content.record().text()).contains("13907971234");
        assertThat(GATE.obstacles(working, content)).anyMatch(reason -> reason.contains("mobile number"));
    }

    @Test
    void aValueThatGoesInOnePlaceAndStaysInAnotherHoldsTheDocument() throws IOException {
        Path file = text(List.of("甲方身份证号" + NUMBER + "。", "乙方身份证号" + NUMBER + "。"));
        DocumentRecord working = marked(file);
        assertThat(working.personalData()).hasSize(2);
        Decided mixed = decided(List.of(
                redaction(working.personalData().get(0), Treatment.REMOVE),
                redaction(working.personalData().get(1), Treatment.KEEP)));

        assertThat(GATE.obstacles(working, PublicPackage.of(file, working, mixed, Portion.WHOLE_FILE)))
                .anyMatch(reason -> reason.contains("kept in another"));
    }

    @Test
    void whatAPersonSaidInRemovedWordsAndWhatTheSourceSaidIsLeftOut() throws IOException {
        Path file = text(NOTICE);
        DocumentRecord working = marked(file);
        Decided said = new Decided(
                all(working, Treatment.REMOVE).redactions(),
                "{\"title\":\"关于" + NUMBER + "的公示\",\"publishedOn\":\"2024-03-06\"}",
                (record, isRemoved) -> isRemoved.test("\"" + NUMBER + "\"")
                        ? record.toBuilder()
                                .claim("summary", new Claim("概述", "概述", null, null, null, null, "person/1", 1, false))
                                .build()
                        : record);

        PackageContent content = PublicPackage.of(file, working, said, Portion.WHOLE_FILE);

        assertThatItPasses(working, content);
        assertThat(CanonicalJson.write(content.record())).doesNotContain(NUMBER);
        assertThat(content.record().claims()).containsKey("summary");
    }

    @Test
    void aDocumentOfAnIssueIsMadeOfItsOwnText() throws IOException {
        Path file = text(NOTICE);
        DocumentRecord working = marked(file);

        PackageContent content = PublicPackage.of(
                folder.resolve("absent.pdf"), working, all(working, Treatment.REMOVE), Portion.PART_OF_FILE);

        assertThatItPasses(working, content);
        assertThat(content.record().text()).contains("〔身份证号〕").doesNotContain(NUMBER);
        assertThat(content.record().documentNumber()).isEqualTo(working.documentNumber());
    }

    @Test
    void aPdfIsRebuiltFromPicturesThatDifferUnderTheCoversAlone() throws IOException {
        Path file = pdf();
        DocumentRecord working = marked(file);
        assertThat(working.personalData()).hasSize(1);

        PackageContent content = PublicPackage.of(file, working, all(working, Treatment.REMOVE), Portion.WHOLE_FILE);

        assertThatItPasses(working, content);
        assertThat(PublicPackage.everything(content))
                .doesNotContain(NUMBER, "secret-author", "secret-note", "secret-attachment", "secret-metadata");
        assertThat(content.record().documentNumber()).isEqualTo(working.documentNumber());
        assertThat(content.record().title()).isEqualTo(working.title());
        assertThat(content.record().text()).contains("〔身份证号〕");
        Path copy = Objects.requireNonNull(content.files().get(PackageContent.PDF));
        assertThat(PublicPackage.pages(content).replaceAll("\\s", ""))
                .isEqualTo(content.record().text().replaceAll("\\s", ""));
        try (PDDocument document = Loader.loadPDF(copy.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentCatalog().getCOSObject().keySet())
                    .containsExactlyInAnyOrder(COSName.TYPE, COSName.PAGES, COSName.VERSION);
            for (int page = 0; page < 2; page++) {
                assertThatOnlyCoversDiffer(file, document, page, page == 0 ? 1 : 0);
            }
        }
        PackageContent again = PublicPackage.of(file, working, all(working, Treatment.REMOVE), Portion.WHOLE_FILE);
        assertThat(Objects.requireNonNull(again.files().get(PackageContent.PDF)))
                .as("the same file gives the same bytes")
                .hasSameBinaryContentAs(copy);
    }

    private static void assertThatOnlyCoversDiffer(Path original, PDDocument copy, int page, int least)
            throws IOException {
        BufferedImage made;
        var resources = copy.getPage(page).getResources();
        made = ((PDImageXObject) resources.getXObject(
                        resources.getXObjectNames().iterator().next()))
                .getImage();
        BufferedImage before;
        try (PDDocument document = Loader.loadPDF(original.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setAnnotationsFilter(annotation -> false);
            before = renderer.renderImageWithDPI(page, (float) RedactedPages.TEXT_DPI, ImageType.RGB);
        }
        assertThat(made.getWidth()).isEqualTo(before.getWidth());
        assertThat(made.getHeight()).isEqualTo(before.getHeight());
        int different = 0;
        int black = 0xFF000000;
        for (int y = 0; y < made.getHeight(); y++) {
            for (int x = 0; x < made.getWidth(); x++) {
                if (made.getRGB(x, y) != before.getRGB(x, y)) {
                    different++;
                    assertThat(made.getRGB(x, y)).isEqualTo(black);
                }
            }
        }
        assertThat(different).isGreaterThanOrEqualTo(least).isLessThan(60_000);
        if (least == 0) {
            assertThat(different).isZero();
        }
    }

    @Test
    void aScanIsCoveredAndReadOnceMore() throws IOException {
        Path picture = folder.resolve("scan.png");
        try (PDDocument document = Loader.loadPDF(pdf().toFile())) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.RGB), "png", picture.toFile());
        }
        DocumentRecord working = marked(picture);
        assertThat(working.source().recognisedByOcr()).isTrue();
        assertThat(working.personalData()).hasSize(1);

        PackageContent content = PublicPackage.of(picture, working, all(working, Treatment.REMOVE), Portion.WHOLE_FILE);

        assertThatItPasses(working, content);
        assertThat(PublicPackage.everything(content)).doesNotContain(NUMBER);
        assertThat(content.record().text()).contains("〔身份证号〕").contains("云州市民政局");
        Path copy = Objects.requireNonNull(content.files().get(PackageContent.PDF));
        try (PDDocument document = Loader.loadPDF(copy.toFile())) {
            Path seen = folder.resolve("seen.png");
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.RGB), "png", seen.toFile());
            assertThat(PublicPackage.working(seen).text().replaceAll("\\s", ""))
                    .contains("公示期为五个工作日")
                    .doesNotContain(NUMBER)
                    .doesNotContain("19491231");
        }
    }

    @Test
    void htmlGoesWithItsMetadataAndHiddenWords() throws IOException {
        Path file = Files.writeString(
                folder.resolve("notice.html"),
                "<html><head><title>公示</title><meta name=\"Keywords\" content=\"" + NUMBER
                        + "\"><meta name=\"ArticleTitle\" content=\"关于"
                        + NUMBER + "的公示\"></head><body>"
                        + String.join(
                                "",
                                NOTICE.stream()
                                        .map(line -> "<p>" + line + "</p>")
                                        .toList())
                        + "<p style=\"display:none\">" + NUMBER + "</p></body></html>");
        DocumentRecord working = marked(file);

        PackageContent content = PublicPackage.of(file, working, all(working, Treatment.REMOVE), Portion.WHOLE_FILE);

        assertThatItPasses(working, content);
        assertThat(PublicPackage.everything(content)).doesNotContain(NUMBER);
        assertThat(content.record().documentNumber()).isEqualTo(working.documentNumber());
    }

    private Path pdf() throws IOException {
        Path file = folder.resolve("notice.pdf");
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document, PrintFont.packaged().open(), true);
            for (int number = 0; number < 2; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    float y = 740;
                    for (String line : number == 0 ? NOTICE : List.of("附件：公示情况说明", "本次公示由市民政局负责解释，联系方式见市政府网站。")) {
                        boolean centred = line.startsWith("云州市民政局关于") || line.startsWith("云民字");
                        y = set(content, font, line, centred ? 297 - line.length() * 6 : 72, y) - 26;
                    }
                }
                PDAnnotationText note = new PDAnnotationText();
                note.setContents("secret-note " + NUMBER);
                note.setRectangle(new PDRectangle(300, 300, 40, 40));
                page.setAnnotations(List.of(note));
            }
            document.getDocumentInformation().setAuthor("secret-author " + NUMBER);
            PDComplexFileSpecification attached = new PDComplexFileSpecification();
            attached.setFile("secret-attachment.txt");
            PDEmbeddedFile embedded = new PDEmbeddedFile(document);
            try (OutputStream out = embedded.createOutputStream()) {
                out.write(("secret-attachment " + NUMBER).getBytes(StandardCharsets.UTF_8));
            }
            attached.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("a", attached));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.save(file.toFile());
        }
        return file;
    }

    /** Lines too long for the page go on in the next one. */
    private static float set(PDPageContentStream content, PDFont font, String line, float x, float top)
            throws IOException {
        float y = top;
        for (int from = 0; from < line.length(); from += 36) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(x, y);
            content.showText(line.substring(from, Math.min(line.length(), from + 36)));
            content.endText();
            y -= 20;
        }
        return y;
    }
}
