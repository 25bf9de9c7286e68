package org.gongbao.command;

import java.io.IOException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** An embedded subset of a TrueType font with a ToUnicode map, as office programs embed it. */
final class EmbeddedType implements BenchType {

    private final PDFont font;

    EmbeddedType(PDDocument document, TrueTypeFont file) throws IOException {
        this.font = PDType0Font.load(document, file, true);
    }

    @Override
    public float width(String text, float height) throws IOException {
        return font.getStringWidth(text) / 1000 * height;
    }

    @Override
    public void show(PDPageContentStream content, float height, String text) throws IOException {
        content.setFont(font, height);
        content.showText(text);
    }
}
