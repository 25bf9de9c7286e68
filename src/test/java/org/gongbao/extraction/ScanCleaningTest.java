package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ScanCleaningTest {

    private static final int SIDE = 400;

    /** Paper with a stroke of ink in it and a fainter edge beside the stroke. */
    private static BufferedImage page(int paper, int ink, int edge) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(grey(paper));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(grey(ink));
        graphics.fillRect(100, 100, 8, 300);
        graphics.setColor(grey(edge));
        graphics.fillRect(108, 100, 2, 300);
        graphics.dispose();
        return image;
    }

    /** The raster's own value, without the colour space of the screen. */
    private static Color grey(int value) {
        return new Color(value, value, value);
    }

    private static int tone(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }

    @Test
    void paperIsMadeWhiteAndInkStaysAsItIs() {
        BufferedImage page = page(230, 20, 120);
        BufferedImage cleaned = ScanCleaning.of(page);

        assertThat(tone(cleaned, 10, 10)).isEqualTo(255);
        assertThat(tone(cleaned, 103, 200)).isEqualTo(tone(page, 103, 200));
        assertThat(tone(cleaned, 109, 200)).isEqualTo(tone(page, 109, 200));
    }

    @Test
    void faintInkIsMadeAsDarkAsOnOtherPagesAndKeepsItsEdges() {
        BufferedImage cleaned = ScanCleaning.of(page(200, 130, 160));

        assertThat(tone(cleaned, 10, 10)).isEqualTo(255);
        assertThat(tone(cleaned, 103, 200)).isZero();
        assertThat(tone(cleaned, 109, 200)).isBetween(60, 180);
    }

    @Test
    void specksOfPaperAreNotTakenForInk() {
        BufferedImage cleaned = ScanCleaning.of(page(200, 180, 190));

        assertThat(tone(cleaned, 103, 200)).isEqualTo(255);
    }
}
