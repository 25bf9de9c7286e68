package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds two columns of text. A page has them when most of its lines end at a common gutter near the middle or begin behind
 * it, and the lines fill their column; the cells of a table do not, and stay in rows.
 */
final class OcrColumns {

    private static final int LEAST_LINES = 6;
    private static final double FILLED = 0.8;

    private OcrColumns() {}

    /** Groups of pieces in reading order; one group where there are no columns. */
    static List<List<OcrPiece>> of(List<OcrPiece> pieces) {
        double gutter = gutter(pieces);
        if (gutter < 0) {
            return pieces.isEmpty() ? List.of() : List.of(pieces);
        }
        List<List<OcrPiece>> groups = new ArrayList<>();
        List<OcrPiece> left = new ArrayList<>();
        List<OcrPiece> right = new ArrayList<>();
        List<OcrPiece> byTop = new ArrayList<>(pieces);
        byTop.sort(Comparator.comparingDouble(OcrPiece::middleY));
        for (OcrPiece piece : byTop) {
            if (piece.right() <= gutter) {
                left.add(piece);
            } else if (piece.x() >= gutter) {
                right.add(piece);
            } else {
                flush(groups, left, right);
                groups.add(List.of(piece));
            }
        }
        flush(groups, left, right);
        return groups;
    }

    private static void flush(List<List<OcrPiece>> groups, List<OcrPiece> left, List<OcrPiece> right) {
        for (List<OcrPiece> column : List.of(left, right)) {
            if (!column.isEmpty()) {
                groups.add(List.copyOf(column));
                column.clear();
            }
        }
    }

    /** The place of the gutter, or -1 where there is none. */
    private static double gutter(List<OcrPiece> pieces) {
        double first = pieces.stream().mapToDouble(OcrPiece::x).min().orElse(0);
        double last = pieces.stream().mapToDouble(OcrPiece::right).max().orElse(0);
        double best = -1;
        long fewest = Long.MAX_VALUE;
        for (double share = 0.4; share <= 0.6; share += 0.01) {
            double place = first + share * (last - first);
            long crossing = pieces.stream()
                    .filter(piece -> piece.x() < place && piece.right() > place)
                    .count();
            if (crossing < fewest) {
                fewest = crossing;
                best = place;
            }
        }
        boolean clear = fewest * 4 <= pieces.size();
        return clear && filled(pieces, first, best, true) && filled(pieces, best, last, false) ? best : -1;
    }

    private static boolean filled(List<OcrPiece> pieces, double from, double to, boolean left) {
        List<Double> widths = pieces.stream()
                .filter(piece -> left ? piece.right() <= to : piece.x() >= from)
                .map(OcrPiece::width)
                .sorted()
                .toList();
        return widths.size() >= LEAST_LINES && widths.get(widths.size() / 2) > FILLED * (to - from);
    }
}
