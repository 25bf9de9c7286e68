package org.gongbao.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongbao.publication.LogProof;
import org.gongbao.publication.PublicPackages;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.web.Refusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The transparency log for auditors and mirrors: {@code /log/checkpoint}, {@code /log/key} and {@code /log/tile/…}. The bytes of
 * a tile never change.
 */
@RestController
class LogController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final TransparencyLog log;
    private final PublicPackages packages;

    LogController(TransparencyLog log, PublicPackages packages) {
        this.log = log;
        this.packages = packages;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(log.checkpoint().note());
    }

    /** The key that verifies checkpoints. */
    @GetMapping("/log/key")
    ResponseEntity<byte[]> key() {
        return text(log.verifier() + "\n");
    }

    @GetMapping("/log/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String path) {
        return TilePath.parse(path.substring(1))
                .flatMap(this::bytes)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(FOREVER)
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }

    /** An event with its public reason, for mirrors. */
    @GetMapping("/log/event/{seq:\\d{1,18}}")
    ResponseEntity<byte[]> event(@PathVariable long seq) {
        return packages.event(seq)
                .map(event -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noCache())
                        .body(event.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(Refusal::notFound);
    }

    /** A file of the package that an event published, for mirrors; 410 once it may be read no more. */
    @GetMapping("/log/package/{seq:\\d{1,18}}/{*name}")
    ResponseEntity<Resource> file(@PathVariable long seq, @PathVariable String name) {
        PublicPackages.Answer answer = packages.file(seq, name.substring(1));
        if (answer instanceof PublicPackages.Answer.Found found) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(CacheControl.noCache())
                    .header("X-Robots-Tag", "noindex")
                    .body(new FileSystemResource(found.path()));
        }
        if (answer instanceof PublicPackages.Answer.Gone) {
            return ResponseEntity.status(HttpStatus.GONE)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        throw Refusal.notFound();
    }

    /** That the latest event of a document is in the log. */
    @GetMapping("/doc/{uid}/proof")
    ResponseEntity<byte[]> proof(@PathVariable String uid) {
        return proof(log.inclusionProof(known(uid)).orElseThrow(Refusal::notFound));
    }

    /** That a version of a document is in the log, whatever came after it. */
    @GetMapping("/doc/{uid}/versions/{version:\\d{1,9}}/proof")
    ResponseEntity<byte[]> proof(@PathVariable String uid, @PathVariable int version) {
        return log.events(known(uid)).stream()
                .filter(event -> event.version() == version && event.event().leavesPublic())
                .findFirst()
                .flatMap(event -> log.inclusionProof(event.seq()))
                .map(this::proof)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "no-version", version));
    }

    private static Uid known(String uid) {
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        return new Uid(uid);
    }

    /** The leaf, the hashes up to the root, the signed root. */
    private ResponseEntity<byte[]> proof(LogProof proof) {
        Base64.Encoder base64 = Base64.getEncoder();
        Map<String, Object> answer = new TreeMap<>();
        answer.put("index", proof.index());
        answer.put("leaf", proof.leaf());
        answer.put("path", proof.path().stream().map(base64::encodeToString).toList());
        answer.put("checkpoint", proof.checkpoint().note());
        // The manifest leads from the digest in the leaf to the digests of the files, as long as they may be read.
        if (packages.file(proof.index() + 1, "manifest.json") instanceof PublicPackages.Answer.Found found) {
            answer.put("manifest", read(found.path()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(CanonicalJson.bytes(answer));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest " + file + " cannot be read", e);
        }
    }

    private Optional<byte[]> bytes(TilePath tile) {
        return tile.level() == TilePath.ENTRIES
                ? log.entries(tile.index(), tile.width())
                : log.tile(tile.level(), tile.index(), tile.width());
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
