package org.gongbao.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;

/** A font that the PDF only names, with a predefined CMap (ISO 32000-1, 9.7.5.2), as old Chinese PDFs do. */
final class NamedType implements BenchType {

    private static final String NAME = "STSong-Light";

    private final PDFont font;

    NamedType() throws IOException {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, 5);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, NAME);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setInt(COSName.DW, 1000);
        // The glyphs 1 to 95 of Adobe-GB1 are those of ASCII, half as wide as a character.
        descendant.setItem(COSName.W, array(COSInteger.get(1), COSInteger.get(95), COSInteger.get(500)));
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dictionary.setName(COSName.BASE_FONT, NAME);
        dictionary.setName(COSName.ENCODING, "UniGB-UTF16-H");
        dictionary.setItem(COSName.DESCENDANT_FONTS, array(descendant));
        this.font = PDFontFactory.createFont(dictionary);
    }

    private static COSArray array(org.apache.pdfbox.cos.COSBase... items) {
        COSArray array = new COSArray();
        for (org.apache.pdfbox.cos.COSBase item : items) {
            array.add(item);
        }
        return array;
    }

    @Override
    public float width(String text, float height) {
        return (float) text.codePoints().mapToDouble(c -> c < 128 ? 0.5 : 1).sum() * height;
    }

    @Override
    public void show(PDPageContentStream content, float height, String text) throws IOException {
        content.setFont(font, height);
        RawText.show(content, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)));
    }
}
