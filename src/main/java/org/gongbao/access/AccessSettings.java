package org.gongbao.access;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people and machines prove who they are.
 *
 * @param passwordPolicy the profile of rules for passwords
 * @param sessionIdle after how long without a request a session ends
 * @param sessionLife after how long a session ends in any case
 * @param proofLife for how long a proof of who it is counts before what is dangerous
 * @param linkLife how long a one-time link can be used
 * @param tries sign-ins, codes, links and tokens that are tried from one address in a minute
 * @param accountTries sign-ins and codes that are tried for one account in a minute
 * @param tokenRequests requests with one token in a minute
 * @param syslog where the audit trail goes as well: {@code udp://host:514}, {@code tcp://host:514}, {@code tls://host:6514}
 */
@Validated
@ConfigurationProperties("gongbao.access")
public record AccessSettings(
        @NotNull @DefaultValue("default") PasswordPolicy passwordPolicy,
        @NotNull @DefaultValue("30m") Duration sessionIdle,
        @NotNull @DefaultValue("12h") Duration sessionLife,
        @NotNull @DefaultValue("5m") Duration proofLife,
        @NotNull @DefaultValue("24h") Duration linkLife,
        @Min(1) @DefaultValue("30") int tries,
        @Min(1) @DefaultValue("10") int accountTries,
        @Min(1) @DefaultValue("600") int tokenRequests,
        @Nullable URI syslog) {

    /** A key that is there without a value is as good as none. */
    public AccessSettings {
        syslog = syslog == null || syslog.toString().isEmpty() ? null : syslog;
    }
}
