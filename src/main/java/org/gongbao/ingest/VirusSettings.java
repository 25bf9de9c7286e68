package org.gongbao.ingest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the virus scanner is.
 *
 * @param clamd {@code host:port} of clamd, or the path of its Unix socket; null for none
 */
@ConfigurationProperties("gongbao")
record VirusSettings(@Nullable String clamd) {

    /** A key that is there without a value is as good as none. */
    VirusSettings {
        clamd = clamd == null || clamd.isBlank() ? null : clamd.strip();
    }
}
