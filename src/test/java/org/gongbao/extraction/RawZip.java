package org.gongbao.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the records of a ZIP (PKWARE APPNOTE 4.3) one by one, so that they can lie. Names are UTF-8. */
final class RawZip {

    private static final short UTF8 = 0x0800;
    private static final short DEFLATED = 8;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int entries;

    /** A part with its header; gives its place. */
    int local(String name, byte[] packed, byte[] content) {
        int place = body.size();
        body.writeBytes(header(name, packed.length, content.length, HostileArchives.crc(content)));
        body.writeBytes(packed);
        return place;
    }

    static byte[] header(String name, int packed, int size, long crc) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return buffer(30 + bytes.length)
                .putInt(0x04034B50)
                .putShort((short) 20)
                .putShort(UTF8)
                .putShort(DEFLATED)
                .putInt(0)
                .putInt((int) crc)
                .putInt(packed)
                .putInt(size)
                .putShort((short) bytes.length)
                .putShort((short) 0)
                .put(bytes)
                .array();
    }

    /** @param size the unpacked size that it claims */
    void directory(String name, byte[] packed, byte[] content, int size, int place) {
        directory.writeBytes(central(name, packed.length, size, HostileArchives.crc(content), place));
        entries++;
    }

    static byte[] central(String name, int packed, int size, long crc, int place) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return buffer(46 + bytes.length)
                .putInt(0x02014B50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort(UTF8)
                .putShort(DEFLATED)
                .putInt(0)
                .putInt((int) crc)
                .putInt(packed)
                .putInt(size)
                .putShort((short) bytes.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(place)
                .put(bytes)
                .array();
    }

    static byte[] end(int entries, int directory, int place) {
        return buffer(22)
                .putInt(0x06054B50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directory)
                .putInt(place)
                .putShort((short) 0)
                .array();
    }

    byte[] finish() {
        int place = body.size();
        body.writeBytes(directory.toByteArray());
        body.writeBytes(end(entries, directory.size(), place));
        return body.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
