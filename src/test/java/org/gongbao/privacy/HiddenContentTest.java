package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a PDF holds but does not show is in nothing that goes out. */
class HiddenContentTest {

    private static final String SHOWN = "BT /F 12 Tf 72 700 Td (Words for everyone to read.) Tj ET\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "pdf.text-hidden, BT 1 g /F 12 Tf 72 600 Td (canary) Tj ET",
        "pdf.text-hidden, BT 3 Tr /F 12 Tf 72 600 Td (canary) Tj ET",
        "pdf.text-tiny, BT /F 0.4 Tf 72 600 Td (canary) Tj ET",
        "pdf.text-outside-page, BT /F 12 Tf 72 -600 Td (canary) Tj ET"
    })
    void textThatNobodySeesIsNotInThePackage(String code, String operators) throws IOException {
        Path file = pdf(SHOWN + operators, document -> {});

        PackageContent content = PublicPackage.of(file);

        assertThat(PublicPackage.working(file).findings())
                .filteredOn(finding -> finding.code().equals(code))
                .extracting(Finding::quote)
                .as("the desk sees what was hidden")
                .containsExactly("canary");
        assertThat(content.record().findings())
                .filteredOn(finding -> finding.code().equals(code))
                .extracting(Finding::quote)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(PublicPackage.pages(content)).contains("Words for everyone to read.");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, 0 g 70 596 60 16 re f",
        "ERROR, 0.2 0.2 0.4 rg 70 596 60 16 re B",
        "WARNING, 1 g 70 596 60 16 re f",
        "ERROR, 0 g 0 595 m 300 595 l 300 612 l 0 612 l h f*"
    })
    void aBoxOverLiveTextIsToldAndTheTextIsNotInThePackage(Severity severity, String box) throws IOException {
        Path file = pdf(SHOWN + "BT /F 12 Tf 72 600 Td (canary) Tj ET " + box, document -> {});

        DocumentRecord working = PublicPackage.working(file);
        PackageContent content = PublicPackage.of(file);

        assertThat(working.findings())
                .filteredOn(finding -> finding.code().equals("pdf.text-covered"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.page()).isEqualTo(1);
                    assertThat(finding.quote()).isEqualTo("canary");
                    assertThat(finding.message()).contains("under 1 box");
                });
        assertThat(working.text()).isEqualTo("Words for everyone to read.");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
        assertThat(new UnreadablePagesGate().obstacles(working, content)).hasSize(severity == Severity.ERROR ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.8 g 70 596 60 16 re f 0 g BT /F 12 Tf 72 600 Td (seen) Tj ET",
                "BT /F 12 Tf 72 600 Td (seen) Tj ET q 300 300 10 10 re W n 0 g 70 596 60 16 re f Q",
                "BT /F 12 Tf 72 600 Td (seen) Tj ET 70 596 60 16 re S",
                "BT /F 12 Tf 72 600 Td (seen) Tj ET 0 g 70 590 60 6 re f"
            })
    void aBoxUnderBesideOrAroundTextCoversNothing(String operators) throws IOException {
        Path file = pdf(SHOWN + operators, document -> {});

        DocumentRecord working = PublicPackage.working(file);

        assertThat(working.text()).contains("seen");
        assertThat(working.findings()).extracting(Finding::code).doesNotContain("pdf.text-covered");
    }

    @Test
    void theWordsOfANoteAreNotInThePackage() throws IOException {
        Path file = pdf(SHOWN, document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("canary");
            document.getPage(0).setAnnotations(List.of(note));
        });

        PackageContent content = PublicPackage.of(file);

        assertThat(content.record().findings()).extracting(Finding::code).contains("pdf.annotation");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OC /off BDC BT /F 12 Tf 72 600 Td (canary) Tj ET EMC",
                "/OC /off BDC /Span /missing BDC EMC BT /F 12 Tf 72 600 Td (canary) Tj ET EMC",
                "/OC /off BDC /OC /on BDC BT /F 12 Tf 72 600 Td (canary) Tj ET EMC EMC",
                "/OC /both BDC BT /F 12 Tf 72 600 Td (canary) Tj ET EMC",
                "/onLayer Do",
                "/OC /off BDC /plain Do EMC"
            })
    void whatStandsOnALayerThatIsOffIsNotInThePackage(String operators) throws IOException {
        Path file = pdf(SHOWN + operators, HiddenContentTest::addLayers);

        DocumentRecord working = PublicPackage.working(file);
        PackageContent content = PublicPackage.of(file);

        assertThat(working.text()).isEqualTo("Words for everyone to read.");
        assertThat(content.record().findings()).extracting(Finding::code).contains("pdf.optional-content");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OC /on BDC BT /F 12 Tf 72 600 Td (seen) Tj ET EMC",
                "/OC /any BDC BT /F 12 Tf 72 600 Td (seen) Tj ET EMC",
                "/OC /off BDC EMC BT /F 12 Tf 72 600 Td (seen) Tj ET"
            })
    void whatStandsOnALayerThatIsOnIsRead(String operators) throws IOException {
        Path file = pdf(SHOWN + operators, HiddenContentTest::addLayers);

        assertThat(PublicPackage.working(file).text()).endsWith("seen");
    }

    @Test
    void aFormFieldThatIsNotForTheScreenIsNotInThePackage() throws IOException {
        Path file = pdf(SHOWN, HiddenContentTest::addUnseenField);

        PackageContent content = PublicPackage.of(file);

        assertThat(content.record().text()).isEqualTo("Words for everyone to read.");
        assertThat(PublicPackage.everything(content)).doesNotContain("canary");
    }

    private static void addLayers(PDDocument document) throws IOException {
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup on = new PDOptionalContentGroup("on");
        PDOptionalContentGroup off = new PDOptionalContentGroup("off");
        layers.addGroup(on);
        layers.addGroup(off);
        layers.setGroupEnabled(off, false);
        document.getDocumentCatalog().setOCProperties(layers);
        PDResources resources = document.getPage(0).getResources();
        resources.put(COSName.getPDFName("on"), on);
        resources.put(COSName.getPDFName("off"), off);
        resources.put(COSName.getPDFName("any"), membership("AnyOn", on, off));
        resources.put(COSName.getPDFName("both"), membership("AllOn", on, off));
        PDFormXObject onLayer = form(document, "canary");
        onLayer.setOptionalContent(off);
        resources.put(COSName.getPDFName("onLayer"), onLayer);
        resources.put(COSName.getPDFName("plain"), form(document, "canary"));
    }

    private static PDOptionalContentMembershipDictionary membership(String policy, PDPropertyList... layers) {
        PDOptionalContentMembershipDictionary membership = new PDOptionalContentMembershipDictionary();
        membership.setOCGs(List.of(layers));
        membership.setVisibilityPolicy(COSName.getPDFName(policy));
        return membership;
    }

    private static PDFormXObject form(PDDocument document, String words) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(0, 0, 595, 842));
        form.setResources(resources());
        try (OutputStream out = form.getStream().createOutputStream()) {
            out.write(("BT /F 12 Tf 72 500 Td (" + words + ") Tj ET").getBytes(StandardCharsets.ISO_8859_1));
        }
        return form;
    }

    private static void addUnseenField(PDDocument document) throws IOException {
        PDAcroForm acroForm = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(acroForm);
        PDTextField field = new PDTextField(acroForm);
        field.setPartialName("remark");
        acroForm.setFields(List.of(field));
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(72, 500, 200, 40));
        widget.setPage(document.getPage(0));
        widget.setNoView(true);
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(
                new PDAppearanceStream(form(document, "canary").getCOSObject()));
        widget.setAppearance(appearance);
        document.getPage(0).setAnnotations(List.of(widget));
    }

    private static PDResources resources() {
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        return resources;
    }

    private Path pdf(String operators, Further further) throws IOException {
        Path file = folder.resolve("notice.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.setResources(resources());
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
            }
            page.setContents(stream);
            document.addPage(page);
            further.add(document);
            document.save(file.toFile());
        }
        return file;
    }

    /** What else the document holds. */
    private interface Further {
        void add(PDDocument document) throws IOException;
    }
}
