package org.gongbao.web.site;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a feed: compared whenever it is asked for, readable from other sites, no page for search engines. */
final class FeedAnswers {

    private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);
    private static final MediaType JSON_FEED = MediaType.parseMediaType("application/feed+json");

    private FeedAnswers() {}

    static ResponseEntity<byte[]> atom(Feed feed) {
        return answer(ATOM).body(FeedAtom.write(feed));
    }

    static ResponseEntity<byte[]> json(Feed feed) {
        return answer(JSON_FEED).body(FeedJson.write(feed));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex");
    }
}
