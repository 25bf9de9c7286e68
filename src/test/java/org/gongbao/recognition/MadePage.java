package org.gongbao.recognition;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The image of an A4 page at 200 dots per inch with lines from its top, in the packaged font. */
final class MadePage {

    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final int MARGIN = 240;

    private MadePage() {}

    static BufferedImage of(List<String> lines) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(font().deriveFont(44f));
        int y = MARGIN;
        for (String line : lines) {
            graphics.drawString(line, MARGIN, y += 80);
        }
        graphics.dispose();
        return image;
    }

    private static Font font() throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(MadePage.class.getResourceAsStream("/fonts/NotoSerifSC-subset.ttf.gz"));
                InputStream in = new GZIPInputStream(packed)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
    }
}
