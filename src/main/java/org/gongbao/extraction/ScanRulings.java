package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the drawn lines (表格线) of the tables in the image of a page: long, thin, dark runs with light on both sides. The
 * page is read straightened by the slope of its lines; places are in points of the straight page.
 */
final class ScanRulings {

    /** Longer than any stroke of a character of the body, in points. */
    private static final double LONG = 24;

    /** A border of a cell of one line, in points; a vertical line must also end at horizontal ones. */
    private static final double HIGH = 13;

    /** A break that a speck of light makes in a line, in points. */
    private static final double BREAK = 1.1;

    /** How far beside the middle of a line it is light, in points: no line is thicker. */
    private static final double BESIDE = 1.8;

    /** Part of a line's length along which text or crossing lines may touch it. */
    private static final double TOUCHED = 0.2;

    /** The ends of a vertical line lie on horizontal ones within this many points. */
    private static final double ENDS = 5;

    private final BufferedImage image;
    private final byte[] points;
    private final int width;
    private final int height;
    private final double scale;
    private double slope;
    private final List<Ruling> rulings;

    private ScanRulings(BufferedImage grey, double scale) {
        image = grey;
        points = ScanCleaning.points(grey);
        width = grey.getWidth();
        height = grey.getHeight();
        this.scale = scale;
        slope = ScanSlope.of(runs(true), scale);
        rulings = find();
    }

    /**
     * The lines of a cleaned image.
     *
     * @param scale points for each pixel
     */
    static ScanRulings of(BufferedImage image, double scale) {
        return new ScanRulings(
                image.getType() == BufferedImage.TYPE_BYTE_GRAY ? image : ScanCleaning.grey(image), scale);
    }

    /** The lines that make tables; none on a page without. */
    List<Ruling> rulings() {
        return rulings;
    }

    /** How the lines fall to the right, in pixels down for each pixel right. */
    double slope() {
        return slope;
    }

    private List<Ruling> find() {
        List<Ruling> horizontal = runs(true);
        if (horizontal.size() < 2) {
            return List.of();
        }
        List<Ruling> all = new ArrayList<>(horizontal);
        for (Ruling line : runs(false)) {
            if (reaches(line.from(), line, horizontal) && reaches(line.to(), line, horizontal)) {
                all.add(line);
            }
        }
        return RulingNet.of(all).stream()
                .flatMap(net -> Stream.concat(net.horizontal.stream(), net.vertical.stream()))
                .toList();
    }

    private static boolean reaches(double end, Ruling line, List<Ruling> horizontal) {
        return horizontal.stream()
                .anyMatch(other -> Math.abs(other.at() - end) <= ENDS
                        && other.from() - ENDS <= line.at()
                        && other.to() + ENDS >= line.at());
    }

    private List<Ruling> runs(boolean across) {
        List<Ruling> found = new ArrayList<>();
        int length = across ? width : height;
        int lines = across ? height : width;
        int shortest = (int) Math.ceil((across ? LONG : HIGH) / scale);
        int gap = Math.max(1, (int) (BREAK / scale));
        for (int at = 0; at < lines; at++) {
            int start = -1;
            int last = -1;
            for (int i = 0; i <= length; i++) {
                if (i < length && isDark(across, at, i)) {
                    start = start < 0 ? i : start;
                    last = i;
                } else if (start >= 0 && (i == length || i - last > gap)) {
                    if (last - start >= shortest && isThin(across, at, start, last)) {
                        found.add(new Ruling(across, at * scale, start * scale, last * scale));
                    }
                    start = -1;
                }
            }
        }
        return found;
    }

    private int beside() {
        return Math.max(3, (int) Math.round(BESIDE / scale));
    }

    private boolean isThin(boolean across, int at, int from, int to) {
        int above = 0;
        int below = 0;
        for (int i = from; i <= to; i++) {
            above += isDark(across, at - beside(), i) ? 1 : 0;
            below += isDark(across, at + beside(), i) ? 1 : 0;
        }
        double touched = TOUCHED * (to - from + 1);
        return above <= touched && below <= touched;
    }

    /** A point of the straight page: all but the paper is dark in a cleaned image. */
    private boolean isDark(boolean across, int at, int along) {
        int index = index(across, at, along);
        return index >= 0 && points[index] != -1;
    }

    private int index(boolean across, int at, int along) {
        int straightX = across ? along : at;
        int straightY = across ? at : along;
        int x = (int) Math.round(straightX - slope * straightY);
        int y = (int) Math.round(straightY + slope * straightX);
        return x >= 0 && x < width && y >= 0 && y < height ? y * width + x : -1;
    }

    /** The image without the lines of tables, which an engine would read as signs or lose text beside. */
    BufferedImage erased() {
        if (rulings.isEmpty()) {
            return image;
        }
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = ScanCleaning.points(copy);
        System.arraycopy(points, 0, to, 0, points.length);
        for (Ruling line : rulings) {
            int at = (int) Math.round(line.at() / scale);
            for (int i = (int) (line.from() / scale) - 2; i <= line.to() / scale + 2; i++) {
                erase(to, line.horizontal(), at, i);
            }
            for (Ruling other : line.horizontal() ? rulings : List.<Ruling>of()) {
                if (!other.horizontal() && other.at() >= line.from() - ENDS && other.at() <= line.to() + ENDS) {
                    eraseCrossing(to, at, (int) Math.round(other.at() / scale));
                }
            }
        }
        return copy;
    }

    private void eraseCrossing(byte[] to, int y, int x) {
        for (int at = y - beside(); at <= y + beside(); at++) {
            for (int along = x - beside(); along <= x + beside(); along++) {
                int index = index(true, at, along);
                if (index >= 0) {
                    to[index] = -1;
                }
            }
        }
    }

    /** One point of a line with its thickness. What is thicker there, or apart from it, is a sign, and stays. */
    private void erase(byte[] to, boolean across, int at, int along) {
        int middle = at;
        for (int off = 1; off <= beside() && !isDark(across, middle, along); off++) {
            middle = isDark(across, at - off, along) ? at - off : isDark(across, at + off, along) ? at + off : at;
        }
        int from = middle;
        int end = middle;
        while (isDark(across, from - 1, along) && middle - from <= 2 * beside()) {
            from--;
        }
        while (isDark(across, end, along) && end - middle <= 2 * beside()) {
            end++;
        }
        for (int place = from; end - from <= 2 * beside() && place < end; place++) {
            to[index(across, place, along)] = -1;
        }
    }
}
