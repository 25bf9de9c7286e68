package org.gongbao.extraction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of a page once more, each for itself, on one sheet: signs that stand alone in a cell, such as the number
 * {@code 7} of a row, which the engine does not find on a page, and texts of two cells that it read as one. A short part is
 * set three times side by side, and counts only where all three are read the same.
 */
final class SecondReading {

    /** An engine finds what is at least this many times as wide as it is high. */
    private static final double FOUND = 2.5;

    private static final int COPIES = 3;

    /** More than this are noise. */
    private static final int MOST = 100;

    private final List<Rectangle> parts;
    private final List<OcrPiece> pieces;
    private final int gap;

    private SecondReading(OcrEngine engine, BufferedImage image, List<Rectangle> parts) {
        this.parts = parts;
        this.gap = parts.stream().mapToInt(part -> part.height).max().orElse(1);
        this.pieces = engine.read(sheet(image));
    }

    /** What was read of each part, with its confidence; null where nothing is sure. */
    static List<@Nullable OcrPiece> of(OcrEngine engine, BufferedImage image, List<Rectangle> parts) {
        List<@Nullable OcrPiece> read = new ArrayList<>();
        if (!parts.isEmpty() && parts.size() <= MOST) {
            SecondReading second = new SecondReading(engine, image, parts);
            for (int i = 0; i < parts.size(); i++) {
                read.add(second.part(i));
            }
        }
        while (read.size() < parts.size()) {
            read.add(null);
        }
        return read;
    }

    private static int copies(Rectangle part) {
        return part.width < FOUND * part.height ? COPIES : 1;
    }

    private int pitch() {
        return 3 * gap;
    }

    private int step(Rectangle part) {
        return part.width + gap / 3;
    }

    private BufferedImage sheet(BufferedImage image) {
        int widest =
                parts.stream().mapToInt(part -> copies(part) * step(part)).max().orElse(1);
        BufferedImage sheet =
                new BufferedImage(2 * gap + widest, pitch() * (parts.size() + 1), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < parts.size(); i++) {
            Rectangle part = parts.get(i);
            BufferedImage picture = image.getSubimage(part.x, part.y, part.width, part.height);
            for (int copy = 0; copy < copies(part); copy++) {
                graphics.drawImage(picture, gap + copy * step(part), pitch() * i + gap, null);
            }
        }
        graphics.dispose();
        return sheet;
    }

    private @Nullable OcrPiece part(int index) {
        List<OcrPiece> own = pieces.stream()
                .filter(piece -> (int) (piece.middleY() / pitch()) == index)
                .sorted(Comparator.comparingDouble(OcrPiece::x))
                .toList();
        String text = OcrText.plain(own.stream().map(OcrPiece::text).collect(Collectors.joining()))
                .strip();
        int copies = copies(parts.get(index));
        if (copies > 1) {
            text = text.replaceAll("\\s", "");
        }
        int length = text.length() / copies;
        boolean sure = own.stream().allMatch(piece -> piece.confidence() >= RapidOcrRecogniser.NO_TEXT);
        if (length == 0 || !sure || !text.equals(text.substring(0, length).repeat(copies))) {
            return null;
        }
        float[] scores = new float[length];
        double confidence = own.stream().mapToDouble(OcrPiece::confidence).min().orElse(0);
        java.util.Arrays.fill(scores, (float) confidence);
        return own.get(0).withText(text.substring(0, length), scores);
    }
}
