package org.gongbao.review;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The seal service of the office.
 *
 * @param command a program that is called with the PDF and the name of the file to write; null for none
 * @param address to which the PDF is sent by POST, and which answers with the sealed one; null for none
 * @param timeout how long it may take
 */
@Validated
@ConfigurationProperties("gongbao.seal")
record SealSettings(
        @Nullable String command,
        @Nullable URI address,
        @NotNull @DefaultValue("2m") Duration timeout) {

    /** A key that is there without a value is as good as none. */
    SealSettings {
        command = command == null || command.isBlank() ? null : command.strip();
        address = address == null || address.toString().isEmpty() ? null : address;
        if (command != null && address != null) {
            throw new IllegalArgumentException("gongbao.seal has a command and an address, expected one of them");
        }
        if (address != null && !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException("gongbao.seal.address is " + address + ", expected https://…");
        }
    }
}
