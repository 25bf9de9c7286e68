package org.gongbao.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the queue.
 *
 * @param threads files worked on at the same time
 * @param lease how long a job stays with a process that gives no sign of life
 * @param retryDelay wait before the second try; it doubles with each
 * @param tries of a job on which the program itself fails, before it is parked until the next start
 * @param storageTries of a job that cannot be stored although the disk takes other bytes, before it is parked; while the disk
 *     takes none, tries go on
 * @param starts of a job that ends with the process each time, before it is parked
 */
@Validated
@ConfigurationProperties("gongbao.ingest")
record IngestSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration retryDelay,
        @DefaultValue("3") int tries,
        @DefaultValue("10") int storageTries,
        @DefaultValue("20") int starts) {

    static final IngestSettings DEFAULT =
            new IngestSettings(2, Duration.ofSeconds(60), Duration.ofSeconds(1), 3, 10, 20);

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /** The wait after so many failed tries. */
    Duration delay(int failed) {
        Duration delay = retryDelay.multipliedBy(1L << Math.min(failed, 16));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }
}
