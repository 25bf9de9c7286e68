package org.gongbao.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A PDF with Chinese text, made operator by operator. Its font is not embedded; the predefined CMap UniGB-UTF16-H says what
 * the codes mean. Places are points from the top left of an A4 page (595 by 842).
 */
final class PdfSample {

    static final float HEIGHT = 842;

    final PDDocument document = new PDDocument();
    private final COSDictionary font = font();
    private PDPage page = new PDPage(new PDRectangle(595, HEIGHT));
    private StringBuilder content = new StringBuilder();
    private boolean open;

    /** A new page; what follows is drawn on it. */
    PdfSample page() {
        finish();
        page = new PDPage(new PDRectangle(595, HEIGHT));
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F"), font);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        document.addPage(page);
        open = true;
        return this;
    }

    PDPage current() {
        return page;
    }

    /** Draws a line of text with its top at the given place. */
    PdfSample text(double x, double top, double size, String text) {
        return draw(String.format(
                Locale.ROOT,
                "BT /F %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET%n",
                size,
                x,
                HEIGHT - top - size * 0.86,
                HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE))));
    }

    PdfSample line(double x1, double top1, double x2, double top2) {
        return draw(String.format(Locale.ROOT, "%.2f %.2f m %.2f %.2f l S%n", x1, HEIGHT - top1, x2, HEIGHT - top2));
    }

    /** A black rectangle. */
    PdfSample bar(double x, double top, double width, double height) {
        return draw(String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f re f%n", x, HEIGHT - top - height, width, height));
    }

    PdfSample draw(String operators) {
        content.append(operators).append('\n');
        return this;
    }

    /** Lines of prose in a column: the first is set in by two characters. */
    PdfSample prose(double x, double top, double size, int perLine, String text) {
        int start = 0;
        double y = top;
        boolean first = true;
        while (start < text.length()) {
            int length = Math.min(first ? perLine - 2 : perLine, text.length() - start);
            text(first ? x + 2 * size : x, y, size, text.substring(start, start + length));
            start += length;
            y += size * 1.75;
            first = false;
        }
        return this;
    }

    PDDocument finished() {
        finish();
        return document;
    }

    Path save(Path file) throws IOException {
        finish();
        document.save(file.toFile());
        document.close();
        return file;
    }

    private void finish() {
        if (open) {
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content.toString().getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            page.setContents(stream);
            content = new StringBuilder();
            open = false;
        }
    }

    private static COSDictionary font() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, 5);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, "STSong-Light");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setInt(COSName.DW, 1000);
        COSArray widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(COSInteger.get(95));
        widths.add(COSInteger.get(500));
        descendant.setItem(COSName.W, widths);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
