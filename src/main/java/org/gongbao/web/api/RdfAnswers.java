package org.gongbao.web.api;

import java.util.Arrays;
import java.util.Optional;
import org.gongbao.linkeddata.RdfFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Linked data as answers. */
final class RdfAnswers {

    private RdfAnswers() {}

    static Optional<RdfFormat> bySuffix(String suffix) {
        return Arrays.stream(RdfFormat.values())
                .filter(format -> format.suffix().equals(suffix))
                .findFirst();
    }

    static ResponseEntity<byte[]> answer(RdfFormat format, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(bytes);
    }
}
