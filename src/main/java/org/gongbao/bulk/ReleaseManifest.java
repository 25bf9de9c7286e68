package org.gongbao.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.RightsSettings;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest (清单) of a release: which log and which positions of it made the release, and each file with size and digest. Its
 * signature by the log's key stands in a file beside it, so that a mirror, which has no key, makes the same manifest.
 *
 * @param origin of the log
 * @param base of identifiers
 * @param root of the log's tree at the position up to which it honours withdrawals, as Base64
 * @param left number of documents that are left out although earlier releases held them
 * @param unreadable documents whose package was damaged when it was made; none in a sound release
 * @param mapping how linked data was made
 * @param rights what may be done with documents, by kind
 */
record ReleaseManifest(
        Release release,
        String origin,
        String base,
        String root,
        long left,
        List<String> unreadable,
        String mapping,
        RightsSettings rights) {

    static final String FILE = "manifest.json";
    static final String SIGNATURE = "manifest.json.sig";
    static final String SUMS = "SHA256SUMS";

    /** Raised with every change that a program which reads releases would notice. */
    static final int SCHEMA = 7;

    static final String SCHEMA_NAME = "gongbao-release/";

    /** The manifest as text that ends in a line break; the same release has the same one. */
    String text() {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA_NAME + SCHEMA);
        json.put("dataset", Release.DATASET);
        json.put("release", release.name());
        json.put("position", release.position());
        json.put("honoured", release.id().honoured());
        json.put("issued", release.issued());
        json.put("origin", origin);
        json.put("base", base);
        json.put("root", root);
        json.put("documents", release.documents());
        json.put("left", left);
        json.put("unreadable", unreadable);
        json.put("mapping", mapping);
        json.put("rights", rights);
        json.put("packing", Packing.MADE_BY);
        json.put("files", release.files());
        return CanonicalJson.write(json) + "\n";
    }

    static String sums(Release release) {
        StringBuilder sums = new StringBuilder();
        release.files()
                .forEach(file -> sums.append(file.sha256())
                        .append("  ")
                        .append(file.name())
                        .append('\n'));
        return sums.toString();
    }

    static String root(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /** Writes it and its signature as the last files of a release. */
    void write(@Nullable String signature) throws IOException {
        Path folder = release.folder();
        Files.writeString(folder.resolve(SUMS), sums(release));
        if (signature != null) {
            Files.writeString(folder.resolve(SIGNATURE), signature + "\n");
        }
        Files.writeString(folder.resolve(FILE), text());
    }

    /** The manifest in a folder; null where there is none that can be read. */
    static @Nullable ReleaseManifest read(Path folder) throws IOException {
        try {
            return parse(Files.readAllBytes(folder.resolve(FILE)), folder);
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return null;
        }
    }

    /** @throws IllegalArgumentException where the bytes are not the manifest of a release */
    static ReleaseManifest parse(byte[] json, Path folder) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            List<Release.ReleaseFile> files = new ArrayList<>();
            for (JsonNode file : root.required("files")) {
                files.add(file(file));
            }
            List<String> unreadable = new ArrayList<>();
            root.required("unreadable").forEach(uid -> unreadable.add(uid.asString()));
            ReleaseName name = ReleaseName.parse(root.required("release").asString())
                    .orElseThrow(() -> new IllegalArgumentException("the manifest names no release"));
            Release release = new Release(
                    name,
                    Instant.parse(root.required("issued").asString()),
                    root.required("documents").asLong(),
                    files,
                    folder);
            return new ReleaseManifest(
                    release,
                    root.required("origin").asString(),
                    root.required("base").asString(),
                    root.required("root").asString(),
                    root.required("left").asLong(),
                    unreadable,
                    root.required("mapping").asString(),
                    JsonMapper.shared().treeToValue(root.required("rights"), RightsSettings.class));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not the manifest of a release: " + e.getMessage(), e);
        }
    }

    static Release.ReleaseFile file(JsonNode file) {
        String name = file.required("name").asString();
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("the manifest names a file " + name);
        }
        return new Release.ReleaseFile(
                name,
                file.required("mediaType").asString(),
                file.required("encoding").asString(),
                file.required("bytes").asLong(),
                file.required("sha256").asString(),
                file.required("contentBytes").asLong(),
                file.required("contentSha256").asString());
    }

    /** Whether the signature is of this text by a key. */
    static boolean isSigned(byte[] manifest, String signature, String verifier) {
        try {
            return Checkpoint.isSigned(new String(manifest, StandardCharsets.UTF_8), signature.strip(), verifier);
        } catch (IllegalArgumentException e) {
            // A damaged signature need not be Base64 at all.
            return false;
        }
    }
}
