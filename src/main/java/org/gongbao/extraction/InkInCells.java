package org.gongbao.extraction;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/** Where in the cells of a scanned table there is ink, and whether it may be a sign or two. The image is grey, without lines. */
final class InkInCells {

    /** Borders with their blur, in points. */
    static final double BORDER = 1.5;

    private static final double LOWEST = 3;
    private static final double HIGHEST = 24;
    private static final double WIDEST = 36;

    private final BufferedImage image;
    private final byte[] points;
    private final int width;
    private final int height;
    private final double slope;
    private final double scale;

    InkInCells(BufferedImage image, double slope, double scale) {
        this.image = image;
        points = ScanCleaning.points(image);
        width = image.getWidth();
        height = image.getHeight();
        this.slope = slope;
        this.scale = scale;
    }

    BufferedImage image() {
        return image;
    }

    /** The pixels of a piece of the straight page. */
    Rectangle place(OcrPiece piece) {
        int x = (int) Math.round(piece.x() - slope * piece.middleY());
        int top = (int) Math.round(piece.y() + slope * (slope > 0 ? piece.x() : piece.right()));
        int high = (int) Math.ceil(piece.height() + Math.abs(slope) * piece.width());
        Rectangle place = new Rectangle(x, top, (int) Math.ceil(piece.width()), high);
        return place.intersection(new Rectangle(0, 0, width, height));
    }

    /** A piece of the straight page that begins and ends with its ink, whatever stands above and below it. */
    OcrPiece tight(OcrPiece piece) {
        int top = (int) (piece.y() + piece.height() / 6);
        int bottom = (int) (piece.bottom() - piece.height() / 6);
        int left = (int) Math.round(piece.x());
        int right = (int) Math.round(piece.right());
        while (left < right && !hasInk(left, top, bottom)) {
            left++;
        }
        while (right > left && !hasInk(right, top, bottom)) {
            right--;
        }
        return right - left < 2
                ? piece
                : new OcrPiece(
                        piece.text(), piece.scores(), left, piece.y(), right - left + 1, piece.height(), piece.slope());
    }

    /** Whether anything stands where a piece has its box. */
    boolean isIn(OcrPiece piece) {
        int top = (int) (piece.y() + piece.height() / 6);
        int bottom = (int) (piece.bottom() - piece.height() / 6);
        for (int x = (int) piece.x() + 2; x < piece.right() - 2; x++) {
            if (hasInk(x, top, bottom)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasInk(int x, int top, int bottom) {
        for (int y = top; y <= bottom; y++) {
            if (isInk(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a point of the straight page is dark. */
    private boolean isInk(int straightX, int straightY) {
        int x = (int) Math.round(straightX - slope * straightY);
        int y = (int) Math.round(straightY + slope * straightX);
        return x >= 0 && x < width && y >= 0 && y < height && points[y * width + x] != -1;
    }

    /** Where pixels of the image lie on the straight page, in its pixels. */
    Box straight(Rectangle place) {
        double x = place.x + slope * place.getCenterY();
        double y = place.y - slope * place.getCenterX();
        return new Box(x, y, place.width, place.height);
    }

    /**
     * The pixels that hold all ink of a cell, with a margin; null where that is nothing, a speck, or more than a sign.
     *
     * @param cell in points of the straight page
     */
    @Nullable
    Rectangle sign(Box cell) {
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int y = (int) ((cell.y() + BORDER) / scale); y < (cell.bottom() - BORDER) / scale; y++) {
            for (int x = (int) ((cell.x() + BORDER) / scale); x < (cell.right() - BORDER) / scale; x++) {
                int atX = (int) Math.round(x - slope * y);
                int atY = (int) Math.round(y + slope * x);
                if (atX >= 0 && atX < width && atY >= 0 && atY < height && points[atY * width + atX] != -1) {
                    left = Math.min(left, atX);
                    right = Math.max(right, atX);
                    top = Math.min(top, atY);
                    bottom = Math.max(bottom, atY);
                }
            }
        }
        double high = (bottom - top) * scale;
        double wide = (right - left) * scale;
        if (right < 0 || high < LOWEST || high > HIGHEST || wide > WIDEST) {
            return null;
        }
        int margin = Math.max(1, (int) (1 / scale));
        Rectangle sign =
                new Rectangle(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
        return sign.intersection(new Rectangle(0, 0, width, height));
    }
}
