package org.gongbao.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.gongbao.bulk.Release.ReleaseFile;
import org.gongbao.web.Refusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers with the files of a release: as they lie there, or unpacked where the name without its packing is asked for. */
final class ReleaseFiles {

    private static final List<String> BESIDE = List.of("manifest.json", "manifest.json.sig", "SHA256SUMS");

    private ReleaseFiles() {}

    /** @param folder where the files are, with the manifest beside them */
    static ResponseEntity<Resource> answer(List<ReleaseFile> files, Path folder, String name) {
        Optional<ReleaseFile> listed = find(files, name);
        if (listed.isPresent()) {
            ReleaseFile file = listed.get();
            return ok(mediaType(file))
                    .eTag("\"" + file.sha256() + "\"")
                    .header("Repr-Digest", digest(file.sha256()))
                    .body(new FileSystemResource(folder.resolve(name)));
        }
        Path beside = folder.resolve(name);
        if (BESIDE.contains(name) && Files.exists(beside)) {
            String type = name.endsWith(".json") ? "application/json" : "text/plain;charset=utf-8";
            return ok(type).body(new FileSystemResource(beside));
        }
        return unpacked(folder, find(files, name + ".gz").orElseThrow(Refusal::notFound));
    }

    private static Optional<ReleaseFile> find(List<ReleaseFile> files, String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** For tools that take a table only as it is. */
    private static ResponseEntity<Resource> unpacked(Path folder, ReleaseFile file) {
        try {
            InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file.name())), 1 << 16);
            return ok(file.mediaType().startsWith("text/") ? file.mediaType() + ";charset=utf-8" : file.mediaType())
                    .eTag("\"" + file.contentSha256() + "\"")
                    .header("Repr-Digest", digest(file.contentSha256()))
                    .contentLength(file.contentBytes())
                    .body(new InputStreamResource(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file.name() + " of a release cannot be read", e);
        }
    }

    private static ResponseEntity.BodyBuilder ok(String type) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static String mediaType(ReleaseFile file) {
        return switch (file.encoding()) {
            case "gzip" -> "application/gzip";
            case "zstd" -> "application/zstd";
            default -> file.mediaType();
        };
    }

    /** RFC 9530. */
    private static String digest(String sha256) {
        byte[] bytes = java.util.HexFormat.of().parseHex(sha256);
        return "sha-256=:" + java.util.Base64.getEncoder().encodeToString(bytes) + ":";
    }
}
