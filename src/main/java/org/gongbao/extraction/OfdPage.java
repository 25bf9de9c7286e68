package org.gongbao.extraction;

import java.awt.geom.AffineTransform;
import java.util.List;
import org.gongbao.record.Box;
import org.w3c.dom.Element;

/**
 * Reads what is drawn on a page of an OFD (GB/T 33190-2016, 7.7, 8 to 11): text, paths, the places of pictures. OFD
 * measures in millimetres from the top left corner; here all becomes points.
 */
final class OfdPage {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double ASCENT = 0.86;
    private static final double DESCENT = 0.14;
    private static final int BOLD = 600;

    /** Objects nested deeper than this are not read. */
    private static final int DEEPEST = 50;

    private final PageContent content;
    private final GlyphSieve sieve;
    private final DrawnPaths paths;
    private final AffineTransform toPoints;

    /** @param area of the page in millimetres: x, y, width, height */
    OfdPage(int number, double[] area) {
        this.content = new PageContent(number, area[2] * POINTS_PER_MM, area[3] * POINTS_PER_MM);
        this.sieve = new GlyphSieve(content, "ofd");
        this.paths = new DrawnPaths(content.rulings);
        this.toPoints = AffineTransform.getScaleInstance(POINTS_PER_MM, POINTS_PER_MM);
        toPoints.translate(-area[0], -area[1]);
    }

    /** Adds the layers of the page or of a template under it. */
    void add(Element page) {
        Element layers = OfdXml.at(page, "Content");
        if (layers != null) {
            OfdXml.children(layers, "Layer").forEach(layer -> objects(layer, 0));
        }
    }

    PageContent finish() {
        sieve.finish(paths.backgrounds());
        return content;
    }

    private void objects(Element parent, int depth) {
        for (Element object : OfdXml.children(parent)) {
            if (object.getAttribute("Visible").equals("false")) {
                continue;
            }
            switch (object.getLocalName()) {
                case "TextObject" -> text(object);
                case "PathObject" -> path(object);
                case "ImageObject" -> picture(object);
                case "PageBlock" -> {
                    if (depth < DEEPEST) {
                        objects(object, depth + 1);
                    }
                }
                default -> content.marked = true;
            }
        }
    }

    /** From the coordinates inside an object to points on the page. */
    private AffineTransform placement(Element object) {
        double[] boundary = OfdXml.numbers(object.getAttribute("Boundary"));
        double[] matrix = OfdXml.numbers(object.getAttribute("CTM"));
        AffineTransform placement = new AffineTransform(toPoints);
        if (boundary.length >= 2) {
            placement.translate(boundary[0], boundary[1]);
        }
        if (matrix.length >= 6) {
            placement.concatenate(new AffineTransform(matrix));
        }
        return placement;
    }

    private void picture(Element object) {
        double[] b = OfdXml.numbers(object.getAttribute("Boundary"));
        content.marked = true;
        if (b.length >= 4) {
            content.pictures.add(around(toPoints, b[0], b[1], b[0] + b[2], b[1] + b[3]));
        }
    }

    private void path(Element object) {
        content.marked = true;
        AffineTransform placement = placement(object);
        OfdPathData.draw(OfdXml.text(object, "AbbreviatedData"), placement, paths);
        boolean fill = object.getAttribute("Fill").equals("true") && !isWhite(object, "FillColor");
        boolean stroke = !object.getAttribute("Stroke").equals("false") && !isWhite(object, "StrokeColor");
        paths.paint(fill, stroke);
    }

    private static boolean isWhite(Element object, String name) {
        Element colour = OfdXml.at(object, name);
        double[] values = colour == null ? new double[0] : OfdXml.numbers(colour.getAttribute("Value"));
        return values.length == 3 && values[0] >= 250 && values[1] >= 250 && values[2] >= 250;
    }

    private static boolean isRed(Element object) {
        Element colour = OfdXml.at(object, "FillColor");
        double[] values = colour == null ? new double[0] : OfdXml.numbers(colour.getAttribute("Value"));
        return values.length == 3 && values[0] >= 153 && values[1] <= 90 && values[2] <= 90;
    }

    private void text(Element object) {
        content.marked = true;
        AffineTransform placement = placement(object);
        double size = OfdXml.number(object, "Size", 0);
        double x = 0;
        double y = 0;
        for (Element code : OfdXml.children(object, "TextCode")) {
            x = OfdXml.number(code, "X", x);
            y = OfdXml.number(code, "Y", y);
            code(object, code.getTextContent(), code, new Pen(placement, size, x, y));
        }
    }

    private void code(Element object, String text, Element code, Pen pen) {
        List<Double> acrossSteps = OfdDeltas.expand(code.getAttribute("DeltaX"));
        List<Double> downSteps = OfdDeltas.expand(code.getAttribute("DeltaY"));
        boolean bold = OfdXml.number(object, "Weight", 400) >= BOLD;
        boolean red = isRed(object);
        boolean white = isWhite(object, "FillColor");
        boolean drawn = !object.getAttribute("Fill").equals("false")
                || object.getAttribute("Stroke").equals("true");
        int[] characters = text.codePoints().filter(c -> c != '\n' && c != '\r').toArray();
        for (int i = 0; i < characters.length; i++) {
            double usual = (characters[i] < 0x2000 ? 0.5 : 1) * pen.size;
            boolean vertical = acrossSteps.isEmpty() && !downSteps.isEmpty();
            double across = i < acrossSteps.size() ? acrossSteps.get(i) : vertical ? 0 : usual;
            double down = i < downSteps.size() ? downSteps.get(i) : vertical ? pen.size : 0;
            double width = vertical || across <= 0 ? usual : Math.min(across, pen.size * 1.2);
            String character = sieve.unified(Character.toString(characters[i]));
            sieve.add(pen.glyph(character, width, across, down, bold, red), drawn, white, true);
            pen.x += across;
            pen.y += down;
        }
    }

    private static Box around(AffineTransform transform, double left, double top, double right, double bottom) {
        double[] corners = {left, top, right, top, left, bottom, right, bottom};
        transform.transform(corners, 0, corners, 0, 4);
        double x = Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
        double y = Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
        double r = Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
        double b = Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
        return new Box(x, y, r - x, b - y);
    }

    /** Where the next character is drawn, in the coordinates of its object. */
    private static final class Pen {
        final AffineTransform placement;
        final double size;
        double x;
        double y;

        Pen(AffineTransform placement, double size, double x, double y) {
            this.placement = placement;
            this.size = size;
            this.x = x;
            this.y = y;
        }

        Glyph glyph(String text, double width, double across, double down, boolean bold, boolean red) {
            Box box = around(placement, x, y - ASCENT * size, x + width, y + DESCENT * size);
            double[] step = {across, down};
            placement.deltaTransform(step, 0, step, 0, 1);
            double[] up = {0, size};
            placement.deltaTransform(up, 0, up, 0, 1);
            float points = (float) Math.hypot(up[0], up[1]);
            return new Glyph(text, box, points, Glyph.Direction.of(step[0], step[1]), bold, red);
        }
    }
}
