package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Box;

/**
 * The ruled tables of a scanned page: the lines of its image make the cells, the pieces of text fill them. What the engine
 * missed in them or read across a border is read once more.
 */
final class ScannedTables {

    private final List<RecognisedTable> tables = new ArrayList<>();
    private final List<OcrPiece> rest;
    private final double scale;

    /**
     * Reads the tables of a page.
     *
     * @param engine for the second reading
     * @param lines of the page
     * @param pieces of text in the pixels of its image
     * @param scale points for each pixel
     */
    ScannedTables(OcrEngine engine, ScanRulings lines, List<OcrPiece> pieces, int page, double scale) {
        this.scale = scale;
        if (lines.rulings().isEmpty()) {
            rest = pieces;
            return;
        }
        BufferedImage image = lines.erased();
        ReadingFrame frame =
                new ReadingFrame(Glyph.Direction.RIGHT, image.getWidth() * scale, image.getHeight() * scale);
        List<OcrPiece> straight = OcrRows.straightened(pieces, lines.slope());
        TablePieces table = new TablePieces(engine, new InkInCells(image, lines.slope(), scale), scale);
        List<OcrPiece> whole = table.parted(straight, lines.rulings());
        List<OcrPiece> all = new ArrayList<>(whole);
        for (PageTable found : find(frame, page, whole, lines.rulings())) {
            all.addAll(table.missed(found.grid(), whole));
        }
        for (PageTable found : find(frame, page, TablePieces.levelled(all), lines.rulings())) {
            tables.add(new RecognisedTable(judged(found.grid(), all), found.box(), found.edges()));
        }
        rest = all.stream()
                .filter(piece -> tables.stream().noneMatch(it -> TablePieces.holds(it.box(), piece, scale)))
                .toList();
    }

    List<RecognisedTable> tables() {
        return tables;
    }

    /** The pieces outside all tables; straightened where there are any. */
    List<OcrPiece> rest() {
        return rest;
    }

    private List<PageTable> find(ReadingFrame frame, int page, List<OcrPiece> pieces, List<Ruling> lines) {
        List<Glyph> glyphs = new ArrayList<>();
        pieces.forEach(piece -> TablePieces.addGlyphs(piece, scale, glyphs));
        return new RuledTables(frame, page, glyphs).find(lines);
    }

    /** The rows with the confidence of the pieces that stand in each cell. */
    private List<List<Grid.Cell>> judged(Grid grid, List<OcrPiece> pieces) {
        return grid.rows().stream()
                .map(row -> row.stream().map(cell -> judged(cell, pieces)).toList())
                .toList();
    }

    private Grid.Cell judged(Grid.Cell cell, List<OcrPiece> pieces) {
        Box box = cell.box();
        double confidence = pieces.stream()
                .filter(piece -> box != null && TablePieces.holds(box, piece, scale))
                .mapToDouble(OcrPiece::confidence)
                .min()
                .orElse(1);
        return new Grid.Cell(
                cell.text(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.page(),
                box,
                Math.round(confidence * 1000) / 1000.0);
    }
}
