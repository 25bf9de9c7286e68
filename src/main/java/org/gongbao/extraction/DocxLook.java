package org.gongbao.extraction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The look that properties of WordprocessingML give to a run of text or a paragraph; null where they say nothing, so that
 * looks lie over one another: run over character style over paragraph style over the document's defaults.
 *
 * @param size font size in points
 * @param hidden whether the text is not to be seen (w:vanish)
 * @param align value of w:jc
 * @param outline outline level from 0
 */
record DocxLook(
        @Nullable Double size,
        @Nullable Boolean bold,
        @Nullable Boolean red,
        @Nullable Boolean hidden,
        @Nullable String align,
        @Nullable Integer outline,
        @Nullable Integer numberId,
        @Nullable Integer numberLevel) {

    static final DocxLook NONE = new DocxLook(null, null, null, null, null, null, null, null);

    /** The look of run properties (w:rPr). */
    static DocxLook ofRun(@Nullable XmlElement properties) {
        if (properties == null) {
            return NONE;
        }
        Integer halfPoints = integer(properties.value("w:sz"));
        String colour = properties.value("w:color");
        return new DocxLook(
                halfPoints == null ? null : halfPoints / 2.0,
                properties.toggle("w:b"),
                colour == null ? null : isRed(colour),
                properties.toggle("w:vanish"),
                null,
                null,
                null,
                null);
    }

    /** The look of paragraph properties (w:pPr), without those of its mark. */
    static DocxLook ofParagraph(@Nullable XmlElement properties) {
        if (properties == null) {
            return NONE;
        }
        XmlElement number = properties.child("w:numPr");
        Integer outline = integer(properties.value("w:outlineLvl"));
        return new DocxLook(
                null,
                null,
                null,
                null,
                properties.value("w:jc"),
                outline,
                number == null ? null : integer(number.value("w:numId")),
                number == null ? null : integer(number.value("w:ilvl")));
    }

    /** This look where it says something, the other one elsewhere. */
    DocxLook over(DocxLook base) {
        return new DocxLook(
                size != null ? size : base.size,
                bold != null ? bold : base.bold,
                red != null ? red : base.red,
                hidden != null ? hidden : base.hidden,
                align != null ? align : base.align,
                outline != null ? outline : base.outline,
                numberId != null ? numberId : base.numberId,
                numberLevel != null ? numberLevel : base.numberLevel);
    }

    boolean isHidden() {
        return Boolean.TRUE.equals(hidden);
    }

    /** Heading level from 1; level 9 of w:outlineLvl means body text. */
    int heading() {
        return outline == null || outline < 0 || outline > 8 ? 0 : outline + 1;
    }

    Paragraph.Align alignment() {
        return switch (align == null ? "" : align) {
            case "center" -> Paragraph.Align.CENTRE;
            case "right", "end" -> Paragraph.Align.RIGHT;
            case "left", "start", "both", "distribute" -> Paragraph.Align.LEFT;
            default -> Paragraph.Align.UNKNOWN;
        };
    }

    private static boolean isRed(String colour) {
        if (colour.toLowerCase(Locale.ROOT).equals("red")) {
            return true;
        }
        try {
            int rgb = Integer.parseInt(colour, 16);
            return (rgb >> 16) >= 0xB0 && (rgb >> 8 & 0xFF) <= 0x50 && (rgb & 0xFF) <= 0x50;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static @Nullable Integer integer(@Nullable String value) {
        try {
            return value == null ? null : Integer.valueOf(value.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
