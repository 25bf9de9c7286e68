package org.gongbao.extraction;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one PDF, as far as reading text needs them. A font that says itself what its characters mean (ToUnicode, or
 * a predefined CMap, ISO 32000-1, 9.7.5 and 9.10) is made without its font file, from a copy of its dictionary, so that
 * drawing the pages later is not affected. All others are made as they are.
 */
final class PdfFonts {

    /** Fonts kept ready; a long file may have new ones on every page. */
    private static final int KEPT = 200;

    private static final COSName IDENTITY_H = COSName.IDENTITY_H;

    private final Map<COSDictionary, PdfFont> fonts = new IdentityHashMap<>();
    private final Map<String, Boolean> missing = new LinkedHashMap<>();
    private final Set<String> flooded = new TreeSet<>();
    private @Nullable COSStream stub;

    /** The font of a font dictionary. */
    PdfFont font(COSDictionary dictionary) throws IOException {
        PdfFont font = fonts.get(dictionary);
        if (font == null) {
            if (fonts.size() >= KEPT) {
                fonts.clear();
            }
            font = new PdfFont(make(dictionary));
            fonts.put(dictionary, font);
        }
        return font;
    }

    /** Names of the fonts that are not in the file, each once, and forgets them. */
    Iterable<String> missing() {
        return missing.keySet();
    }

    /** Names of the fonts that speak of more codes than a font can have; what they say of them is passed over. */
    Set<String> flooded() {
        return flooded;
    }

    private PDFont make(COSDictionary original) throws IOException {
        COSDictionary font = bounded(original);
        if (COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE))) {
            return PDFontFactory.createFont(composite(font));
        }
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        noteMissing(font, descriptor);
        if (COSName.TRUE_TYPE.equals(font.getCOSName(COSName.SUBTYPE))
                && descriptor != null
                && hasFile(descriptor)
                && hasToUnicode(font)
                && font.getCOSName(COSName.ENCODING) != null) {
            COSDictionary light = new COSDictionary(font);
            light.setItem(COSName.FONT_DESC, withoutFile(descriptor));
            return PDFontFactory.createFont(light);
        }
        return PDFontFactory.createFont(font);
    }

    /** The font, or a copy without a ToUnicode map or widths that would never end. */
    private COSDictionary bounded(COSDictionary font) {
        COSDictionary bounded = font;
        if (font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map && FontFloods.floods(map)) {
            bounded = new COSDictionary(font);
            bounded.removeItem(COSName.TO_UNICODE);
        }
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.size() > 0 && descendants.getObject(0) instanceof COSDictionary first) {
            COSDictionary descendant = new COSDictionary(first);
            if (FontFloods.removeWidths(descendant)) {
                bounded = new COSDictionary(bounded);
                COSArray array = new COSArray();
                array.add(descendant);
                bounded.setItem(COSName.DESCENDANT_FONTS, array);
            }
        }
        if (bounded != font) {
            flooded.add(String.valueOf(font.getNameAsString(COSName.BASE_FONT)));
        }
        return bounded;
    }

    private COSDictionary composite(COSDictionary font) throws IOException {
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        COSBase first = descendants == null || descendants.size() == 0 ? null : descendants.getObject(0);
        if (!(first instanceof COSDictionary descendant)) {
            return font;
        }
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        noteMissing(descendant, descriptor);
        if (!saysItself(font, descendant)) {
            return font;
        }
        COSDictionary lightDescendant = new COSDictionary(descendant);
        lightDescendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        lightDescendant.removeItem(COSName.CID_TO_GID_MAP);
        lightDescendant.setItem(COSName.FONT_DESC, withoutFile(descriptor == null ? new COSDictionary() : descriptor));
        COSDictionary light = new COSDictionary(font);
        COSArray array = new COSArray();
        array.add(lightDescendant);
        light.setItem(COSName.DESCENDANT_FONTS, array);
        return light;
    }

    /** Whether the meaning of its codes is known without the font file. */
    private static boolean saysItself(COSDictionary font, COSDictionary descendant) {
        if (hasToUnicode(font)) {
            return true;
        }
        COSName encoding = font.getCOSName(COSName.ENCODING);
        boolean predefined = encoding != null && !encoding.equals(IDENTITY_H) && !encoding.equals(COSName.IDENTITY_V);
        COSDictionary system = descendant.getCOSDictionary(COSName.CIDSYSTEMINFO);
        String ordering = system == null ? null : system.getString(COSName.ORDERING);
        return predefined || ordering != null && ordering.matches("GB1|CNS1|Japan1|Korea1");
    }

    private static boolean hasToUnicode(COSDictionary font) {
        COSBase map = font.getDictionaryObject(COSName.TO_UNICODE);
        return map instanceof COSStream || map instanceof COSName;
    }

    private static boolean hasFile(COSDictionary descriptor) {
        return descriptor.containsKey(COSName.FONT_FILE)
                || descriptor.containsKey(COSName.FONT_FILE2)
                || descriptor.containsKey(COSName.FONT_FILE3);
    }

    private COSDictionary withoutFile(COSDictionary descriptor) throws IOException {
        if (stub == null) {
            stub = StubFont.stream();
        }
        COSDictionary light = new COSDictionary(descriptor);
        light.removeItem(COSName.FONT_FILE);
        light.removeItem(COSName.FONT_FILE3);
        light.setItem(COSName.FONT_FILE2, stub);
        return light;
    }

    private void noteMissing(COSDictionary font, @Nullable COSDictionary descriptor) {
        boolean type3 = COSName.TYPE3.equals(font.getCOSName(COSName.SUBTYPE));
        if (!type3 && (descriptor == null || !hasFile(descriptor)) && missing.size() < KEPT) {
            String name = font.getNameAsString(COSName.BASE_FONT);
            missing.put(name == null ? "(without a name)" : name, true);
        }
    }
}
