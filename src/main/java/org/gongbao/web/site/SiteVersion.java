package org.gongbao.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** A digest of everything an answer is made of but its document, so that a new look or form gives new entity tags. */
@Component
class SiteVersion {

    private static final List<String> PARTS = List.of(
            "classpath:/templates/**/*.html",
            "classpath:/messages*.properties",
            "classpath:/static/assets/*",
            "classpath:/org/gongbao/web/site/*.class",
            "classpath:/org/gongbao/record/*.class");

    private final String value;

    SiteVersion() {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : PARTS) {
                for (Resource resource : resources.getResources(part)) {
                    try (InputStream in = resource.getInputStream()) {
                        digest.update(in.readAllBytes());
                    }
                }
            }
            value = HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("the templates cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
