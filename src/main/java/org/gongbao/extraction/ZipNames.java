package org.gongbao.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names in ZIP archives: flagged as UTF-8, or in the encoding of the machine that wrote them, in China mostly GBK. */
final class ZipNames {

    private ZipNames() {}

    /** @param raw the name as UTF-8 where the entry says so, else its bytes as ISO 8859-1 */
    static String decoded(String raw) {
        boolean flagged = raw.chars().anyMatch(c -> c > 0xFF);
        return clean(flagged ? raw : ofBytes(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String ofBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, TextDecoder.GB18030);
        }
    }

    private static String clean(String name) {
        return new Characters().clean(name).replace("\n", "").replace('\\', '/');
    }

    /** What file managers put in beside the documents. */
    static boolean isSystem(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.equals(".DS_Store")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini")
                || name.endsWith("/");
    }
}
