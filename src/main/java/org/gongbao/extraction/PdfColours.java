package org.gongbao.extraction;

import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * Follows the colours of a page as far as reading needs them: is it white, is it red (the red head of an official
 * document, 红头). Colour profiles are never loaded. Colours are kept in the graphics state, which saves and restores them.
 */
final class PdfColours {

    static final PDColor WHITE = new PDColor(new float[] {1}, PDDeviceGray.INSTANCE);
    static final PDColor RED = new PDColor(new float[] {1, 0, 0}, PDDeviceRGB.INSTANCE);
    private static final PDColor OTHER = new PDColor(new float[] {0}, PDDeviceGray.INSTANCE);

    /** A space whose numbers say nothing simple: spot colours, patterns, palettes. */
    private static final PDColorSpace UNKNOWN = new PDPattern(null);

    private static final Set<String> OPAQUE = Set.of("Separation", "DeviceN", "Indexed", "Pattern", "Lab");
    private static final float FULL = 0.97f;

    private PdfColours() {}

    /** Takes a colour operator; says whether it was one. */
    static boolean take(String operator, List<COSBase> operands, PDGraphicsState state, PDResources resources) {
        switch (operator) {
            case OperatorName.NON_STROKING_GRAY, OperatorName.NON_STROKING_RGB, OperatorName.NON_STROKING_CMYK -> {
                state.setNonStrokingColorSpace(deviceSpace(operands.size()));
                state.setNonStrokingColor(colour(operands, state.getNonStrokingColorSpace()));
            }
            case OperatorName.STROKING_COLOR_GRAY,
                    OperatorName.STROKING_COLOR_RGB,
                    OperatorName.STROKING_COLOR_CMYK -> {
                state.setStrokingColorSpace(deviceSpace(operands.size()));
                state.setStrokingColor(colour(operands, state.getStrokingColorSpace()));
            }
            case OperatorName.NON_STROKING_COLOR, OperatorName.NON_STROKING_COLOR_N ->
                state.setNonStrokingColor(colour(operands, state.getNonStrokingColorSpace()));
            case OperatorName.STROKING_COLOR, OperatorName.STROKING_COLOR_N ->
                state.setStrokingColor(colour(operands, state.getStrokingColorSpace()));
            case OperatorName.NON_STROKING_COLORSPACE -> {
                state.setNonStrokingColorSpace(space(operands, resources));
                state.setNonStrokingColor(OTHER);
            }
            case OperatorName.STROKING_COLORSPACE -> {
                state.setStrokingColorSpace(space(operands, resources));
                state.setStrokingColor(OTHER);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static PDColorSpace deviceSpace(int components) {
        return switch (components) {
            case 1 -> PDDeviceGray.INSTANCE;
            case 3 -> PDDeviceRGB.INSTANCE;
            case 4 -> PDDeviceCMYK.INSTANCE;
            default -> UNKNOWN;
        };
    }

    /** The space by its kind only; one that has as many numbers as a device space is taken for it. */
    private static PDColorSpace space(List<COSBase> operands, PDResources resources) {
        if (operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            return UNKNOWN;
        }
        COSBase space = resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE) == null
                ? null
                : resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE).getDictionaryObject(name);
        if (space instanceof COSArray array && array.size() > 0 && array.getObject(0) instanceof COSName kind) {
            return OPAQUE.contains(kind.getName()) ? UNKNOWN : PDDeviceRGB.INSTANCE;
        }
        COSName device = space instanceof COSName alias ? alias : name;
        return OPAQUE.contains(device.getName()) ? UNKNOWN : PDDeviceRGB.INSTANCE;
    }

    private static PDColor colour(List<COSBase> operands, PDColorSpace space) {
        if (space == UNKNOWN) {
            return OTHER;
        }
        float[] c = new float[operands.size()];
        for (int i = 0; i < c.length; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                return OTHER;
            }
            c[i] = number.floatValue();
        }
        return switch (c.length) {
            case 1 -> c[0] >= FULL ? WHITE : OTHER;
            case 3 -> ofRgb(c[0], c[1], c[2]);
            case 4 -> ofRgb((1 - c[0]) * (1 - c[3]), (1 - c[1]) * (1 - c[3]), (1 - c[2]) * (1 - c[3]));
            default -> OTHER;
        };
    }

    private static PDColor ofRgb(float r, float g, float b) {
        if (r >= FULL && g >= FULL && b >= FULL) {
            return WHITE;
        }
        return r >= 0.6f && g <= 0.35f && b <= 0.35f ? RED : OTHER;
    }
}
