package org.gongbao.extraction;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.gongbao.record.Box;

/** Places the characters and pictures of one PDF page on the page as it is shown. */
final class PdfGlyphs {

    /** Parts of an em above and below the baseline that a character's box takes. */
    private static final double ASCENT = 0.86;

    private static final double DESCENT = 0.14;

    private final PageContent content;
    private final AffineTransform shown;
    private final GlyphSieve sieve;

    PdfGlyphs(PageContent content, ShownPage shown) {
        this.content = content;
        this.sieve = new GlyphSieve(content, "pdf");
        this.shown = shown.fromUserSpace();
    }

    /** A picture fills the unit square. */
    void picture(Matrix matrix) {
        content.marked = true;
        double[] corners = {0, 0, 1, 0, 0, 1, 1, 1};
        matrix.createAffineTransform().transform(corners, 0, corners, 0, 4);
        shown.transform(corners, 0, corners, 0, 4);
        Box picture = around(corners);
        content.pictures.add(picture);
        CoveredText.Cover.add(content, picture);
    }

    void add(
            String text,
            Matrix matrix,
            PdfFont font,
            int code,
            Vector displacement,
            PDGraphicsState state,
            boolean replaced)
            throws IOException {
        double upX = matrix.getShearX();
        double upY = matrix.getScaleY();
        double stepX = displacement.getX() * matrix.getScaleX() + displacement.getY() * upX;
        double stepY = displacement.getX() * matrix.getShearY() + displacement.getY() * upY;
        double acrossX = stepX;
        double acrossY = stepY;
        if (font.font.isVertical()) {
            double width = font.font.getWidth(code) / 1000;
            acrossX = width * matrix.getScaleX();
            acrossY = width * matrix.getShearY();
        } else if (stepX == 0 && stepY == 0) {
            stepX = matrix.getScaleX();
            stepY = matrix.getShearY();
        }
        double size = Math.hypot(upX, upY) * font.em;
        Box box = box(matrix, acrossX, acrossY, upX * font.em, upY * font.em);
        double right = stepX * shown.getScaleX() + stepY * shown.getShearX();
        double down = stepX * shown.getShearY() + stepY * shown.getScaleY();
        RenderingMode mode = state.getTextState().getRenderingMode();
        Glyph glyph = new Glyph(
                sieve.unified(text),
                box,
                (float) size,
                Glyph.Direction.of(right, down),
                font.bold || mode == RenderingMode.FILL_STROKE,
                state.getNonStrokingColor() == PdfColours.RED);
        boolean drawn = mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
        boolean isWhite = mode.isFill() && state.getNonStrokingColor() == PdfColours.WHITE;
        sieve.add(glyph, drawn, isWhite, !replaced);
    }

    private Box box(Matrix matrix, double acrossX, double acrossY, double upX, double upY) {
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        double[] corners = {
            x + upX * ASCENT,
            y + upY * ASCENT,
            x - upX * DESCENT,
            y - upY * DESCENT,
            x + acrossX + upX * ASCENT,
            y + acrossY + upY * ASCENT,
            x + acrossX - upX * DESCENT,
            y + acrossY - upY * DESCENT
        };
        shown.transform(corners, 0, corners, 0, 4);
        return around(corners);
    }

    private static Box around(double[] corners) {
        double left = corners[0];
        double right = left;
        double top = corners[1];
        double bottom = top;
        for (int i = 2; i < corners.length; i += 2) {
            left = Math.min(left, corners[i]);
            right = Math.max(right, corners[i]);
            top = Math.min(top, corners[i + 1]);
            bottom = Math.max(bottom, corners[i + 1]);
        }
        return new Box(left, top, right - left, bottom - top);
    }

    /** Says what was left out, once the whole page is known. */
    void finish(List<Box> backgrounds) {
        sieve.finish(backgrounds);
    }
}
