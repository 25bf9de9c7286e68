package org.gongbao.extraction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells text from other bytes by their beginning, before its encoding is known. */
final class TextSniffer {

    /** Text may hold a few stray control characters; compressed or random bytes hold about one in ten. */
    private static final double CONTROLS = 0.02;

    private TextSniffer() {}

    static boolean isText(byte[] head) {
        if (Utf16.charset(head) != null) {
            return true;
        }
        int controls = 0;
        for (byte b : head) {
            if ((b >= 0 && b < 0x20 && !isLayout(b)) || b == 0x7F) {
                controls++;
            }
        }
        return controls <= Math.max(Math.min(4, head.length / 3), head.length * CONTROLS);
    }

    private static boolean isLayout(byte b) {
        return b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B;
    }

    /** The beginning as text, good enough to see markup in it. */
    static String readable(byte[] head) {
        @Nullable Charset wide = Utf16.charset(head);
        return new String(head, wide == null ? StandardCharsets.ISO_8859_1 : wide);
    }
}
