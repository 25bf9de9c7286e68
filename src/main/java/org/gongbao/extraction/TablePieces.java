package org.gongbao.extraction;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/** The pieces of text of a scanned table, made fit for its cells. */
final class TablePieces {

    /** Signs whose right or left half is blank, so that the ink of a line stops short of its end. */
    private static final String BLANK_BEHIND = "，。、；：）》”！？";

    private static final String BLANK_BEFORE = "（《“";

    /** How far, in parts of its height, a box may reach beyond its text. */
    private static final double MARGIN = 0.7;

    private final OcrEngine engine;
    private final InkInCells ink;
    private final double scale;

    TablePieces(OcrEngine engine, InkInCells ink, double scale) {
        this.engine = engine;
        this.ink = ink;
        this.scale = scale;
    }

    /** The pieces without the margins of their boxes; those in parts that the engine read over a border between two cells. */
    List<OcrPiece> parted(List<OcrPiece> pieces, List<Ruling> lines) {
        List<OcrPiece> result = new ArrayList<>();
        List<OcrPiece> across = new ArrayList<>();
        List<List<OcrPiece>> parts = new ArrayList<>();
        for (OcrPiece piece : pieces) {
            List<OcrPiece> all = parts(piece, borders(piece, lines));
            List<OcrPiece> wide = all.stream()
                    .filter(part -> part.width() >= MARGIN * part.height())
                    .toList();
            boolean stray = all.stream().anyMatch(part -> !wide.contains(part) && ink.isIn(part));
            if (wide.size() == 1 && !stray) {
                result.add(ink.tight(wide.get(0).withText(piece.text(), piece.scores())));
            } else if (wide.isEmpty()) {
                result.add(ink.tight(piece));
            } else {
                across.add(piece);
                parts.add(wide);
            }
        }
        result.addAll(readAgain(across, parts));
        return result;
    }

    /** The parts with what is read of each; where that fails, the whole stays, within its cell where it is of one. */
    private List<OcrPiece> readAgain(List<OcrPiece> across, List<List<OcrPiece>> parts) {
        List<@Nullable OcrPiece> read = SecondReading.of(
                engine,
                ink.image(),
                parts.stream().flatMap(List::stream).map(ink::place).toList());
        List<OcrPiece> result = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < across.size(); i++) {
            List<OcrPiece> places = parts.get(i);
            List<@Nullable OcrPiece> own = read.subList(at, at + places.size());
            at += own.size();
            OcrPiece whole = across.get(i);
            if (own.contains(null)) {
                OcrPiece place = places.size() == 1 ? places.get(0) : whole;
                result.add(ink.tight(place.withText(whole.text(), whole.scores())));
            }
            for (int part = 0; part < own.size() && !own.contains(null); part++) {
                OcrPiece text = OcrText.clean(Objects.requireNonNull(own.get(part)));
                if (!text.text().isBlank()) {
                    result.add(ink.tight(places.get(part).withText(text.text(), text.scores())));
                }
            }
        }
        return result;
    }

    /** Where vertical lines run through a piece, in pixels. */
    private double[] borders(OcrPiece piece, List<Ruling> lines) {
        double middle = piece.middleY() * scale;
        return lines.stream()
                .filter(line -> !line.horizontal() && line.from() <= middle && line.to() >= middle)
                .mapToDouble(line -> line.at() / scale)
                .filter(x -> x > piece.x() + 1 && x < piece.right() - 1)
                .sorted()
                .toArray();
    }

    private static List<OcrPiece> parts(OcrPiece piece, double[] borders) {
        List<OcrPiece> parts = new ArrayList<>();
        double from = piece.x();
        for (int i = 0; i <= borders.length; i++) {
            double to = i == borders.length ? piece.right() : borders[i];
            parts.add(new OcrPiece("", new float[0], from, piece.y(), to - from, piece.height(), 0));
            from = to;
        }
        return parts;
    }

    /** What stands in blank cells, and before the first line of others, where the engine found nothing. */
    List<OcrPiece> missed(Grid grid, List<OcrPiece> pieces) {
        List<Rectangle> places = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        for (Grid.Cell cell : grid.rows().stream().flatMap(List::stream).toList()) {
            Box box = cell.box() == null ? null : unread(cell.box(), pieces);
            Rectangle sign = box == null ? null : ink.sign(box);
            if (sign != null) {
                places.add(sign);
                boxes.add(ink.straight(sign));
            }
        }
        List<@Nullable OcrPiece> read = SecondReading.of(engine, ink.image(), places);
        List<OcrPiece> missed = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            OcrPiece piece = read.get(i);
            if (piece != null) {
                Box box = boxes.get(i);
                missed.add(new OcrPiece(piece.text(), piece.scores(), box.x(), box.y(), box.width(), box.height(), 0));
            }
        }
        return missed;
    }

    /** The whole of a blank cell, or what is left of its first line. */
    private Box unread(Box cell, List<OcrPiece> pieces) {
        List<OcrPiece> own =
                pieces.stream().filter(piece -> holds(cell, piece, scale)).toList();
        OcrPiece top =
                own.stream().min(Comparator.comparingDouble(OcrPiece::middleY)).orElse(null);
        OcrPiece first = own.stream()
                .filter(piece -> top != null && piece.middleY() - top.middleY() < 0.5 * piece.height())
                .min(Comparator.comparingDouble(OcrPiece::x))
                .orElse(null);
        return first == null
                ? cell
                : new Box(
                        cell.x(),
                        first.y() * scale - InkInCells.BORDER,
                        Math.max(0, first.x() * scale - cell.x()) + InkInCells.BORDER,
                        first.height() * scale + 2 * InkInCells.BORDER);
    }

    static boolean holds(Box box, OcrPiece piece, double scale) {
        double x = piece.middleX() * scale;
        double y = piece.middleY() * scale;
        return x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
    }

    /** Short pieces at the height of the longer ones right beside them, whose lines they belong to. */
    static List<OcrPiece> levelled(List<OcrPiece> pieces) {
        return pieces.stream()
                .map(piece -> pieces.stream()
                        .filter(other -> other.width() > piece.width() && areBeside(piece, other))
                        .max(Comparator.comparingDouble(OcrPiece::width))
                        .map(other -> new OcrPiece(
                                piece.text(), piece.scores(), piece.x(), other.y(), piece.width(), other.height(), 0))
                        .orElse(piece))
                .toList();
    }

    private static boolean areBeside(OcrPiece piece, OcrPiece other) {
        double gap = Math.max(other.x() - piece.right(), piece.x() - other.right());
        return gap < 1.2 * other.height() && Math.abs(piece.middleY() - other.middleY()) < 0.5 * other.height();
    }

    /** The characters of a piece, spread evenly: signs of Latin script are half as wide as Chinese ones. */
    static void addGlyphs(OcrPiece piece, double scale, List<Glyph> glyphs) {
        String text = piece.text();
        double before = BLANK_BEFORE.indexOf(text.charAt(0)) >= 0 ? 0.5 : 0;
        double behind = BLANK_BEHIND.indexOf(text.charAt(text.length() - 1)) >= 0 ? 0.5 : 0;
        double whole = text.chars().mapToDouble(TablePieces::width).sum() - before - behind;
        double em = piece.width() / Math.max(0.5, whole);
        double size = Math.min(em, piece.height()) * scale;
        double x = piece.x() - before * em;
        for (int i = 0; i < text.length(); ) {
            int length = Character.charCount(text.codePointAt(i));
            double width = em
                    * text.substring(i, i + length)
                            .chars()
                            .mapToDouble(TablePieces::width)
                            .sum();
            Box box = new Box(x * scale, piece.y() * scale, width * scale, piece.height() * scale);
            glyphs.add(
                    new Glyph(text.substring(i, i + length), box, (float) size, Glyph.Direction.RIGHT, false, false));
            x += width;
            i += length;
        }
    }

    private static double width(int c) {
        return TextRun.isWide((char) c) ? 1 : 0.5;
    }
}
