package org.gongbao.extraction;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The smallest TrueType font that the PDF library accepts: one empty glyph, no names. It stands in for font files that
 * reading text does not need, which take most of the time of reading a short Chinese PDF.
 */
final class StubFont {

    private static final byte[] PROGRAM = program();

    private StubFont() {}

    /** A new stream with the font; every document needs its own. */
    static COSStream stream() throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(PROGRAM);
        }
        stream.setInt(COSName.LENGTH1, PROGRAM.length);
        return stream;
    }

    private static byte[] program() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("glyf", new byte[12]);
        tables.put(
                "head",
                shorts(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0));
        tables.put("hhea", shorts(1, 0, 880, -120, 0, 1000, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1));
        tables.put("hmtx", shorts(1000, 0));
        tables.put("loca", shorts(0, 6));
        tables.put("maxp", shorts(1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(0x00010000);
            writeShorts(out, tables.size(), 64, 2, 32);
            int offset = 12 + 16 * tables.size();
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                out.writeBytes(table.getKey());
                out.writeInt(0);
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                offset += table.getValue().length + 3 & ~3;
            }
            for (byte[] table : tables.values()) {
                out.write(table);
                out.write(new byte[-table.length & 3]);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] shorts(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeShorts(new DataOutputStream(bytes), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeShorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }
}
