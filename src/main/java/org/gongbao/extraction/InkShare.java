package org.gongbao.extraction;

import java.awt.image.BufferedImage;

/** How much of a page is printed: tells a blank page from one that cannot be read. */
final class InkShare {

    /** Share of dark points that noise and the shadow of the sheet's edge may reach. */
    private static final double BLANK = 0.0002;

    /** How far below the paper's own brightness a point counts as dark, of 255. */
    private static final int DARKER = 60;

    private InkShare() {}

    static boolean isBlank(BufferedImage image) {
        int marginX = image.getWidth() / 20;
        int marginY = image.getHeight() / 20;
        int step = Math.max(1, Math.min(image.getWidth(), image.getHeight()) / 800);
        int[] histogram = new int[256];
        int all = 0;
        for (int y = marginY; y < image.getHeight() - marginY; y += step) {
            for (int x = marginX; x < image.getWidth() - marginX; x += step) {
                histogram[brightness(image.getRGB(x, y))]++;
                all++;
            }
        }
        return dark(histogram, all) < BLANK * all;
    }

    private static int dark(int[] histogram, int all) {
        int paper = 255;
        for (int seen = 0; paper > 0; paper--) {
            seen += histogram[paper];
            if (seen * 2 >= all) {
                break;
            }
        }
        int dark = 0;
        for (int value = 0; value < paper - DARKER; value++) {
            dark += histogram[value];
        }
        return dark;
    }

    private static int brightness(int rgb) {
        return ((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 6 + (rgb & 255)) / 10;
    }
}
