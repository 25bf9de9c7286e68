package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Box;

/**
 * Keeps the upright parts of drawn paths: lines and thin filled rectangles as rulings, other filled rectangles as
 * backgrounds. Curves are passed over. Lengths in points from the top left of the page.
 */
final class DrawnPaths {

    /** A filled rectangle up to this thickness in points is a drawn line. */
    private static final double THIN = 3;

    /** More lines than this are a drawing, not tables. */
    private static final int MOST = 20_000;

    private static final int MOST_BACKGROUNDS = 2_000;

    private final List<Ruling> rulings;
    private final List<Box> backgrounds = new ArrayList<>();
    private final List<SubPath> path = new ArrayList<>();

    DrawnPaths(List<Ruling> rulings) {
        this.rulings = rulings;
    }

    /** Areas filled with a colour that is not white. */
    List<Box> backgrounds() {
        return backgrounds;
    }

    void moveTo(double x, double y) {
        if (path.size() < MOST) {
            path.add(new SubPath(x, y));
        }
    }

    void lineTo(double x, double y) {
        if (path.isEmpty()) {
            moveTo(x, y);
        } else {
            path.get(path.size() - 1).lineTo(x, y);
        }
    }

    void curveTo(double x, double y) {
        lineTo(x, y);
        if (!path.isEmpty()) {
            path.get(path.size() - 1).upright = false;
        }
    }

    void close() {
        if (!path.isEmpty()) {
            path.get(path.size() - 1).close();
        }
    }

    /** What the path would fill, but for thin lines. */
    List<Box> areas() {
        return path.stream()
                .filter(sub -> sub.right - sub.left > THIN && sub.bottom - sub.top > THIN)
                .map(sub -> new Box(sub.left, sub.top, sub.right - sub.left, sub.bottom - sub.top))
                .toList();
    }

    /** Ends the path without painting it. */
    void drop() {
        path.clear();
    }

    /** Paints and ends the path; what is white is not seen. */
    void paint(boolean fill, boolean stroke) {
        for (SubPath sub : path) {
            if (fill && sub.upright && sub.corners > 2) {
                fill(sub);
            }
            if (stroke) {
                sub.lines.forEach(this::rule);
            }
        }
        path.clear();
    }

    private void fill(SubPath sub) {
        double width = sub.right - sub.left;
        double height = sub.bottom - sub.top;
        if (height <= THIN && width > height) {
            rule(new Ruling(true, (sub.top + sub.bottom) / 2, sub.left, sub.right));
        } else if (width <= THIN && height > width) {
            rule(new Ruling(false, (sub.left + sub.right) / 2, sub.top, sub.bottom));
        } else if (backgrounds.size() < MOST_BACKGROUNDS) {
            backgrounds.add(new Box(sub.left, sub.top, width, height));
        }
    }

    private void rule(Ruling ruling) {
        if (rulings.size() < MOST) {
            rulings.add(ruling);
        }
    }

    /** One run of the path, with its upright lines. */
    private static final class SubPath {
        private static final double STRAIGHT = 0.7;

        final List<Ruling> lines = new ArrayList<>(4);
        final double startX;
        final double startY;
        double left;
        double top;
        double right;
        double bottom;
        double lastX;
        double lastY;
        int corners = 1;
        boolean upright = true;

        SubPath(double x, double y) {
            startX = lastX = left = right = x;
            startY = lastY = top = bottom = y;
        }

        void lineTo(double toX, double toY) {
            if (Math.abs(toY - lastY) <= STRAIGHT) {
                lines.add(new Ruling(true, (toY + lastY) / 2, Math.min(lastX, toX), Math.max(lastX, toX)));
            } else if (Math.abs(toX - lastX) <= STRAIGHT) {
                lines.add(new Ruling(false, (toX + lastX) / 2, Math.min(lastY, toY), Math.max(lastY, toY)));
            } else {
                upright = false;
            }
            corners++;
            lastX = toX;
            lastY = toY;
            left = Math.min(left, toX);
            right = Math.max(right, toX);
            top = Math.min(top, toY);
            bottom = Math.max(bottom, toY);
        }

        void close() {
            if (lastX != startX || lastY != startY) {
                lineTo(startX, startY);
            }
        }
    }
}
