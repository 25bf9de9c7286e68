package org.gongbao.notification;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Machines that are told by HTTP; none: the channel is off.
 *
 * @param urls their addresses
 * @param secrets one for each, in the same order, at least {@value #SHORTEST} characters
 * @param privateAddresses whether loopback and private addresses, and plain http, are allowed
 */
@ConfigurationProperties("gongbao.notification.webhook")
record WebhookSettings(
        @DefaultValue List<String> urls,
        @DefaultValue List<String> secrets,
        @DefaultValue("false") boolean privateAddresses) {

    private static final int SHORTEST = 16;

    WebhookSettings {
        urls = urls.stream().map(String::strip).filter(url -> !url.isEmpty()).toList();
        secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (urls.size() != secrets.size()) {
            throw new IllegalArgumentException("gongbao.notification.webhook has " + urls.size() + " urls and "
                    + secrets.size() + " secrets, expected one secret for each");
        }
        if (secrets.stream().anyMatch(secret -> secret.length() < SHORTEST)) {
            throw new IllegalArgumentException(
                    "a secret of gongbao.notification.webhook has less than " + SHORTEST + " characters");
        }
        for (String url : urls) {
            check(url, privateAddresses);
        }
    }

    private static void check(String url, boolean privateAddresses) {
        URI uri = URI.create(url);
        boolean isHttp = "https".equals(uri.getScheme()) || privateAddresses && "http".equals(uri.getScheme());
        if (!isHttp || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("gongbao.notification.webhook.urls holds " + url
                    + ", expected https://host/path without a user or fragment");
        }
    }

    /** The secret of each address. */
    Map<String, String> targets() {
        Map<String, String> targets = new LinkedHashMap<>();
        for (int i = 0; i < urls.size(); i++) {
            targets.put(urls.get(i), secrets.get(i));
        }
        return targets;
    }
}
