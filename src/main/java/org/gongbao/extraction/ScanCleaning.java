package org.gongbao.extraction;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Takes the noise out of a scanned page before it is read: grey, slightly smoothed, and what is nearly as bright as the
 * paper made white. Without it, specks are read as punctuation. The ink of a faint page is made as dark as on others.
 */
final class ScanCleaning {

    /** Shorter images have strokes too thin to be smoothed. */
    private static final int LEAST_SIDE = 1500;

    /** How far below the paper's own brightness a point may be and still be made white, of 255. */
    private static final int NEARLY_PAPER = 50;

    /** Darker than the paper by less than this, of 255, ink is faint. */
    private static final int FAINT = 150;

    /** By less than this nothing is known to be ink. */
    private static final int LEAST_INK = 40;

    /** One point in so many is taken to be ink, also on a page of few lines. */
    private static final int INK_SHARE = 200;

    private ScanCleaning() {}

    static BufferedImage of(BufferedImage image) {
        BufferedImage grey = grey(image);
        byte[] from = points(grey);
        int width = grey.getWidth();
        int height = grey.getHeight();
        boolean smooths = Math.max(width, height) >= LEAST_SIDE;
        byte[] smooth = smooths ? smoothed(from, width, height) : from;
        byte[] tones = tones(smooth);
        BufferedImage cleaned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = points(cleaned);
        for (int i = 0; i < smooth.length; i++) {
            to[i] = tones[smooth[i] & 255];
        }
        return cleaned;
    }

    /** What each brightness becomes. */
    private static byte[] tones(byte[] points) {
        int[] histogram = new int[256];
        for (byte point : points) {
            histogram[point & 255]++;
        }
        int paper = brightestOf(histogram, points.length / 2);
        int ink = brightestOf(histogram, points.length - points.length / INK_SHARE);
        int contrast = paper - ink;
        boolean isFaint = contrast >= LEAST_INK && contrast < FAINT;
        int white = paper - (isFaint ? NEARLY_PAPER * contrast / 255 : NEARLY_PAPER);
        byte[] tones = new byte[256];
        for (int tone = 0; tone < 256; tone++) {
            int darker = isFaint ? Math.max(0, tone - ink) * 255 / contrast : tone;
            tones[tone] = (byte) (tone > white ? 255 : Math.min(255, darker));
        }
        return tones;
    }

    static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return grey;
    }

    /** The points of a grey image, row by row. */
    static byte[] points(BufferedImage grey) {
        return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    }

    /** The binomial filter of three by three points; the outermost points stay as they are. */
    private static byte[] smoothed(byte[] from, int width, int height) {
        byte[] to = from.clone();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                int sum = row(from, i - width) + 2 * row(from, i) + row(from, i + width);
                to[i] = (byte) (sum >> 4);
            }
        }
        return to;
    }

    private static int row(byte[] from, int i) {
        return (from[i - 1] & 255) + 2 * (from[i] & 255) + (from[i + 1] & 255);
    }

    /** The brightness that so many points reach; of half of them it is the paper's own, since most points are paper. */
    private static int brightestOf(int[] histogram, int count) {
        int value = 255;
        for (int seen = 0; value > 0; value--) {
            seen += histogram[value];
            if (seen >= count) {
                break;
            }
        }
        return value;
    }
}
