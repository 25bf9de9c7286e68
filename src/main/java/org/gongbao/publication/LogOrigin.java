package org.gongbao.publication;

import java.net.URI;
import java.util.Locale;
import org.gongbao.system.GongbaoSettings;

/**
 * The origin line of a new log: the address it is served at without a scheme, as C2SP tlog-checkpoint asks, without blanks and
 * plus signs, which no key name may have.
 */
final class LogOrigin {

    /** Marks the log of a store that was filled with samples. */
    static final String SAMPLES = "示例";

    private LogOrigin() {}

    static String of(GongbaoSettings settings) {
        URI base = URI.create(settings.base());
        String path = base.getPath() == null ? "" : base.getPath();
        String host = base.getAuthority() == null ? "localhost" : base.getAuthority();
        String origin = host.toLowerCase(Locale.ROOT) + path + "/log" + (settings.samples() ? "/" + SAMPLES : "");
        return origin.replaceAll("[\\s+]", "-");
    }
}
