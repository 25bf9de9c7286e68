package org.gongbao.web.oai;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What harvesters are told of the repository.
 *
 * @param email of who answers for it; null for the postmaster of this service's host
 * @param pageSize records of a part of a list
 */
@Validated
@ConfigurationProperties("gongbao.oai")
record OaiSettings(
        @Nullable String email,
        @DefaultValue("50") @Min(1) @Max(500) int pageSize) {

    OaiSettings {
        email = email == null || email.isBlank() ? null : email.strip();
    }

    /** The protocol wants an address with a dot in its host. */
    String emailOf(String base) {
        if (email != null) {
            return email;
        }
        String host = String.valueOf(URI.create(base).getHost());
        return "postmaster@" + (host.contains(".") ? host : host + ".localdomain");
    }
}
