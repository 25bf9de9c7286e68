package org.gongbao.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Sets paragraphs and tables on pages in the packaged font: rows are split where a page ends, the header is repeated, and
 * the rules are those of the look.
 */
final class MadePdf implements AutoCloseable {

    /** Which lines a table has. */
    enum Rules {
        ALL,
        OPEN_SIDES,
        THREE,
        NONE
    }

    /**
     * How tables are set.
     *
     * @param closedAtBreak whether a line is drawn where a page ends within a row
     * @param repeatHeader whether each page begins with the header
     * @param rightFrom columns from this one on are set to the right
     */
    record Look(boolean landscape, Rules rules, boolean closedAtBreak, boolean repeatHeader, int rightFrom) {

        static final Look USUAL = new Look(false, Rules.ALL, true, true, Integer.MAX_VALUE);

        Look landscape(boolean wide) {
            return new Look(wide, rules, closedAtBreak, repeatHeader, rightFrom);
        }

        Look with(Rules other) {
            return new Look(landscape, other, closedAtBreak, repeatHeader, rightFrom);
        }

        Look openAtBreak() {
            return new Look(landscape, rules, false, repeatHeader, rightFrom);
        }

        Look headerOnce() {
            return new Look(landscape, rules, closedAtBreak, false, rightFrom);
        }

        Look rightFrom(int column) {
            return new Look(landscape, rules, closedAtBreak, repeatHeader, column);
        }
    }

    private static final float SIZE = 10.5f;
    private static final float LEADING = 16;
    private static final float PAD = 4;
    private static final float MARGIN = 72;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final Look look;
    private PDPageContentStream content;
    private float width;
    private float height;

    /** From the top of the page. */
    private float y;

    MadePdf(Look look) throws IOException {
        this.look = look;
        try (InputStream packed =
                        Objects.requireNonNull(MadePdf.class.getResourceAsStream("/fonts/NotoSerifSC-subset.ttf.gz"));
                InputStream in = new GZIPInputStream(packed)) {
            font = PDType0Font.load(document, in, true);
        }
        newPage();
    }

    private void newPage() throws IOException {
        if (content != null) {
            content.close();
        }
        PDRectangle a4 = PDRectangle.A4;
        PDPage page = new PDPage(look.landscape() ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4);
        document.addPage(page);
        width = page.getMediaBox().getWidth();
        height = page.getMediaBox().getHeight();
        content = new PDPageContentStream(document, page);
        content.setLineWidth(0.6f);
        y = MARGIN;
    }

    /** A line in the middle. */
    MadePdf centred(float size, String text) throws IOException {
        show(text, (width - textWidth(text, size)) / 2, y, size);
        y += size * 1.8f;
        return this;
    }

    /** A line at the right. */
    MadePdf right(String text) throws IOException {
        show(text, width - MARGIN - 60 - textWidth(text, 14), y, 14);
        y += 25;
        return this;
    }

    /** A paragraph of the body, set in by two characters. */
    MadePdf paragraph(String text) throws IOException {
        boolean first = true;
        for (String line : wrapped("\u3000\u3000" + text, width - 2 * MARGIN, 14)) {
            if (y + 25 > height - MARGIN) {
                newPage();
            }
            String shown = first ? line.substring(2) : line;
            show(shown, first ? MARGIN + 28 : MARGIN, y, 14);
            y += 25;
            first = false;
        }
        return this;
    }

    MadePdf gap(float points) {
        y += points;
        return this;
    }

    MadePdf pageBreak() throws IOException {
        newPage();
        return this;
    }

    /** A stretch of a row on one page: its lines from one to another. */
    private record Stretch(int row, int from, int to, float top, float bottom) {}

    /** Sets a table over the whole width. */
    MadePdf table(MadeTable table) throws IOException {
        return table(table, MARGIN, width - MARGIN);
    }

    /** Sets a table between two edges, on as many pages as it needs. */
    MadePdf table(MadeTable table, float left, float right) throws IOException {
        float[] xs = edges(table, left, right);
        int[] lines = lines(table, xs);
        List<Stretch> page = new ArrayList<>();
        boolean[] begun = new boolean[table.placed().size()];
        for (int row = 0; row < table.rows().size(); row++) {
            int from = 0;
            while (from < lines[row]) {
                int fit = (int) ((height - MARGIN - y - 2 * PAD) / LEADING);
                boolean header = row < table.headerRows();
                if (fit < 1 || header && fit < lines[row]) {
                    finish(table, xs, page, begun, false);
                    newPage();
                    page.clear();
                    repeatHeader(table, lines, page);
                    continue;
                }
                int to = Math.min(lines[row], from + fit);
                page.add(add(row, from, to));
                from = to;
            }
        }
        finish(table, xs, page, begun, true);
        y += LEADING;
        return this;
    }

    private void repeatHeader(MadeTable table, int[] lines, List<Stretch> page) {
        for (int row = 0; look.repeatHeader() && row < table.headerRows(); row++) {
            page.add(add(row, 0, lines[row]));
        }
    }

    private Stretch add(int row, int from, int to) {
        float top = y;
        y += (to - from) * LEADING + 2 * PAD;
        return new Stretch(row, from, to, top, y);
    }

    private float[] edges(MadeTable table, float left, float right) {
        float[] xs = new float[table.columns() + 1];
        xs[0] = left;
        double part = 0;
        for (int i = 0; i < table.columns(); i++) {
            part += table.widths().get(i);
            xs[i + 1] = left + (float) (part * (right - left));
        }
        return xs;
    }

    /** How many lines each row has; the last row of a merged cell is high enough for it. */
    private int[] lines(MadeTable table, float[] xs) throws IOException {
        int[] lines = new int[table.rows().size()];
        java.util.Arrays.fill(lines, 1);
        for (MadeTable.Placed place : table.placed()) {
            int needed = cellLines(place, xs).size();
            int last = place.row() + place.cell().rowSpan() - 1;
            int have = 0;
            for (int row = place.row(); row < last; row++) {
                have += lines[row];
            }
            lines[last] = Math.max(lines[last], needed - have);
        }
        return lines;
    }

    private List<String> cellLines(MadeTable.Placed place, float[] xs) throws IOException {
        float room = xs[place.column() + place.cell().columnSpan()] - xs[place.column()] - 2 * PAD;
        List<String> lines = new ArrayList<>();
        for (String paragraph : place.cell().text().split("\n", -1)) {
            lines.addAll(wrapped(paragraph, room, SIZE));
        }
        return lines;
    }

    private void finish(MadeTable table, float[] xs, List<Stretch> page, boolean[] begun, boolean end)
            throws IOException {
        if (page.isEmpty()) {
            return;
        }
        List<MadeTable.Placed> places = table.placed();
        for (int i = 0; i < places.size(); i++) {
            MadeTable.Placed place = places.get(i);
            List<Stretch> own = page.stream()
                    .filter(stretch -> stretch.row() >= place.row()
                            && stretch.row() < place.row() + place.cell().rowSpan())
                    .toList();
            if (!own.isEmpty()) {
                cell(place, xs, own, begun, i, place.row() < table.headerRows());
                rules(place, xs, page, own, end);
            }
        }
        frame(table, xs, page, end);
    }

    /** The text of a cell on this page; that of a merged one where it begins. */
    private void cell(MadeTable.Placed place, float[] xs, List<Stretch> own, boolean[] begun, int index, boolean header)
            throws IOException {
        List<String> lines = cellLines(place, xs);
        boolean merged = place.cell().rowSpan() > 1;
        if (merged && begun[index] && !header) {
            return;
        }
        begun[index] = true;
        int from = merged ? 0 : own.get(0).from();
        int to = merged ? lines.size() : Math.min(lines.size(), own.get(0).to());
        float lineY = own.get(0).top() + PAD;
        for (int line = from; line < to; line++) {
            String text = lines.get(line);
            float x = xs[place.column()] + PAD;
            if (place.column() >= look.rightFrom() && !header) {
                x = xs[place.column() + place.cell().columnSpan()] - PAD - textWidth(text, SIZE);
            }
            show(text, x, lineY, SIZE);
            lineY += LEADING;
        }
    }

    private void rules(MadeTable.Placed place, float[] xs, List<Stretch> page, List<Stretch> own, boolean end)
            throws IOException {
        if (look.rules() == Rules.THREE || look.rules() == Rules.NONE) {
            return;
        }
        float left = xs[place.column()];
        float right = xs[place.column() + place.cell().columnSpan()];
        float top = own.get(0).top();
        float bottom = own.get(own.size() - 1).bottom();
        boolean pageEnds = own.get(own.size() - 1) == page.get(page.size() - 1);
        line(left, top, right, top);
        if (!pageEnds || end || look.closedAtBreak()) {
            line(left, bottom, right, bottom);
        }
        if (place.column() > 0 || look.rules() == Rules.ALL) {
            line(left, top, left, bottom);
        }
        if (right < xs[xs.length - 1] || look.rules() == Rules.ALL) {
            line(right, top, right, bottom);
        }
    }

    private void frame(MadeTable table, float[] xs, List<Stretch> page, boolean end) throws IOException {
        if (look.rules() != Rules.THREE) {
            return;
        }
        float left = xs[0];
        float right = xs[xs.length - 1];
        line(left, page.get(0).top(), right, page.get(0).top());
        for (Stretch stretch : page) {
            if (stretch.row() == table.headerRows() - 1) {
                line(left, stretch.bottom(), right, stretch.bottom());
            }
        }
        if (end) {
            line(left, y, right, y);
        }
    }

    private void line(float x1, float top1, float x2, float top2) throws IOException {
        content.moveTo(x1, height - top1);
        content.lineTo(x2, height - top2);
        content.stroke();
    }

    private void show(String text, float x, float top, float size) throws IOException {
        if (text.isBlank()) {
            return;
        }
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, height - top - size * 0.95f);
        content.showText(text);
        content.endText();
    }

    private float textWidth(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** Lines that fit; a closing mark takes the character before it along. */
    private List<String> wrapped(String text, float room, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean closing = "，。、；：）”》？！".indexOf(c) >= 0;
            if (line.length() > 1 && textWidth(line.toString() + c, size) > room) {
                int cut = closing ? line.length() - 1 : line.length();
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
            line.append(c);
        }
        lines.add(line.toString());
        return lines;
    }

    float y() {
        return y;
    }

    MadePdf at(float place) {
        y = place;
        return this;
    }

    Path save(Path file) throws IOException {
        content.close();
        document.save(file.toFile());
        return file;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** The pages of a PDF as a scanner gives them: pictures only, at 200 dpi, a little askew, with noise. */
    static Path scan(Path pdf, Path file, long seed) throws IOException {
        Random random = new Random(seed);
        try (PDDocument from = Loader.loadPDF(pdf.toFile());
                PDDocument to = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(from);
            for (int i = 0; i < from.getNumberOfPages(); i++) {
                PDRectangle box = from.getPage(i).getMediaBox();
                BufferedImage image = scanned(renderer.renderImageWithDPI(i, 200, ImageType.GRAY), random);
                PDPage page = new PDPage(box);
                to.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(to, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(to, image, 0.75f), 0, 0, box.getWidth(), box.getHeight());
                }
            }
            to.save(file.toFile());
        }
        return file;
    }

    private static BufferedImage scanned(BufferedImage page, Random random) {
        int width = page.getWidth();
        int height = page.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(
                Math.toRadians(0.2 + 0.4 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1),
                width / 2.0,
                height / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        byte[] points = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < points.length; i++) {
            int noisy = (points[i] & 255) - 8 + (int) (random.nextGaussian() * 8);
            points[i] = (byte) Math.max(0, Math.min(255, noisy));
        }
        return image;
    }
}
