package org.gongbao.web.site;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The address of an issuer by its name ({@code /org/{name}}), which leads to the agency that it is. */
final class OrgAddress {

    /** What names are written with; servers refuse a slash within a part of a path. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ·（）()、—-]{0,99}");

    private OrgAddress() {}

    /** @return null where the name is no name */
    static @Nullable String of(String name) {
        return NAME.matcher(name).matches() ? "/org/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8) : null;
    }
}
