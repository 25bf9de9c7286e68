package org.gongbao.publication;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.record.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest of a public package: its files with their digests, and a nonce of 128 random bits, so that a leaf of the
 * log can be confirmed by nobody who does not hold the manifest.
 *
 * @param files sorted by name
 */
record Manifest(Uid uid, int version, String nonce, List<Item> files) {

    /** Name of the manifest in a package. */
    static final String NAME = "manifest.json";

    private static final String SCHEMA = "gongbao-package/1";
    private static final SecureRandom RANDOM = new SecureRandom();

    Manifest {
        files = files.stream().sorted(Comparator.comparing(Item::name)).toList();
    }

    /** A file of a package. */
    record Item(String name, String mediaType, long bytes, String sha256) {}

    static String newNonce() {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    /** The digest of what is published, without nonce and version: equal for equal content. */
    static String contentDigest(List<Item> files) {
        return Digests.sha256(CanonicalJson.bytes(
                files.stream().sorted(Comparator.comparing(Item::name)).toList()));
    }

    byte[] bytes() {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA);
        json.put("uid", uid.value());
        json.put("version", version);
        json.put("nonce", nonce);
        json.put("files", files);
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException where the bytes are not one
     */
    static Manifest read(byte[] json) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            List<Item> files = new ArrayList<>();
            for (JsonNode file : root.path("files")) {
                files.add(new Item(
                        file.path("name").asString(),
                        file.path("mediaType").asString(),
                        file.path("bytes").asLong(),
                        file.path("sha256").asString()));
            }
            Uid uid = new Uid(root.path("uid").asString());
            return new Manifest(
                    uid, root.path("version").asInt(), root.path("nonce").asString(), files);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a manifest of " + SCHEMA + ": " + e.getOriginalMessage(), e);
        }
    }
}
