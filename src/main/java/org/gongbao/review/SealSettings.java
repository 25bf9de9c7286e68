package org.gongbao.review;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The seal service of the office.
 *
 * @param command a program that is called with the PDF and the name of the file to write; null for none
 * @param timeout how long it may take
 */
@Validated
@ConfigurationProperties("gongbao.seal")
record SealSettings(
        @Nullable String command,
        @NotNull @DefaultValue("2m") Duration timeout) {

    /** A key that is there without a value is as good as none. */
    SealSettings {
        command = command == null || command.isBlank() ? null : command.strip();
    }
}
