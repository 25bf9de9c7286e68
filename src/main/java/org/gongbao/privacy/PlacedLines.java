package org.gongbao.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/** The lines of a file in reading order, each with its place. */
final class PlacedLines {

    private PlacedLines() {}

    /** What was read of a file with pages; a cell's lines share its height. */
    static List<PlacedLine> of(ExtractedText text) {
        List<PlacedLine> all = new ArrayList<>();
        for (Block block : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                for (Line line : paragraph.lines()) {
                    add(all, line.text(), line.page(), line.box());
                }
            } else if (block instanceof Grid grid) {
                grid.rows().forEach(row -> row.forEach(cell -> add(all, cell.text(), cell.page(), cell.box())));
            }
        }
        return all;
    }

    private static void add(List<PlacedLine> all, String text, @Nullable Integer page, @Nullable Box box) {
        if (page == null || box == null) {
            return;
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        double height = box.height() / Math.max(1, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            all.add(new PlacedLine(lines.get(i), page, new Box(box.x(), box.y() + i * height, box.width(), height)));
        }
    }

    /** The lines of a PDF that was set here: its pages are neither turned nor cut. */
    static List<PlacedLine> ofOwn(Path pdf) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            Reader reader = new Reader();
            reader.getText(document);
            return reader.lines;
        }
    }

    private static final class Reader extends PDFTextStripper {

        /** Height of a character above its base line, and of the whole, in sizes of its font. */
        private static final double ASCENT = 0.88;

        private static final double HEIGHT = 1.1;

        /** Words further apart than this many sizes of their font are on lines of their own, as in cells. */
        private static final double GAP = 1.5;

        private final List<PlacedLine> lines = new ArrayList<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (text.isBlank() || positions.isEmpty()) {
                return;
            }
            TextPosition first = positions.get(0);
            TextPosition last = positions.get(positions.size() - 1);
            double size = first.getFontSizeInPt();
            Box box = new Box(
                    first.getXDirAdj(),
                    first.getYDirAdj() - ASCENT * size,
                    last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj(),
                    HEIGHT * size);
            PlacedLine before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            boolean continues = before != null
                    && before.page() == getCurrentPageNo()
                    && Math.abs(before.box().y() - box.y()) < 1
                    && box.x() >= before.box().right()
                    && box.x() - before.box().right() < GAP * size;
            if (before != null && continues) {
                lines.set(
                        lines.size() - 1,
                        new PlacedLine(
                                before.text() + " " + text,
                                before.page(),
                                before.box().union(box)));
            } else {
                lines.add(new PlacedLine(text, getCurrentPageNo(), box));
            }
        }
    }
}
