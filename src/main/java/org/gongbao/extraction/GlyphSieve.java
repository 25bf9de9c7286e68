package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;

/**
 * Sorts out the characters that no reader of a page sees: outside the page, white on white, tiny, or a second time at the
 * same place (a cheap way to print bold). What is left out is quoted in findings.
 */
final class GlyphSieve {

    /** Smaller than this, in points, nobody reads it. */
    private static final double READABLE = 1;

    /** How many earlier places of the same character are compared. */
    private static final int COMPARED = 200;

    private static final int QUOTED = 60;

    private final PageContent content;
    private final String format;
    private final Map<String, List<Glyph>> places = new HashMap<>();
    private final List<Glyph> white = new ArrayList<>();
    private final StringBuilder outside = new StringBuilder();
    private final StringBuilder tiny = new StringBuilder();
    private final Radicals radicals = new Radicals();

    /** @param format first part of the codes of its findings */
    GlyphSieve(PageContent content, String format) {
        this.content = content;
        this.format = format;
    }

    /** The text of a character with ideographs for radicals. */
    String unified(String text) {
        return radicals.unify(text);
    }

    /**
     * Puts a character where it belongs.
     *
     * @param drawn whether it is drawn in any colour
     * @param isWhite whether that colour is white
     * @param alone whether a second one at the same place is a repetition
     */
    void add(Glyph glyph, boolean drawn, boolean isWhite, boolean alone) {
        if (isOutside(glyph)) {
            quote(outside, glyph);
        } else if (glyph.size < READABLE) {
            quote(tiny, glyph);
        } else if (!alone || !isRepeated(glyph)) {
            (drawn ? content.glyphs : content.invisible).add(glyph);
            if (drawn && isWhite) {
                white.add(glyph);
            }
        }
    }

    private boolean isOutside(Glyph glyph) {
        float x = glyph.centreX();
        float y = glyph.centreY();
        return !(x >= 0 && y >= 0 && x <= content.width && y <= content.height);
    }

    /** The same measure as the PDF library's: a third of the character's width either way. */
    private boolean isRepeated(Glyph glyph) {
        List<Glyph> same = places.computeIfAbsent(glyph.text, text -> new ArrayList<>());
        float width = Math.max(glyph.right - glyph.left, 0.01f);
        float tolerance = width / glyph.text.length() / 3;
        for (int i = same.size() - 1; i >= 0 && i >= same.size() - COMPARED; i--) {
            Glyph other = same.get(i);
            if (Math.abs(other.left - glyph.left) < tolerance && Math.abs(other.bottom - glyph.bottom) < tolerance) {
                other.bold |= !glyph.isBlank();
                return true;
            }
        }
        same.add(glyph);
        return false;
    }

    private static void quote(StringBuilder quote, Glyph glyph) {
        if (quote.length() < QUOTED) {
            quote.append(glyph.text);
        }
    }

    /** Says what was left out, once the whole page is known. */
    void finish(List<Box> backgrounds) {
        dropWhite(backgrounds);
        report(outside, HiddenContent.TEXT_OUTSIDE_PAGE, "Text is drawn outside the visible page and was left out.");
        report(tiny, HiddenContent.TEXT_TINY, "Text is drawn smaller than one point and was left out.");
        radicals.finding(format).ifPresent(content::add);
    }

    private void dropWhite(List<Box> backgrounds) {
        StringBuilder hidden = new StringBuilder();
        Set<Glyph> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Glyph glyph : white) {
            if (!isOn(glyph, backgrounds) && !isOn(glyph, content.pictures)) {
                dropped.add(glyph);
                quote(hidden, glyph);
            }
        }
        if (!dropped.isEmpty()) {
            content.glyphs.removeIf(dropped::contains);
            report(hidden, HiddenContent.TEXT_HIDDEN, "White text is drawn on a white page and was left out.");
        }
    }

    private static boolean isOn(Glyph glyph, List<Box> areas) {
        float x = glyph.centreX();
        float y = glyph.centreY();
        for (Box area : areas) {
            if (x >= area.x() && x <= area.right() && y >= area.y() && y <= area.bottom()) {
                return true;
            }
        }
        return false;
    }

    private void report(StringBuilder quote, HiddenContent kind, String message) {
        if (!quote.toString().isBlank()) {
            content.add(Finding.warning(kind.code(format), message).quoting(quote.toString()));
        }
    }
}
