package org.gongbao.extraction;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Takes the noise out of a scanned page before it is read: grey, slightly smoothed, and what is nearly as bright as the
 * paper made white. Without it, specks are read as punctuation.
 */
final class ScanCleaning {

    /** Shorter images have strokes too thin to be smoothed. */
    private static final int LEAST_SIDE = 1500;

    /** How far below the paper's own brightness a point may be and still be made white, of 255. */
    private static final int NEARLY_PAPER = 50;

    private ScanCleaning() {}

    static BufferedImage of(BufferedImage image) {
        BufferedImage grey = grey(image);
        byte[] from = points(grey);
        int width = grey.getWidth();
        int height = grey.getHeight();
        boolean smooths = Math.max(width, height) >= LEAST_SIDE;
        byte[] smooth = smooths ? smoothed(from, width, height) : from;
        int white = paper(smooth) - NEARLY_PAPER;
        BufferedImage cleaned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = points(cleaned);
        for (int i = 0; i < smooth.length; i++) {
            to[i] = (smooth[i] & 255) > white ? (byte) 255 : smooth[i];
        }
        return cleaned;
    }

    private static BufferedImage grey(BufferedImage image) {
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return grey;
    }

    private static byte[] points(BufferedImage grey) {
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

    /** The brightness of the paper: the median of all points, most of which are paper. */
    private static int paper(byte[] points) {
        int[] histogram = new int[256];
        for (byte point : points) {
            histogram[point & 255]++;
        }
        int value = 255;
        for (int seen = 0; value > 0; value--) {
            seen += histogram[value];
            if (seen * 2 >= points.length) {
                break;
            }
        }
        return value;
    }
}
