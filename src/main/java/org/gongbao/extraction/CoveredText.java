package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;

/**
 * Characters of a PDF page under something drawn later (遮盖下的文字): a black box over live text hides it from readers of the
 * page and from nobody else. What may be covered is told by the order of drawing, and whether it is by the page as drawn.
 */
final class CoveredText {

    /** Dots per inch at which a page is drawn to look: a character is then 20 points high. */
    private static final double DPI = 120;

    /** Difference of points, in steps of 255, that is nothing to be seen. */
    private static final int EVEN = 24;

    /** Darker than this, a cover is one that hides on purpose; lighter ones correct or lie in the background. */
    private static final int DARK = 128;

    private static final int QUOTED = 60;

    /** Draws the page. */
    interface Drawing {
        BufferedImage at(double dpi) throws IOException;
    }

    private CoveredText() {}

    /** Leaves the covered characters out of a page, with a finding. */
    static void sieve(PageContent content, Drawing drawing) {
        if (content.covers.isEmpty() || content.tooCostly) {
            return;
        }
        Set<Glyph> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
        drawn.addAll(content.glyphs);
        List<Glyph> candidates = content.covers.stream()
                .flatMap(cover -> cover.under().stream())
                .filter(drawn::contains)
                .distinct()
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        BufferedImage image;
        try {
            image = drawing.at(DPI);
        } catch (IOException e) {
            return;
        }
        Set<Glyph> covered = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean dark = false;
        for (Glyph glyph : candidates) {
            int brightness = evenBrightness(image, glyph.box(), image.getWidth() / content.width);
            if (brightness >= 0) {
                covered.add(glyph);
                dark |= brightness < DARK;
            }
        }
        if (!covered.isEmpty()) {
            report(content, covered, dark);
            content.glyphs.removeIf(covered::contains);
        }
    }

    /** How bright a part of the page is, 0 to 255; less where there is anything to be seen. */
    private static int evenBrightness(BufferedImage image, Box box, double scale) {
        int left = Math.max(0, (int) Math.floor(box.x() * scale));
        int top = Math.max(0, (int) Math.floor(box.y() * scale));
        int right = Math.min(image.getWidth() - 1, (int) Math.ceil(box.right() * scale));
        int bottom = Math.min(image.getHeight() - 1, (int) Math.ceil(box.bottom() * scale));
        // The ink of neighbours may reach into the edges.
        int edgeX = (right - left) / 5;
        int edgeY = (bottom - top) / 5;
        int least = 255;
        int most = 0;
        for (int y = top + edgeY; y <= bottom - edgeY; y++) {
            for (int x = left + edgeX; x <= right - edgeX; x++) {
                int rgb = image.getRGB(x, y);
                int brightness = ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
                least = Math.min(least, brightness);
                most = Math.max(most, brightness);
            }
        }
        return most - least <= EVEN && most >= least ? (most + least) / 2 : -1;
    }

    private static void report(PageContent content, Set<Glyph> covered, boolean dark) {
        long boxes = content.covers.stream()
                .filter(cover -> cover.under().stream().anyMatch(covered::contains))
                .count();
        StringBuilder quote = new StringBuilder();
        content.glyphs.stream().filter(covered::contains).limit(QUOTED).forEach(glyph -> quote.append(glyph.text));
        String code = HiddenContent.TEXT_COVERED.code("pdf");
        String message = "Live text stands under " + boxes + (boxes == 1 ? " box" : " boxes")
                + " and was left out; whoever has the file can read it. Text that is not to be read was expected to be removed.";
        content.add((dark ? Finding.error(code, message) : Finding.warning(code, message)).quoting(quote.toString()));
    }

    /** Something drawn over characters. */
    record Cover(Box box, List<Glyph> under) {

        /** The characters under a box as the page is now; those of a scan that covers most of the page are its text layer. */
        static void add(PageContent content, Box box) {
            boolean isScan = box.width() * box.height() > content.width * content.height / 2;
            if (isScan || content.covers.size() >= MOST) {
                return;
            }
            List<Glyph> under = new ArrayList<>();
            for (Glyph glyph : content.glyphs) {
                if (!glyph.isBlank()
                        && glyph.centreX() >= box.x()
                        && glyph.centreX() <= box.right()
                        && glyph.centreY() >= box.y()
                        && glyph.centreY() <= box.bottom()) {
                    under.add(glyph);
                }
            }
            if (!under.isEmpty()) {
                content.covers.add(new Cover(box, under));
            }
        }

        private static final int MOST = 2_000;
    }
}
