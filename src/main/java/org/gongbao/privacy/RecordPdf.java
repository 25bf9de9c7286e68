package org.gongbao.privacy;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Sets a record as a new PDF with the fonts given. The same record gives the same bytes. */
final class RecordPdf {

    /** {@code FONTS} stands for the families of the fonts. */
    private static final String STYLE = "@page { size: A4; margin: 37mm 26mm 35mm 28mm;"
            + " @bottom-center { content: '— ' counter(page) ' —'; font-family: FONTS; font-size: 12pt } }"
            + " body { font-family: FONTS; font-size: 14pt; line-height: 1.7 }"
            + " p { margin: 0; text-indent: 2em; word-wrap: break-word }"
            + " p.title { text-indent: 0; text-align: center; font-size: 20pt; line-height: 1.5; margin: 4pt 0 }"
            + " p.centred { text-indent: 0; text-align: center; margin-bottom: 10pt }"
            + " p.right { text-indent: 0; text-align: right; padding-right: 2em }"
            + " table { border-collapse: collapse; width: 100%; font-size: 10.5pt; margin: 8pt 0;"
            + " -fs-table-paginate: paginate }"
            + " td, th { border: 0.6pt solid black; padding: 2pt 4pt; font-weight: normal; word-wrap: break-word }"
            + " th { text-align: center }";

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final PrintFonts fonts;
    private final PrintedText printed;

    RecordPdf(PrintFonts fonts) {
        this.fonts = fonts;
        this.printed = new PrintedText(fonts);
    }

    /** What was made. */
    record Made(int pages, List<Finding> findings) {}

    /** Writes the PDF. */
    Made write(DocumentRecord record, Path target) {
        PdfRendererBuilder builder = new PdfRendererBuilder().useFastMode().withW3cDocument(page(record), null);
        fonts.giveTo(builder);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                PDDocumentInformation properties = new PDDocumentInformation();
                properties.setTitle(record.displayTitle());
                document.setDocumentInformation(properties);
                document.setDocumentId(0L);
                document.save(target.toFile());
                return new Made(document.getNumberOfPages(), printed.missingGlyphs(record.text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the public PDF cannot be written to " + target, e);
        }
    }

    private Document page(DocumentRecord record) {
        String title = record.displayTitle();
        Element body = printed.newBody(title == null ? "" : title, STYLE);
        printed.append(body, record);
        return body.getOwnerDocument();
    }
}
