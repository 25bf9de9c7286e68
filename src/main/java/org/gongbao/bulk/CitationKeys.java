package org.gongbao.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.gongbao.publication.RelationKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which document of a release a number or a title belongs to. Of keys only eight bytes of their digests are held, so that it
 * fits into little memory; what two documents share belongs to neither.
 */
final class CitationKeys {

    private static final String SHARED = "";

    private final Map<Long, String> owners = new HashMap<>();

    void add(JsonNode line) {
        String uid = line.path("uid").asString();
        JsonNode record = line.path("record");
        put(RelationKeys.ofNumber(LineTable.text(record.path("documentNumber"))), uid);
        put(RelationKeys.ofTitle(LineTable.text(record.path("title"))), uid);
        put(RelationKeys.ofTitle(LineTable.text(record.path("enclosedTitle"))), uid);
    }

    private void put(@Nullable String key, String uid) {
        if (key != null) {
            owners.merge(digest(key), uid, (one, other) -> one.equals(other) ? one : SHARED);
        }
    }

    /** The document that is cited by number, or else by title; null where none or several of the release may be meant. */
    @Nullable
    String cited(@Nullable String number, @Nullable String title) {
        String byNumber = owner(RelationKeys.ofNumber(number));
        return byNumber != null ? byNumber : owner(RelationKeys.ofTitle(title));
    }

    private @Nullable String owner(@Nullable String key) {
        String owner = key == null ? null : owners.get(digest(key));
        return SHARED.equals(owner) ? null : owner;
    }

    private static long digest(String key) {
        return ByteBuffer.wrap(Digest.sha256().digest(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
