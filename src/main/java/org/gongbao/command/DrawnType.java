package org.gongbao.command;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * Type 3 fonts (ISO 32000-1, 9.6.5): each glyph is a little drawing, and a ToUnicode map says what it means. Browsers print
 * Chinese so. A font has room for 256 glyphs.
 */
final class DrawnType implements BenchType {

    private static final int ROOM = 256;

    private final PDDocument document;
    private final TrueTypeFont outlines;
    private final List<Drawn> fonts = new ArrayList<>();
    private final Map<Integer, Place> places = new HashMap<>();

    DrawnType(PDDocument document, TrueTypeFont outlines) {
        this.document = document;
        this.outlines = outlines;
    }

    /** Where the glyph of a character is. */
    private record Place(Drawn font, int code) {}

    /** One font, with the characters of its codes. */
    private static final class Drawn {
        final COSDictionary dictionary = new COSDictionary();
        final COSDictionary glyphs = new COSDictionary();
        final COSArray widths = new COSArray();
        final PDType3Font font;
        final List<Integer> characters = new ArrayList<>();

        Drawn(int em) throws IOException {
            dictionary.setItem(COSName.TYPE, COSName.FONT);
            dictionary.setItem(COSName.SUBTYPE, COSName.TYPE3);
            dictionary.setItem(COSName.FONT_BBOX, numbers(0, -em / 4f, em, em));
            dictionary.setItem(COSName.FONT_MATRIX, numbers(1f / em, 0, 0, 1f / em, 0, 0));
            dictionary.setItem(COSName.CHAR_PROCS, glyphs);
            dictionary.setItem(COSName.WIDTHS, widths);
            dictionary.setInt(COSName.FIRST_CHAR, 0);
            font = new PDType3Font(dictionary);
        }
    }

    @Override
    public float width(String text, float height) throws IOException {
        float width = 0;
        for (int character : text.codePoints().toArray()) {
            width += outlines.getAdvanceWidth(glyph(character));
        }
        return width / outlines.getUnitsPerEm() * height;
    }

    private int glyph(int character) throws IOException {
        return outlines.getUnicodeCmapLookup().getGlyphId(character);
    }

    @Override
    public void show(PDPageContentStream content, float height, String text) throws IOException {
        for (int character : text.codePoints().toArray()) {
            Place place = place(character);
            content.setFont(place.font.font, height);
            RawText.show(content, String.format(Locale.ROOT, "%02x", place.code));
        }
    }

    private Place place(int character) throws IOException {
        Place known = places.get(character);
        if (known == null) {
            if (fonts.isEmpty() || fonts.get(fonts.size() - 1).characters.size() == ROOM) {
                fonts.add(new Drawn(outlines.getUnitsPerEm()));
            }
            Drawn font = fonts.get(fonts.size() - 1);
            known = new Place(font, font.characters.size());
            font.characters.add(character);
            font.widths.add(COSInteger.get(outlines.getAdvanceWidth(glyph(character))));
            font.glyphs.setItem(COSName.getPDFName("g" + known.code), drawing(glyph(character)));
            places.put(character, known);
        }
        return known;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }

    private COSStream drawing(int glyph) throws IOException {
        StringBuilder drawing = new StringBuilder();
        drawing.append(outlines.getAdvanceWidth(glyph)).append(" 0 d0\n");
        PathIterator path = path(glyph).getPathIterator(null);
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> add(drawing, "m", at[0], at[1]);
                case PathIterator.SEG_LINETO -> add(drawing, "l", at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    // A cubic curve that is the quadratic one.
                    float fromX = x + 2 * (at[0] - x) / 3;
                    float fromY = y + 2 * (at[1] - y) / 3;
                    float toX = at[2] + 2 * (at[0] - at[2]) / 3;
                    float toY = at[3] + 2 * (at[1] - at[3]) / 3;
                    add(drawing, "c", fromX, fromY, toX, toY, at[2], at[3]);
                    at[0] = at[2];
                    at[1] = at[3];
                }
                default -> drawing.append("h\n");
            }
            x = at[0];
            y = at[1];
        }
        return stream(drawing.append("f\n").toString());
    }

    private GeneralPath path(int glyph) throws IOException {
        GlyphData data = outlines.getGlyph().getGlyph(glyph);
        return data == null ? new GeneralPath() : data.getPath();
    }

    private static void add(StringBuilder drawing, String operator, float... values) {
        for (float value : values) {
            drawing.append(Math.round(value)).append(' ');
        }
        drawing.append(operator).append('\n');
    }

    private COSStream stream(String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    /** Says what the codes of each font mean. */
    @Override
    public void close() throws IOException {
        for (Drawn font : fonts) {
            COSArray differences = new COSArray();
            differences.add(COSInteger.ZERO);
            StringBuilder meanings = new StringBuilder();
            for (int code = 0; code < font.characters.size(); code++) {
                differences.add(COSName.getPDFName("g" + code));
                meanings.append(String.format(Locale.ROOT, "1 beginbfchar <%02x> <", code));
                for (char unit : Character.toChars(font.characters.get(code))) {
                    meanings.append(String.format(Locale.ROOT, "%04x", (int) unit));
                }
                meanings.append("> endbfchar\n");
            }
            COSDictionary encoding = new COSDictionary();
            encoding.setItem(COSName.DIFFERENCES, differences);
            font.dictionary.setItem(COSName.ENCODING, encoding);
            font.dictionary.setInt(COSName.LAST_CHAR, font.characters.size() - 1);
            font.dictionary.setItem(COSName.TO_UNICODE, stream(cmap(meanings)));
        }
    }

    private static String cmap(CharSequence meanings) {
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Meanings def /CMapType 2 def\n"
                + "1 begincodespacerange <00> <ff> endcodespacerange\n" + meanings
                + "endcmap CMapName currentdict /CMap defineresource pop end end\n";
    }
}
