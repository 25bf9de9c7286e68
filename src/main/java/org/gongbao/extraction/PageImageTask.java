package org.gongbao.extraction;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Draws a page of an untrusted file in a worker process, as people are to see it beside what was read. Options: {@code type},
 * the media type; {@code page}, from 1. Its result is a line with width and height in points, and then a PNG.
 */
public final class PageImageTask implements WorkerTask {

    static final String NAME = "page-image";

    /** Enough to read small print on a screen. */
    private static final double DOTS_PER_INCH = 120;

    private static final double POINTS_PER_INCH = 72;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
        String type = Objects.requireNonNull(options.get("type"));
        int number = Integer.parseInt(Objects.requireNonNull(options.get("page")));
        return type.equals("application/pdf") ? ofPdf(file, number) : ofImage(file, type, number);
    }

    private static byte[] ofPdf(Path file, int number) throws IOException {
        try (PdfPages pdf = PdfPages.open(file, ExtractionLimits.DEFAULT)) {
            requirePage(number, pdf.count());
            ShownPage shown = ShownPage.of(pdf.page(number));
            return result(shown.width(), shown.height(), pdf.render(number, DOTS_PER_INCH));
        }
    }

    private static byte[] ofImage(Path file, String type, int number) throws IOException {
        try (ImageFile images = ImageFile.open(file, type, ExtractionLimits.DEFAULT)) {
            requirePage(number, images.count());
            Page page = images.page(number);
            return result(page.width(), page.height(), reduced(images.image(number), page));
        }
    }

    private static void requirePage(int number, int count) {
        if (number < 1 || number > count) {
            throw new UnreadableFileException(
                    "file.no-such-page", "page " + number + " was asked for, but there are " + count + " pages");
        }
    }

    /** A scan has more dots than a screen shows. */
    private static BufferedImage reduced(BufferedImage image, Page page) {
        int width = (int) Math.max(1, Math.round(page.width() * DOTS_PER_INCH / POINTS_PER_INCH));
        int height = (int) Math.max(1, Math.round(page.height() * DOTS_PER_INCH / POINTS_PER_INCH));
        if (width >= image.getWidth()) {
            return image;
        }
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = reduced.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return reduced;
    }

    private static byte[] result(double width, double height, BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((width + " " + height + "\n").getBytes(StandardCharsets.US_ASCII));
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
