package org.gongbao.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A way to damage bytes that knows nothing of their format. The same random numbers give the same bytes. */
enum ByteMutation {
    /** Some bits are the other way round, as after a fault of a disk. */
    BITS {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            byte[] bytes = whole.clone();
            for (int n = 1 + random.nextInt(24); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    /** The end is missing, as after an upload that broke off. */
    CUT {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            return Arrays.copyOf(whole, random.nextInt(Math.max(1, whole.length)));
        }
    },
    /** A piece is missing. */
    DELETE {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            Piece piece = Piece.of(whole, random);
            return join(piece.before(whole), piece.after(whole));
        }
    },
    /** A piece is there many times. */
    REPEAT {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            Piece piece = Piece.of(whole, random);
            int times = 1 << random.nextInt(7);
            byte[][] parts = new byte[times + 2][];
            Arrays.fill(parts, 1, times + 1, piece.itself(whole));
            parts[0] = piece.before(whole);
            parts[times + 1] = piece.after(whole);
            return join(parts);
        }
    },
    /** A piece stands in another place. */
    MOVE {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            Piece piece = Piece.of(whole, random);
            byte[] rest = join(piece.before(whole), piece.after(whole));
            int at = random.nextInt(rest.length + 1);
            return join(Arrays.copyOf(rest, at), piece.itself(whole), Arrays.copyOfRange(rest, at, rest.length));
        }
    },
    /** Numbers in decimal digits say something monstrous. */
    DIGITS {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            byte[] bytes = whole;
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                bytes = otherNumber(bytes, random);
            }
            return bytes;
        }
    },
    /** Four bytes say something monstrous, such as a length or an offset. */
    WORDS {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            byte[] bytes = whole.clone();
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            for (int n = 1 + random.nextInt(4); n > 0 && bytes.length >= 4; n--) {
                buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                buffer.putInt(random.nextInt(bytes.length - 3), WORD_VALUES[random.nextInt(WORD_VALUES.length)]);
            }
            return bytes;
        }
    },
    /** It goes on as another file. */
    SPLICE {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            int from = random.nextInt(other.length + 1);
            return join(
                    Arrays.copyOf(whole, random.nextInt(whole.length + 1)),
                    Arrays.copyOfRange(other, from, other.length));
        }
    };

    private static final int[] WORD_VALUES = {
        0, 1, -1, 0x7F, 0xFF, 0xFFFF, 0x10000, 0xFFFFFF, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFFFFF0
    };

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "65536",
            "2147483647",
            "-2147483648",
            "4294967296",
            "99999999999999999999",
            "1e38",
            "0.0001");

    private static final int LONGEST_PIECE = 4096;

    /** @param other the bytes of another file */
    abstract byte[] apply(byte[] whole, byte[] other, Random random);

    static ByteMutation any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    /** A number that readers do not expect. */
    static String monstrousNumber(Random random) {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    /** Replaces the first run of digits behind a random place. */
    private static byte[] otherNumber(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        byte[] number = monstrousNumber(random).getBytes(StandardCharsets.US_ASCII);
        return join(Arrays.copyOf(bytes, from), number, Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    /** Bytes from one place to another. */
    private record Piece(int from, int to) {

        static Piece of(byte[] whole, Random random) {
            int from = random.nextInt(whole.length + 1);
            int longest = Math.min(LONGEST_PIECE, whole.length - from);
            return new Piece(from, from + (longest == 0 ? 0 : 1 + random.nextInt(longest)));
        }

        byte[] before(byte[] whole) {
            return Arrays.copyOf(whole, from);
        }

        byte[] itself(byte[] whole) {
            return Arrays.copyOfRange(whole, from, to);
        }

        byte[] after(byte[] whole) {
            return Arrays.copyOfRange(whole, to, whole.length);
        }
    }
}
