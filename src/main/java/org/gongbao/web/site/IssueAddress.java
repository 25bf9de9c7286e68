package org.gongbao.web.site;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The address of an issue of a gazette (公报一期的地址): {@code /gazette/{series}/{year}/{issue}}, as in linked data. */
final class IssueAddress {

    private IssueAddress() {}

    static String of(String series, int year, int issue) {
        return "/gazette/" + UriUtils.encodePathSegment(series, StandardCharsets.UTF_8) + "/" + year + "/" + issue;
    }
}
