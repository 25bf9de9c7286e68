package org.gongbao.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that came in. The same bytes twice are one original with two arrivals.
 *
 * @param receipt opaque, unique
 * @param name the name it came with
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param claimed what came beside it, such as the text of its {@code .meta.json}
 */
public record Arrival(
        String receipt,
        Instant at,
        String name,
        String sha256,
        long bytes,
        @Nullable String claimed) {}
