package org.gongbao.extraction;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;

/**
 * Recognises pages with RapidOCR: turns them upright, puts what was read into reading order and says what is doubtful.
 */
public final class RapidOcrRecogniser implements PageRecogniser {

    /** Longest side of an image in pixels; larger ones are made smaller, A3 at 300 dpi fits. */
    private static final int LONGEST = 5000;

    /** Mean score of a piece below which it is taken for no text: pictures, seals, handwriting. */
    static final double NO_TEXT = 0.5;

    /** Mean score of a line below which a person should look at it. */
    private static final double DOUBTFUL = 0.8;

    private final OcrEngine engine;

    /** For the service loader. */
    public RapidOcrRecogniser() {
        this(new RapidOcrEngine());
    }

    RapidOcrRecogniser(OcrEngine engine) {
        this.engine = engine;
    }

    @Override
    public Recognised recognise(BufferedImage original, int page, double width, double height) {
        if (InkShare.isBlank(original)) {
            return new Recognised(
                    List.of(),
                    List.of(Finding.info("ocr.page-blank", "the page is blank").onPage(page)));
        }
        BufferedImage image = ScanCleaning.of(bounded(original));
        double scale = width / image.getWidth();
        ScanRulings rulings = ScanRulings.of(image, scale);
        List<OcrPiece> pieces = engine.read(rulings.erased());
        int turn = new PageTurn(engine).of(image, pieces);
        List<Finding> findings = new ArrayList<>();
        if (turn != 0) {
            image = PageTurn.turned(image, turn);
            scale = (turn % 180 == 0 ? width : height) / image.getWidth();
            rulings = ScanRulings.of(image, scale);
            pieces = engine.read(rulings.erased());
            findings.add(Finding.info(
                            "ocr.page-turned",
                            "the page lay " + turn + " degrees from upright and was turned before it was read")
                    .onPage(page));
        }
        ScannedTables tables = new ScannedTables(engine, rulings, readable(pieces), page, scale);
        double points = scale;
        List<OcrPiece> rows = OcrRows.of(tables.rest());
        List<Line> lines = rows.stream()
                .map(row -> line(row, page, points))
                .filter(line -> !line.text().isBlank())
                .toList();
        judge(lines, tables.tables(), pieces, page, findings);
        return new Recognised(lines, tables.tables(), findings, turn);
    }

    private static BufferedImage bounded(BufferedImage image) {
        double scale = (double) LONGEST / Math.max(image.getWidth(), image.getHeight());
        if (scale >= 1) {
            return image;
        }
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }

    private static List<OcrPiece> readable(List<OcrPiece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.confidence() >= NO_TEXT)
                .map(OcrText::clean)
                .filter(piece -> !piece.text().isBlank())
                .toList();
    }

    private static Line line(OcrPiece row, int page, double scale) {
        Box box = new Box(
                rounded(row.x() * scale),
                rounded(row.y() * scale),
                rounded(row.width() * scale),
                rounded(row.height() * scale));
        return new Line(row.text().strip(), page, box, rounded(row.confidence()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static void judge(
            List<Line> lines, List<RecognisedTable> tables, List<OcrPiece> pieces, int page, List<Finding> findings) {
        if (lines.isEmpty() && tables.isEmpty()) {
            findings.add(OcrPages.unreadable(page, "nothing on the page could be read, though it is not blank"));
            return;
        }
        List<String> doubtful = new ArrayList<>();
        pieces.stream()
                .filter(piece -> piece.confidence() < NO_TEXT)
                .map(OcrPiece::text)
                .forEach(doubtful::add);
        List<Line> read = new ArrayList<>(lines);
        tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .filter(cell -> !cell.text().isEmpty())
                .forEach(cell -> read.add(new Line(cell.text(), page, cell.box(), cell.confidence())));
        read.stream()
                .filter(line -> line.confidence() < DOUBTFUL)
                .sorted(Comparator.comparingDouble(Line::confidence))
                .map(Line::text)
                .forEach(doubtful::add);
        if (!doubtful.isEmpty()) {
            findings.add(Finding.warning(
                            "ocr.low-confidence",
                            doubtful.size() + " of " + (read.size() + doubtful.size())
                                    + " pieces were read with little confidence; those below " + NO_TEXT
                                    + " were left out as no text")
                    .onPage(page)
                    .quoting(String.join(" / ", doubtful.subList(0, Math.min(5, doubtful.size())))));
        }
    }
}
