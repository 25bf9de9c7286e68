package org.gongbao.web;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one address may ask for.
 *
 * @param requests a minute, for as long as it likes
 * @param burst at once, after a time of quiet
 * @param proxies addresses or networks of reverse proxies whose {@code X-Forwarded-For} is believed
 */
@Validated
@ConfigurationProperties("gongbao.traffic")
public record TrafficSettings(
        @DefaultValue("600") @Min(1) int requests,
        @DefaultValue("200") @Min(1) int burst,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> proxies) {}
