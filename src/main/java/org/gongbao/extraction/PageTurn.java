package org.gongbao.extraction;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds out how a page must be turned to read upright: text that is read well is upright; where it is not, a part of the
 * page is read in the other positions and the best one wins.
 */
final class PageTurn {

    /** Mean confidence from which text is taken for upright; a page upside down reaches about 0.4. */
    private static final double GOOD = 0.85;

    /** A turn must be this much better than the page as it is. */
    private static final double BETTER = 0.1;

    private static final int SAMPLE = 6;

    private final OcrEngine engine;

    PageTurn(OcrEngine engine) {
        this.engine = engine;
    }

    /** Degrees clockwise: 0, 90, 180 or 270. */
    int of(BufferedImage image, List<OcrPiece> pieces) {
        boolean onItsSide = isOnItsSide(pieces);
        double best = confidence(pieces);
        if (pieces.isEmpty() || best >= GOOD && !onItsSide) {
            return 0;
        }
        BufferedImage sample = sample(image, pieces, onItsSide);
        best = onItsSide ? 0 : best + BETTER;
        int turn = 0;
        for (int degrees : onItsSide ? new int[] {90, 270} : new int[] {180}) {
            List<OcrPiece> read = engine.read(turned(sample, degrees));
            // The engine turns tall pieces itself, so that text on its side may be read well piece by piece.
            double reached = isOnItsSide(read) ? 0 : confidence(read);
            if (reached > best) {
                best = reached;
                turn = degrees;
            }
        }
        return turn;
    }

    /** Whether more pieces are clearly higher than wide than the other way; cells of one or two characters say nothing. */
    private static boolean isOnItsSide(List<OcrPiece> pieces) {
        long tall = pieces.stream().filter(OcrPiece::isTall).count();
        long wide = pieces.stream()
                .filter(piece -> piece.width() > 1.5 * piece.height())
                .count();
        return tall > wide;
    }

    /** The mean over all characters. */
    static double confidence(List<OcrPiece> pieces) {
        double sum = 0;
        int characters = 0;
        for (OcrPiece piece : pieces) {
            sum += piece.confidence() * piece.text().length();
            characters += piece.text().length();
        }
        return characters == 0 ? 0 : sum / characters;
    }

    /** The part of the image around the pieces that lie together and hold most text. */
    private static BufferedImage sample(BufferedImage image, List<OcrPiece> pieces, boolean onItsSide) {
        List<OcrPiece> sorted = new ArrayList<>(pieces);
        sorted.sort(Comparator.comparingDouble(onItsSide ? OcrPiece::middleX : OcrPiece::middleY));
        List<OcrPiece> best = sorted;
        double most = -1;
        for (int i = 0; i + SAMPLE <= sorted.size(); i++) {
            List<OcrPiece> window = sorted.subList(i, i + SAMPLE);
            double extent = window.stream()
                    .mapToDouble(piece -> Math.max(piece.width(), piece.height()))
                    .sum();
            if (extent > most) {
                most = extent;
                best = window;
            }
        }
        int margin = 30;
        int left = clamp(best.stream().mapToDouble(OcrPiece::x).min().orElse(0) - margin, image.getWidth() - 1);
        int top = clamp(best.stream().mapToDouble(OcrPiece::y).min().orElse(0) - margin, image.getHeight() - 1);
        int right = clamp(best.stream().mapToDouble(OcrPiece::right).max().orElse(0) + margin, image.getWidth());
        int bottom = clamp(best.stream().mapToDouble(OcrPiece::bottom).max().orElse(0) + margin, image.getHeight());
        return image.getSubimage(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int clamp(double value, int most) {
        return (int) Math.max(0, Math.min(value, most));
    }

    /** The image turned clockwise by 0, 90, 180 or 270 degrees. */
    static BufferedImage turned(BufferedImage image, int degrees) {
        if (degrees == 0) {
            return image;
        }
        boolean swapped = degrees != 180;
        int width = swapped ? image.getHeight() : image.getWidth();
        int height = swapped ? image.getWidth() : image.getHeight();
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(degrees / 90);
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }
}
