package org.gongbao.privacy;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Table;
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

    RecordPdf(PrintFonts fonts) {
        this.fonts = fonts;
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
                return new Made(document.getNumberOfPages(), missingGlyphs(record.text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the public PDF cannot be written to " + target, e);
        }
    }

    private Document page(DocumentRecord record) {
        Document page = newDocument();
        Element html = page.createElement("html");
        page.appendChild(html);
        child(child(html, "head"), "style").setTextContent(STYLE.replace("FONTS", fonts.families()));
        Element body = child(html, "body");
        for (PublicText.Part part : PublicText.of(record)) {
            if (part instanceof PublicText.Part.Words words) {
                Element paragraph = child(body, "p");
                paragraph.setAttribute("class", words.setting().name().toLowerCase(java.util.Locale.ROOT));
                paragraph.setTextContent(printable(words.text()));
            } else if (part instanceof PublicText.Part.Ruled ruled) {
                table(body, ruled.table());
            }
        }
        return page;
    }

    private void table(Element body, Table table) {
        Element element = child(body, "table");
        if (!table.header().isEmpty()) {
            row(child(element, "thead"), table.header(), "th");
        }
        Element rows = child(element, "tbody");
        table.rows().forEach(cells -> row(rows, cells, "td"));
    }

    private void row(Element parent, List<String> cells, String name) {
        Element row = child(parent, "tr");
        cells.forEach(cell -> child(row, name).setTextContent(printable(cell)));
    }

    private static Element child(Element parent, String name) {
        Element element = parent.getOwnerDocument().createElement(name);
        parent.appendChild(element);
        return element;
    }

    /** What XML or the font has no form for is shown as 〓 (the printers' mark for a missing type). */
    private String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL)
                .mapToObj(c -> fonts.shows(c) || c == '\u3000' ? Character.toString(c) : "〓")
                .collect(Collectors.joining());
    }

    private List<Finding> missingGlyphs(String text) {
        String missing = text.codePoints()
                .distinct()
                .filter(c -> c > ' ' && c != '\u3000' && !fonts.shows(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(Finding.warning(
                        "font.missing-glyph",
                        "no font at hand has a glyph for " + missing.codePointCount(0, missing.length())
                                + " characters of the text; the PDF shows 〓 in their place, the text keeps them")
                .quoting(missing));
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML document can be made", e);
        }
    }
}
