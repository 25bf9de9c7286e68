package org.gongbao.notification;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/** The cover (封面) of an article for a social account: title, issuers and number on a plain ground, as PNG. */
public final class Cover {

    /** The shape that social accounts cut nothing from. */
    public static final int WIDTH = 900;

    public static final int HEIGHT = 383;

    private static final String FONT = "/fonts/NotoSerifSC-subset.ttf.gz";
    private static final Color RED = new Color(0x9b1b1e);
    private static final Color INK = new Color(0x1f2328);
    private static final int MARGIN = 56;
    private static final int TITLE_SIZE = 44;
    private static final int SMALL_SIZE = 24;
    private static final int TITLE_LINES = 3;

    /** What the font has no picture of. */
    private static final int MISSING = '□';

    private Cover() {}

    /** The font is read once, when the first cover is drawn. */
    private static final class Type {
        static final Font FACE = read();

        private static Font read() {
            try (InputStream packed = Objects.requireNonNull(Cover.class.getResourceAsStream(FONT), FONT);
                    InputStream in = new GZIPInputStream(packed)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the packaged font cannot be read", e);
            }
        }
    }

    /** @param office the name of the gazette office, where the document names no issuer */
    public static byte[] png(DocumentRecord record, String office) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            pen.setColor(RED);
            pen.fillRect(0, 0, WIDTH, 14);
            String issuers = record.issuers().isEmpty() ? office : String.join("、", record.issuers());
            write(pen, issuers, SMALL_SIZE, RED, 72, 1);
            write(pen, record.displayTitle(), TITLE_SIZE, INK, 142, TITLE_LINES);
            write(pen, record.documentNumber(), SMALL_SIZE, INK, HEIGHT - 36, 1);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(
            Graphics2D pen, @Nullable String text, int size, Color colour, int baseline, int mostLines) {
        if (text == null) {
            return;
        }
        pen.setFont(Type.FACE.deriveFont((float) size));
        pen.setColor(colour);
        int y = baseline;
        for (String line : lines(shown(text), pen.getFontMetrics(), mostLines)) {
            pen.drawString(line, MARGIN, y);
            y += size * 3 / 2;
        }
    }

    private static String shown(String text) {
        return VisibleText.line(text)
                .codePoints()
                .map(c -> Type.FACE.canDisplay(c) ? c : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Broken where the line is full; the last line ends in … where not all went in. */
    static List<String> lines(String text, FontMetrics metrics, int most) {
        List<String> lines = new ArrayList<>();
        int width = WIDTH - 2 * MARGIN;
        StringBuilder line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            int before = line.length();
            line.appendCodePoint(c);
            if (metrics.stringWidth(line.toString()) > width) {
                line.setLength(before);
                lines.add(line.toString());
                line.setLength(0);
                line.appendCodePoint(c);
                if (lines.size() == most) {
                    String last = lines.get(most - 1);
                    lines.set(most - 1, last.substring(0, last.offsetByCodePoints(last.length(), -1)) + "…");
                    return lines;
                }
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
