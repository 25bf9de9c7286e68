package org.gongbao.privacy;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Sets an issue of a gazette as PDF/A-2u (公报一期的版式文件): with bookmarks, page numbers, verification code and QR code. The same
 * sheets give the same bytes.
 */
public final class IssuePdf {

    private static final String PRODUCER = "Gongbao";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final PrintFonts fonts;
    private final PrintedText printed;

    /** With the packaged font, and those of a folder; null for none. */
    public static IssuePdf withFonts(@Nullable Path folder) {
        return new IssuePdf(PrintFonts.of(folder));
    }

    IssuePdf(PrintFonts fonts) {
        this.fonts = fonts;
        this.printed = new PrintedText(fonts);
    }

    /**
     * What was made.
     *
     * @param contents with the pages of each entry
     */
    public record Made(IssueContents contents, int pages, List<Finding> findings) {
        public Made {
            findings = List.copyOf(findings);
        }
    }

    /** Writes the PDF. */
    public Made write(IssueSheets sheets, Path target) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer(PRODUCER)
                .withW3cDocument(IssuePage.of(printed, sheets), null);
        fonts.giveTo(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                describe(document, sheets.contents().imprint());
                IssueContents paged = paged(sheets.contents(), document);
                document.setDocumentId(sheets.uid().value().hashCode() & 0xffffffffL);
                document.save(target.toFile());
                return new Made(paged, document.getNumberOfPages(), missing(sheets));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF of the issue cannot be written to " + target, e);
        }
    }

    private List<Finding> missing(IssueSheets sheets) {
        return printed.missingGlyphs(sheets.texts().stream()
                .filter(text -> text != null)
                .map(DocumentRecord::text)
                .collect(Collectors.joining()));
    }

    /** Properties and metadata say the same, and nothing of the moment in which the file was made. */
    private static void describe(PDDocument document, Imprint imprint) throws IOException {
        GregorianCalendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        day.setTimeInMillis(imprint.date().toEpochDay() * 86_400_000L);
        PDDocumentInformation properties = new PDDocumentInformation();
        properties.setTitle(imprint.title());
        properties.setAuthor(imprint.sponsor());
        properties.setProducer(PRODUCER);
        properties.setCreationDate(day);
        properties.setModificationDate(day);
        document.setDocumentInformation(properties);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(imprint).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setLanguage("zh-Hans");
    }

    private static String xmp(Imprint imprint) {
        String day = day(imprint.date());
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdf:Producer>%s</pdf:Producer>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped(imprint.title()), escaped(imprint.sponsor()), day, day, PRODUCER);
    }

    private static String day(LocalDate date) {
        return date + "T00:00:00+00:00";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The bookmarks know where each document begins; it ends where the next one or the imprint does. */
    private static IssueContents paged(IssueContents contents, PDDocument document) throws IOException {
        List<Integer> starts = new ArrayList<>();
        List<PDOutlineItem> top = new ArrayList<>();
        document.getDocumentCatalog().getDocumentOutline().children().forEach(top::add);
        for (PDOutlineItem column : top.subList(1, top.size() - 1)) {
            for (PDOutlineItem entry : column.children()) {
                starts.add(page(document, entry));
            }
        }
        starts.add(page(document, top.get(top.size() - 1)));
        List<IssueContents.Entry> entries = new ArrayList<>();
        for (int i = 0; i < contents.entries().size(); i++) {
            List<Integer> pages =
                    IntStream.range(starts.get(i), starts.get(i + 1)).boxed().toList();
            entries.add(contents.entries().get(i).onPages(pages));
        }
        return new IssueContents(contents.imprint(), entries);
    }

    private static int page(PDDocument document, PDOutlineItem item) throws IOException {
        PDPage page = item.findDestinationPage(document);
        return document.getPages().indexOf(page) + 1;
    }
}
