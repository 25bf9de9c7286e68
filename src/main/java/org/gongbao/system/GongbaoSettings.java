package org.gongbao.system;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings that the whole program shares.
 *
 * @param data the folder of everything that lives
 * @param baseUri where the public reaches this service; identifiers start with it
 * @param zone the time zone of the gazette office
 * @param publisher the name of the gazette office
 * @param samples whether a fresh store is filled with the samples
 * @param profiles a folder that is laid over {@code ingest/}, null for the packaged one alone
 */
@Validated
@ConfigurationProperties("gongbao")
public record GongbaoSettings(
        @NotNull @DefaultValue("./data") Path data,
        @NotNull @DefaultValue("http://localhost:8080") URI baseUri,
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
        @NotNull @DefaultValue("政府公报编辑部") String publisher,
        @DefaultValue("false") boolean samples,
        @Nullable Path profiles) {

    /** A key that is there without a value is as good as none. */
    public GongbaoSettings {
        profiles = profiles == null || profiles.toString().isEmpty() ? null : profiles;
    }

    /** The base of identifiers without a slash at its end. */
    public String base() {
        String text = baseUri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
