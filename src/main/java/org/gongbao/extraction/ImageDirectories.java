package org.gongbao.extraction;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The chain of image file directories of a TIFF (TIFF 6.0, section 2): says whether it ends. */
final class ImageDirectories {

    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private ImageDirectories() {}

    /** Whether following the chain comes back to a directory; a reader would count such images for ever. */
    static boolean loop(Path file) throws IOException {
        try (RandomAccessFile tiff = new RandomAccessFile(file.toFile(), "r")) {
            ByteBuffer header = read(tiff, 0, HEADER);
            ByteOrder order = header.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            long place = Integer.toUnsignedLong(header.order(order).getInt(4));
            Set<Long> seen = new HashSet<>();
            while (place != 0 && place + 2 <= tiff.length()) {
                if (!seen.add(place)) {
                    return true;
                }
                int entries =
                        Short.toUnsignedInt(read(tiff, place, 2).order(order).getShort(0));
                long next = place + 2 + (long) entries * ENTRY;
                place = next + 4 > tiff.length()
                        ? 0
                        : Integer.toUnsignedLong(
                                read(tiff, next, 4).order(order).getInt(0));
            }
            return false;
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long place, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(place);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
