package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts pieces of text into reading order: rows from the top down, each from left to right, the left column of a page of
 * two columns before the right one. The slope of a page that was scanned askew is taken out first.
 */
final class OcrRows {

    /** A gap of more than this many heights of a row is shown as a blank. */
    private static final double BLANK = 0.6;

    private OcrRows() {}

    /** One piece for each row, in reading order. */
    static List<OcrPiece> of(List<OcrPiece> pieces) {
        List<OcrPiece> straight = straightened(pieces);
        List<OcrPiece> rows = new ArrayList<>();
        for (List<OcrPiece> column : OcrColumns.of(straight)) {
            for (List<OcrPiece> row : rows(column)) {
                rows.add(joined(row));
            }
        }
        return rows;
    }

    /** The pieces as they would lie on a page without skew, turned about the origin; small angles only. */
    static List<OcrPiece> straightened(List<OcrPiece> pieces) {
        return straightened(pieces, slope(pieces));
    }

    /** The same by a slope that is known. */
    static List<OcrPiece> straightened(List<OcrPiece> pieces, double slope) {
        return pieces.stream()
                .map(piece -> {
                    double skewed = Math.max(0, piece.height() - Math.abs(slope) * piece.width());
                    double height = Math.max(skewed, piece.height() / 2);
                    double middle = piece.middleY() - slope * piece.middleX();
                    return new OcrPiece(
                            piece.text(),
                            piece.scores(),
                            piece.x() + slope * piece.middleY(),
                            middle - height / 2,
                            piece.width(),
                            height,
                            0);
                })
                .toList();
    }

    /** The median slope of long pieces, where the noise of corners weighs little. */
    private static double slope(List<OcrPiece> pieces) {
        List<Double> slopes = pieces.stream()
                .filter(piece -> piece.width() > 8 * piece.height())
                .map(OcrPiece::slope)
                .sorted()
                .toList();
        return slopes.isEmpty() ? 0 : slopes.get(slopes.size() / 2);
    }

    private static List<List<OcrPiece>> rows(List<OcrPiece> pieces) {
        List<OcrPiece> byMiddle = new ArrayList<>(pieces);
        byMiddle.sort(Comparator.comparingDouble(OcrPiece::middleY));
        List<List<OcrPiece>> rows = new ArrayList<>();
        for (OcrPiece piece : byMiddle) {
            List<OcrPiece> row = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            if (belongs(piece, row)) {
                row.add(piece);
            } else {
                rows.add(new ArrayList<>(List.of(piece)));
            }
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(OcrPiece::x)));
        return rows;
    }

    private static boolean belongs(OcrPiece piece, List<OcrPiece> row) {
        if (row.isEmpty()) {
            return false;
        }
        double middle = row.stream().mapToDouble(OcrPiece::middleY).average().orElseThrow();
        double height = row.stream().mapToDouble(OcrPiece::height).average().orElseThrow();
        boolean level = Math.abs(piece.middleY() - middle) < 0.5 * Math.min(height, piece.height());
        return level && row.stream().noneMatch(other -> overlap(piece, other) > 0.3);
    }

    /** How much of the narrower one's width both share. */
    private static double overlap(OcrPiece a, OcrPiece b) {
        double shared = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        return shared / Math.max(1, Math.min(a.width(), b.width()));
    }

    private static OcrPiece joined(List<OcrPiece> row) {
        OcrPiece whole = row.get(0);
        for (OcrPiece piece : row.subList(1, row.size())) {
            double gap = piece.x() - whole.right();
            String blank = gap > BLANK * Math.min(whole.height(), piece.height()) ? " " : "";
            float[] scores = new float
                    [whole.text().length() + blank.length() + piece.text().length()];
            System.arraycopy(whole.scores(), 0, scores, 0, whole.scores().length);
            if (!blank.isEmpty()) {
                scores[whole.text().length()] = 1;
            }
            System.arraycopy(piece.scores(), 0, scores, whole.text().length() + blank.length(), piece.scores().length);
            double top = Math.min(whole.y(), piece.y());
            whole = new OcrPiece(
                    whole.text() + blank + piece.text(),
                    scores,
                    whole.x(),
                    top,
                    Math.max(whole.right(), piece.right()) - whole.x(),
                    Math.max(whole.bottom(), piece.bottom()) - top,
                    0);
        }
        return whole;
    }
}
