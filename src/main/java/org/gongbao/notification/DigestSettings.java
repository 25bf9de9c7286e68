package org.gongbao.notification;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Digests by mail for who asked for them. They go by the server of {@code gongbao.notification.mail}; without one, into files.
 *
 * @param at time of day at which they go out, in the gazette office's zone
 * @param forms subscriptions a minute from one address
 */
@Validated
@ConfigurationProperties("gongbao.notification.digest")
record DigestSettings(
        @NotNull @DefaultValue("07:00") LocalTime at,
        @Min(1) @DefaultValue("3") int forms) {}
