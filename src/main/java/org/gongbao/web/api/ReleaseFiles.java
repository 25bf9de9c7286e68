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
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.gongbao.web.ReprDigest;
import org.springframework.core.io.ByteArrayResource;
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
            return ok(name, mediaType(file), file.sha256()).body(new FileSystemResource(folder.resolve(name)));
        }
        Path beside = folder.resolve(name);
        if (BESIDE.contains(name) && Files.exists(beside)) {
            String type = name.endsWith(".json") ? "application/json" : "text/plain;charset=utf-8";
            return beside(beside, name, type);
        }
        return unpacked(folder, name, find(files, name + ".gz").orElseThrow(Refusal::notFound));
    }

    private static Optional<ReleaseFile> find(List<ReleaseFile> files, String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** For tools that take a table only as it is. */
    private static ResponseEntity<Resource> unpacked(Path folder, String name, ReleaseFile file) {
        try {
            InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file.name())), 1 << 16);
            String type = file.mediaType().startsWith("text/") ? file.mediaType() + ";charset=utf-8" : file.mediaType();
            return ok(name, type, file.contentSha256())
                    .contentLength(file.contentBytes())
                    .body(new InputStreamResource(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file.name() + " of a release cannot be read", e);
        }
    }

    /** The manifest, which cannot list itself, and what goes with it; they are small. */
    private static ResponseEntity<Resource> beside(Path file, String name, String type) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return ok(name, type, ReprDigest.hex(bytes)).body(new ByteArrayResource(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " of a release cannot be read", e);
        }
    }

    private static ResponseEntity.BodyBuilder ok(String name, String type, String sha256) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, LinkedAnswers.saved(name))
                .eTag("\"" + sha256 + "\"")
                .header(ReprDigest.NAME, ReprDigest.ofHex(sha256));
    }

    private static String mediaType(ReleaseFile file) {
        return switch (file.encoding()) {
            case "gzip" -> "application/gzip";
            case "zstd" -> "application/zstd";
            default -> file.mediaType();
        };
    }
}
