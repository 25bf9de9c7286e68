package org.gongbao.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The server by which mail goes out, and people who are told of everything by e-mail; without a host or recipients that channel is
 * off, and without a host digests go into files.
 *
 * @param security {@code none}, {@code starttls} (required) or {@code tls}
 * @param user null for a server that asks for none
 * @param language of the message, {@code zh} or {@code en}
 */
@Validated
@ConfigurationProperties("gongbao.notification.mail")
record MailSettings(
        @Nullable String host,
        @Min(1) @Max(65535) @DefaultValue("587") int port,
        @NotNull @DefaultValue("starttls") Security security,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue List<String> recipients,
        @NotNull @DefaultValue("zh") String language) {

    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    MailSettings {
        host = blankAsNull(host);
        user = blankAsNull(user);
        from = blankAsNull(from);
        recipients = recipients.stream()
                .map(String::strip)
                .filter(recipient -> !recipient.isEmpty())
                .toList();
        if (host != null) {
            check("from", from == null ? "" : from);
            recipients.forEach(recipient -> check("recipients", recipient));
        }
    }

    private static void check(String key, String address) {
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "gongbao.notification.mail." + key + " holds “" + address + "”, expected name@host", e);
        }
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    boolean isOn() {
        return host != null && !recipients.isEmpty();
    }
}
