package org.gongbao.web.api;

import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.web.LinkedAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Linked data as answers. */
final class RdfAnswers {

    private RdfAnswers() {}

    static ResponseEntity<byte[]> answer(RdfFormat format, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, LinkedAnswers.contentType(format.mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(bytes);
    }
}
