package org.gongbao.extraction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Follows the marked content of a page (标记内容, ISO 32000-1, 14.6): what stands for its characters, and whether it is on a
 * layer that is switched off.
 */
final class PdfMarkedContent {

    private static final int QUOTED = 60;

    private static final COSName NAMELESS = COSName.getPDFName("");

    /** What a sequence is for; {@code FORM} is the border of a form XObject, which no end of a sequence crosses. */
    private enum Kind {
        PLAIN,
        WITH_TEXT,
        HIDDEN,
        FORM
    }

    private final PdfLayers layers;
    private final Deque<Kind> open = new ArrayDeque<>();
    private final StringBuilder quote = new StringBuilder();
    private int hidden;
    private boolean anyHidden;
    private @Nullable String actualText;

    PdfMarkedContent(PdfLayers layers) {
        this.layers = layers;
    }

    /** Here, since the library passes over a sequence whose properties are missing, but not over its end. */
    void begin(List<COSBase> operands, @Nullable PDResources resources) {
        COSName tag = !operands.isEmpty() && operands.get(0) instanceof COSName name ? name : NAMELESS;
        COSBase properties = operands.size() > 1 ? operands.get(1) : null;
        if (properties instanceof COSName name) {
            begin(tag, resource(resources, COSName.PROPERTIES, name));
        } else {
            begin(tag, properties instanceof COSDictionary inline ? inline : null);
        }
    }

    /** A resource by its kind and name. */
    static @Nullable COSDictionary resource(@Nullable PDResources resources, COSName kind, COSName name) {
        COSDictionary all = resources == null ? null : resources.getCOSObject().getCOSDictionary(kind);
        return all == null ? null : all.getCOSDictionary(name);
    }

    void begin(COSName tag, @Nullable COSDictionary properties) {
        if (tag.equals(PdfLayers.OC) && hides(properties)) {
            open.push(Kind.HIDDEN);
            hidden++;
            return;
        }
        String text = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        open.push(text == null ? Kind.PLAIN : Kind.WITH_TEXT);
        actualText = text == null ? null : text.replace("\u00ad", "");
    }

    void end() {
        if (!open.isEmpty() && open.peek() != Kind.FORM) {
            close(open.pop());
        }
    }

    void beginForm() {
        open.push(Kind.FORM);
    }

    void endForm() {
        while (!open.isEmpty() && open.peek() != Kind.FORM) {
            close(open.pop());
        }
        open.poll();
    }

    private void close(Kind kind) {
        if (kind == Kind.HIDDEN) {
            hidden--;
        } else if (kind == Kind.WITH_TEXT) {
            actualText = null;
        }
    }

    /** Whether what is drawn now is on a layer that is switched off. */
    boolean isHidden() {
        return hidden > 0;
    }

    /** Whether something with this layer is not shown; remembers that there was such a thing. */
    boolean hides(@Nullable COSDictionary layer) {
        boolean hides = layers.hide(layer);
        anyHidden |= hides;
        return hides;
    }

    /** Whether an object is not shown because of its own layer. */
    boolean hidesObject(@Nullable COSDictionary object) {
        return layers.areAnyOff() && object != null && hides(object.getCOSDictionary(PdfLayers.OC));
    }

    void quote(String text) {
        if (quote.length() < QUOTED) {
            quote.append(text);
        }
    }

    /** Whether a text stands for the characters that are drawn now. */
    boolean replacesText() {
        return actualText != null;
    }

    /** The text that stands for the characters of the sequence, once; then nothing. */
    String replacement() {
        String text = actualText == null ? "" : actualText;
        actualText = "";
        return text;
    }

    Optional<Finding> finding() {
        if (!anyHidden) {
            return Optional.empty();
        }
        String words = quote.toString().strip();
        return Optional.of(Finding.warning(
                        HiddenContent.OPTIONAL_CONTENT.code("pdf"),
                        "Something stands on a layer that is switched off and was left out.")
                .quoting(words.isEmpty() ? null : words));
    }
}
