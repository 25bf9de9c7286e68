package org.gongbao.extraction;

import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/** A font of a PDF with what its character codes mean, each looked up once. */
final class PdfFont {

    /** What stands in the tables for a code without a meaning. */
    private static final String NOTHING = "";

    private static final int HEAVY = 600;

    final PDFont font;
    final boolean bold;

    /** Height of a line of this font in text space; 1 but for Type 3 fonts, which have their own glyph space. */
    final float em;

    private final @Nullable String[][] meanings = new @Nullable String[256][];

    PdfFont(PDFont font) {
        this.font = font;
        this.bold = isBold(font);
        this.em = font instanceof PDType3Font type3 ? em(type3) : 1;
    }

    private static float em(PDType3Font font) {
        PDRectangle box = font.getFontBBox();
        float scale = Math.abs(font.getFontMatrix().getScaleY());
        float height = box == null || box.getHeight() <= 0 ? 1000 : box.getHeight();
        return scale * height;
    }

    /** The text that a code stands for, or null where the file does not say. */
    @Nullable
    String text(int code) {
        int high = code >>> 8;
        if (high > 255) {
            return lookUp(code);
        }
        String[] row = meanings[high];
        if (row == null) {
            row = new String[256];
            meanings[high] = row;
        }
        String text = row[code & 255];
        if (text == null) {
            String found = lookUp(code);
            text = found == null ? NOTHING : found;
            row[code & 255] = text;
        }
        return text.isEmpty() ? null : text;
    }

    /** As the PDF library's own text stripper does, so that the text is the same. */
    private @Nullable String lookUp(int code) {
        String text = font.toUnicode(code, GlyphNames.LIST);
        if (text == null && font instanceof PDSimpleFont) {
            return String.valueOf((char) code);
        }
        return text;
    }

    private static boolean isBold(PDFont font) {
        String name = font.getName();
        if (name != null) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.contains("bold") || lower.contains("heavy") || lower.contains("black")) {
                return true;
            }
        }
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= HEAVY);
    }

    /** The names of glyphs, with the additions that the PDF library uses for text. */
    private static final class GlyphNames {
        static final GlyphList LIST = load();

        private static GlyphList load() {
            String additions = "/org/apache/pdfbox/resources/glyphlist/additional.txt";
            try (java.io.InputStream in = GlyphList.class.getResourceAsStream(additions)) {
                return in == null ? GlyphList.getAdobeGlyphList() : new GlyphList(GlyphList.getAdobeGlyphList(), in);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
