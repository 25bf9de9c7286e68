package org.gongbao.web.site;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;

/** Names under which files are saved, as {@code Content-Disposition} carries them (RFC 6266). */
final class FileName {

    private static final int LONGEST = 80;

    private FileName() {}

    /** Shown in the browser. */
    static String inline(String name, String suffix, String plain) {
        return disposition("inline", name, suffix, plain);
    }

    /** Saved to disk. */
    static String attachment(String name, String suffix, String plain) {
        return disposition("attachment", name, suffix, plain);
    }

    /** The plain name is for clients that know only ASCII, the real one for all others. */
    private static String disposition(String kind, String name, String suffix, String plain) {
        String encoded = ContentDisposition.builder(kind)
                .filename(clean(name) + "." + suffix, StandardCharsets.UTF_8)
                .build()
                .toString();
        String extended = encoded.substring(encoded.indexOf("filename*="));
        return kind + "; filename=\"" + plain + "." + suffix + "\"; " + extended;
    }

    /** Without what file systems or headers take for something else. */
    private static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && "/\\:*?\"<>|".indexOf(c) < 0)
                .limit(LONGEST)
                .forEach(clean::appendCodePoint);
        return clean.isEmpty() ? "gongbao" : clean.toString().strip();
    }
}
