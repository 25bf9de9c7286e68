package org.gongbao.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers of {@code /api/v1}: canonical JSON under a tag of its bytes, so that who has it already gets 304. */
final class ApiAnswers {

    private static final int TAG_BYTES = 16;

    private ApiAnswers() {}

    /** A part of a list with the true total and the address of the next part. */
    static ResponseEntity<byte[]> list(long total, List<?> items, @Nullable String next) {
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("total", total);
        list.put("items", items);
        list.put("next", next);
        ResponseEntity.BodyBuilder answer = json();
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return tagged(answer, CanonicalJson.bytes(list));
    }

    static ResponseEntity<byte[]> item(Map<String, @Nullable Object> item) {
        return tagged(json(), CanonicalJson.bytes(item));
    }

    static ResponseEntity<byte[]> tagged(ResponseEntity.BodyBuilder answer, byte[] body) {
        return answer.eTag("\"" + tag(body) + "\"").body(body);
    }

    static ResponseEntity.BodyBuilder json() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex");
    }

    private static String tag(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
