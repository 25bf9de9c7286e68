package org.gongbao.extraction;

/**
 * A piece of text in an image: a line, or a part of one. Positions are in pixels from the top left.
 *
 * @param scores confidence of each UTF-16 unit of the text
 * @param slope rise of its base line to the right, in pixels down for each pixel right
 */
record OcrPiece(String text, float[] scores, double x, double y, double width, double height, double slope) {

    OcrPiece {
        if (scores.length != text.length()) {
            throw new IllegalArgumentException(scores.length + " scores came for " + text.length() + " characters");
        }
    }

    /** A piece from the corners of its box: top left, top right, bottom right, bottom left, each as x, y. */
    static OcrPiece of(String text, float[] scores, double[] corners) {
        double left = Math.min(corners[0], corners[6]);
        double right = Math.max(corners[2], corners[4]);
        double top = Math.min(corners[1], corners[3]);
        double bottom = Math.max(corners[5], corners[7]);
        double run = corners[2] - corners[0];
        double slope = run < 1 ? 0 : (corners[3] - corners[1]) / run;
        return new OcrPiece(text, scores, left, top, right - left, bottom - top, slope);
    }

    /** The mean of its characters' scores, 0 without any. */
    double confidence() {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return scores.length == 0 ? 0 : sum / scores.length;
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middleX() {
        return x + width / 2;
    }

    double middleY() {
        return y + height / 2;
    }

    /** Higher than wide: text that runs down, or a page that lies on its side. */
    boolean isTall() {
        return height > 1.5 * width;
    }

    OcrPiece withText(String otherText, float[] otherScores) {
        return new OcrPiece(otherText, otherScores, x, y, width, height, slope);
    }
}
