package org.gongbao.command;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Sets made notices on A4 pages with the margins and the type size of official documents (GB/T 9704-2012, 5.2), in one
 * column or two. Places are PDF points from the top left.
 */
final class BenchSheet implements AutoCloseable {

    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float LEFT = 79;
    private static final float TOP = 105;
    private static final float BOTTOM = 99;
    private static final float TEXT_WIDTH = 442;
    private static final float GAP = 26;
    private static final float[] CELLS = {46, 180, 120, 96};

    private final PDDocument document;
    private final BenchType type;
    private final int columns;
    private final float size;
    private PDPageContentStream content;
    private int column;
    private float columnTop = TOP;
    private float y = TOP;

    BenchSheet(PDDocument document, BenchType type, boolean twoColumns) throws IOException {
        this.document = document;
        this.type = type;
        this.columns = twoColumns ? 2 : 1;
        this.size = twoColumns ? 10.5f : 16;
        this.content = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    /** Whether the last of so many pages has no room for another paragraph with the signature behind it. */
    boolean isAlmostFull(int pages) {
        boolean last = document.getNumberOfPages() >= pages && column == columns - 1;
        return last && y > HEIGHT - BOTTOM - 12 * pitch();
    }

    private float pitch() {
        return size * 1.8f;
    }

    private float columnWidth() {
        return (TEXT_WIDTH - GAP * (columns - 1)) / columns;
    }

    private float columnLeft() {
        return LEFT + column * (columnWidth() + GAP);
    }

    /** A line across all columns. */
    void centred(String text, float height) throws IOException {
        show(LEFT + (TEXT_WIDTH - width(text, height)) / 2, y, height, text);
        y += height * 1.8f;
        columnTop = y;
    }

    void right(String text) throws IOException {
        nextLine();
        show(columnLeft() + columnWidth() - width(text, size) - 2 * size, y, size, text);
        y += pitch();
    }

    void paragraph(String text, boolean indented) throws IOException {
        int start = 0;
        float indent = indented ? 2 * size : 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && width(text.substring(start, end + 1), size) <= columnWidth() - indent) {
                end++;
            }
            nextLine();
            show(columnLeft() + indent, y, size, text.substring(start, end));
            y += pitch();
            start = end;
            indent = 0;
        }
    }

    /** A ruled table of four columns, on a page of its own where there is no room. */
    void table(List<List<String>> rows) throws IOException {
        for (List<String> row : rows) {
            nextLine();
            float x = LEFT;
            for (int i = 0; i < row.size(); i++) {
                content.addRect(x, HEIGHT - y - pitch(), CELLS[i], pitch());
                content.stroke();
                show(x + 4, y + 6, 12, row.get(i));
                x += CELLS[i];
            }
            y += pitch();
        }
        y += pitch() / 2;
    }

    private void nextLine() throws IOException {
        if (y + pitch() <= HEIGHT - BOTTOM) {
            return;
        }
        if (++column == columns) {
            number();
            content = page();
            column = 0;
            columnTop = TOP;
        }
        y = columnTop;
    }

    /** The page number below the text, and the end of the page. */
    private void number() throws IOException {
        String text = "— " + document.getNumberOfPages() + " —";
        show((WIDTH - width(text, 14)) / 2, HEIGHT - 70, 14, text);
        content.close();
    }

    private float width(String text, float height) throws IOException {
        return type.width(text, height);
    }

    private void show(float x, float top, float height, String text) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, HEIGHT - top - height * 0.86f);
        type.show(content, height, text);
        content.endText();
    }

    @Override
    public void close() throws IOException {
        number();
    }
}
