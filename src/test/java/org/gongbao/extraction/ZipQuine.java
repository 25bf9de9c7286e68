package org.gongbao.extraction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A ZIP that holds itself: its packed part is a program of "the next n bytes as they are" and "the last n bytes once
 * more" (RFC 1951, 3.2.4 and 3.2.6) which prints the whole file. Every instruction is five bytes long.
 */
final class ZipQuine {

    private static final int UNIT = 5;

    /** Of a length that lets {@link #repeatLong} be exactly five bytes. */
    private static final String NAME = "z".repeat(82) + ".zip";

    private ZipQuine() {}

    static byte[] bytes() {
        int prefix = 30 + NAME.length();
        int size = program(new byte[prefix], suffix(0, 0)).length;
        return program(RawZip.header(NAME, size - prefix, size, 0), suffix(size - prefix, size));
    }

    private static byte[] suffix(int packed, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] central = RawZip.central(NAME, packed, size, 0, 0);
        out.writeBytes(central);
        out.writeBytes(RawZip.end(1, central.length, size - central.length - 22));
        return out.toByteArray();
    }

    private static byte[] program(byte[] prefix, byte[] suffix) {
        byte[] printPrefix = literal(prefix.length + UNIT, false);
        byte[] repeatPrefix = repeatLong(prefix.length + UNIT);
        byte[] one = literal(UNIT, false);
        byte[] four = literal(4 * UNIT, false);
        byte[] repeat = repeatFour();
        byte[] none = literal(0, false);
        byte[] printSuffix = literal(suffix.length, true);
        List<byte[]> code = new ArrayList<>(List.of(prefix, printPrefix, prefix, printPrefix, repeatPrefix));
        code.addAll(List.of(one, repeatPrefix, one, one, four, repeatPrefix, one, one, four, repeat));
        code.addAll(List.of(four, repeat, four, repeat, four, repeat, four, repeat, none, none, printSuffix));
        code.addAll(List.of(repeat, none, none, printSuffix, suffix));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The header of a stored block. */
    private static byte[] literal(int length, boolean last) {
        int not = ~length;
        return new byte[] {(byte) (last ? 1 : 0), (byte) length, (byte) (length >> 8), (byte) not, (byte) (not >> 8)};
    }

    /** Twice ten bytes from twenty bytes before. */
    private static byte[] repeatFour() {
        Bits bits = new Bits().plain(0b010, 3);
        for (int i = 0; i < 2; i++) {
            bits.code(264 - 256, 7).code(8, 5).plain(20 - 17, 3);
        }
        return bits.code(0, 7).bytes();
    }

    /** The first byte of a ZIP, then the other bytes of those before. */
    private static byte[] repeatLong(int length) {
        return new Bits()
                .plain(0b010, 3)
                .code(0x30 + 'P', 8)
                .code(0xC0, 8)
                .plain(length - 1 - 115, 4)
                .code(13, 5)
                .plain(length - 97, 5)
                .code(0, 7)
                .bytes();
    }

    /** Bits of a packed block: codes begin with their highest bit, numbers with their lowest. */
    private static final class Bits {
        private long bits;
        private int count;

        Bits plain(int value, int length) {
            bits |= (long) value << count;
            count += length;
            return this;
        }

        Bits code(int value, int length) {
            return plain(Integer.reverse(value) >>> (32 - length), length);
        }

        byte[] bytes() {
            if (count != 8 * UNIT) {
                throw new IllegalStateException("an instruction of " + count + " bits");
            }
            byte[] bytes = new byte[UNIT];
            for (int i = 0; i < UNIT; i++) {
                bytes[i] = (byte) (bits >> 8 * i);
            }
            return bytes;
        }
    }

    /** Says whether the part of the file is the file. */
    static boolean holdsItself(byte[] zip) throws java.util.zip.DataFormatException {
        int start = 30 + NAME.getBytes(StandardCharsets.UTF_8).length;
        java.util.zip.Inflater inflater = new java.util.zip.Inflater(true);
        inflater.setInput(zip, start, zip.length - start);
        byte[] inside = new byte[zip.length + 1];
        int length = inflater.inflate(inside);
        inflater.end();
        return inflater.finished() && java.util.Arrays.equals(zip, java.util.Arrays.copyOf(inside, length));
    }
}
