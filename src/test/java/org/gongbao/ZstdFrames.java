package org.gongbao;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What lies in a file that packs its parts one by one, as Parquet does. */
public final class ZstdFrames {

    private static final byte[] MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private ZstdFrames() {}

    /** Whether a file is Parquet. */
    public static boolean isParquet(byte[] bytes) {
        return bytes.length > 8 && new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII).equals("PAR1");
    }

    /** The contents of all frames, wherever they begin. */
    public static List<byte[]> in(byte[] bytes) {
        List<byte[]> contents = new ArrayList<>();
        for (int at = 0; at + MAGIC.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
                contents.add(frame(bytes, at));
            }
        }
        return contents;
    }

    /** As much as can be unpacked; what follows a frame is none of it. */
    private static byte[] frame(byte[] bytes, int at) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                content.write(some, 0, count);
            }
        } catch (IOException e) {
            return content.toByteArray();
        }
        return content.toByteArray();
    }
}
