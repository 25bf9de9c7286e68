package org.gongbao.notification;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much readers may report, and how often notices are tried.
 *
 * @param reports readers' reports a minute from one address
 * @param retryDelay wait before the second try of a notice; it doubles with each, up to six hours
 * @param tries of a notice before it is given up
 */
@Validated
@ConfigurationProperties("gongbao.notification")
record NotificationSettings(
        @Min(1) @DefaultValue("3") int reports,
        @NotNull @DefaultValue("30s") Duration retryDelay,
        @Min(1) @DefaultValue("12") int tries) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** The wait after so many tries. */
    Duration pause(int attempts) {
        Duration pause = retryDelay;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
