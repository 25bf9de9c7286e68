package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.gongbao.extraction.HostileFile.Maker;

/** Images that claim more points or pages than they have. */
final class HostileImages {

    private static final String[] UNREADABLE = {
        "ocr.page-unreadable", "image.damaged", "file.damaged", "file.too-many-pages"
    };

    private HostileImages() {}

    static List<HostileFile> all() {
        return List.of(
                HostileFile.noted("pixel-flood.png", Maker.of(png(100_000, 100_000, 8, new byte[1 << 20])), UNREADABLE),
                HostileFile.noted("many-points.png", Maker.of(png(30_000, 30_000, 1, new byte[1 << 20])), UNREADABLE),
                HostileFile.noted("flood.bmp", Maker.of(bitmap()), UNREADABLE),
                HostileFile.noted("directory-loop.tif", Maker.of(tiff(1, 1, 8)), UNREADABLE),
                HostileFile.noted("lies.tif", Maker.of(tiff(0x7FFFFFFF, 0x7FFFFFFF, 0)), UNREADABLE),
                HostileFile.noted("truncated.jpg", Maker.of(truncated()), UNREADABLE));
    }

    private static byte[] png(int width, int height, int depth, byte[] lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put(new byte[4])
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", RawPdf.deflate(lines));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(RawPdf.latin(type));
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(RawPdf.latin(type));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] bitmap() {
        return little(54)
                .put((byte) 'B')
                .put((byte) 'M')
                .putInt(54)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(0x7FFFFFFF)
                .putInt(-1)
                .putShort((short) 1)
                .putShort((short) 24)
                .array();
    }

    /** @param next where the next directory of an image is said to be: 8 for this one */
    private static byte[] tiff(int width, int height, int next) {
        int[][] tags = {
            {256, width},
            {257, height},
            {258, 8},
            {259, 1},
            {262, 1},
            {273, 0x7FFFFFF0},
            {277, 1},
            {278, height},
            {279, 0x7FFFFFF0}
        };
        ByteBuffer file = little(8 + 2 + tags.length * 12 + 4);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return file.putInt(next).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] truncated() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Arrays.copyOf(out.toByteArray(), 300);
    }
}
