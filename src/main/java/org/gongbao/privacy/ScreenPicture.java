package org.gongbao.privacy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * The picture of a page for a screen, as small as it can be: few colours without loss of shape as PNG, photographs as JPEG. Only
 * its dots are written, nothing of where they came from; the same dots give the same bytes.
 */
record ScreenPicture(String extension, byte[] bytes) {

    /** Below this a PNG is taken without a JPEG beside it. */
    private static final int SMALL = 120_000;

    private static final int LEVELS = 16;
    private static final int PALETTE = 256;
    private static final float JPEG_QUALITY = 0.7f;

    /** For {@link ImageIO} a share of the way from the smallest result to the quickest. */
    private static final float PNG_EFFORT = 0.34f;

    static ScreenPicture of(BufferedImage image) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
        int[] colours = colours(dots);
        byte[] png = colours.length > PALETTE ? null : write(indexed(dots, colours, width, height), "png", PNG_EFFORT);
        if (png != null && png.length < SMALL) {
            return new ScreenPicture("png", png);
        }
        byte[] jpeg = write(plain(dots, width, height), "jpeg", JPEG_QUALITY);
        return png == null || jpeg.length < png.length ? new ScreenPicture("jpg", jpeg) : new ScreenPicture("png", png);
    }

    /** The colours of a picture in sixteen levels of each part, sorted. */
    private static int[] colours(int[] dots) {
        boolean[] seen = new boolean[LEVELS * LEVELS * LEVELS];
        for (int dot : dots) {
            seen[level(dot)] = true;
        }
        int[] colours = new int[seen.length];
        int count = 0;
        for (int level = 0; level < seen.length; level++) {
            if (seen[level]) {
                colours[count++] = level;
            }
        }
        return Arrays.copyOf(colours, count);
    }

    private static int level(int dot) {
        int red = ((dot >> 16 & 0xff) * (LEVELS - 1) + 127) / 255;
        int green = ((dot >> 8 & 0xff) * (LEVELS - 1) + 127) / 255;
        int blue = ((dot & 0xff) * (LEVELS - 1) + 127) / 255;
        return (red * LEVELS + green) * LEVELS + blue;
    }

    private static BufferedImage indexed(int[] dots, int[] colours, int width, int height) {
        int bits = colours.length <= 2 ? 1 : colours.length <= 4 ? 2 : colours.length <= LEVELS ? 4 : 8;
        int[] palette = new int[colours.length];
        int[] index = new int[LEVELS * LEVELS * LEVELS];
        int step = 255 / (LEVELS - 1);
        for (int i = 0; i < colours.length; i++) {
            int red = colours[i] / (LEVELS * LEVELS) * step;
            int green = colours[i] / LEVELS % LEVELS * step;
            palette[i] = red << 16 | green << 8 | colours[i] % LEVELS * step;
            index[colours[i]] = i;
        }
        IndexColorModel model =
                new IndexColorModel(bits, colours.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(
                width, height, bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY, model);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = index[level(dots[y * width + x])];
            }
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }

    /** Without colour where it has none. */
    private static BufferedImage plain(int[] dots, int width, int height) {
        boolean grey = Arrays.stream(dots)
                .allMatch(dot -> (dot >> 16 & 0xff) == (dot & 0xff) && (dot >> 8 & 0xff) == (dot & 0xff));
        BufferedImage plain =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (!grey) {
            plain.setRGB(0, 0, width, height, dots, 0, width);
            return plain;
        }
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = dots[y * width + x] & 0xff;
            }
            plain.getRaster().setPixels(0, y, width, 1, row);
        }
        return plain;
    }

    private static byte[] write(BufferedImage image, String format, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new javax.imageio.stream.MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (format.equals("jpeg")) {
                how.setCompressionType("JPEG");
            }
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
