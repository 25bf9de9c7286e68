package org.gongbao.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.CanonicalJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Releases on disk: a folder each, with {@code manifest.json} as the last file written. A folder without a readable manifest
 * is what a crash left, and goes.
 */
final class ReleaseFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseFolder.class);
    static final String MANIFEST = "manifest.json";

    static final String SUMS = "SHA256SUMS";

    /** Names of releases that are no more, a line each. */
    private static final String REPLACED = "replaced";

    private final Path root;

    ReleaseFolder(Path root) {
        this.root = root;
    }

    /** A folder for a new release that nobody sees yet. */
    Path begin(String name) throws IOException {
        Path folder = root.resolve(name + ".part");
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Makes a finished release one that readers see, and removes all others but the one to keep. */
    Release publish(Release release, Optional<Release> keep) throws IOException {
        Files.write(release.folder().resolve(MANIFEST), manifest(release));
        Files.writeString(release.folder().resolve(SUMS), sums(release));
        Path folder = root.resolve(release.name());
        delete(folder);
        Files.move(release.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
        Set<Path> kept = new HashSet<>(Set.of(folder));
        keep.ifPresent(other -> kept.add(other.folder()));
        removeAllBut(kept);
        return new Release(
                release.name(), release.position(), release.issued(), release.documents(), release.files(), folder);
    }

    private void removeAllBut(Set<Path> kept) throws IOException {
        for (Path other : folders()) {
            if (!kept.contains(other)) {
                Files.writeString(
                        root.resolveSibling(REPLACED),
                        other.getFileName() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                delete(other);
            }
        }
    }

    static String sums(Release release) {
        return release.files().stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    /** The release with the highest position; earlier ones go, and what is not whole is said. */
    Optional<Release> latest() {
        try {
            Release latest = null;
            for (Path folder : folders()) {
                Optional<Release> release = read(folder);
                if (release.isEmpty()) {
                    LOG.warn("The release {} is not whole; it is made again from the log.", folder.getFileName());
                    delete(folder);
                } else if (latest == null || release.get().position() > latest.position()) {
                    latest = release.get();
                }
            }
            removeAllBut(latest == null ? Set.of() : Set.of(latest.folder()));
            return Optional.ofNullable(latest);
        } catch (IOException e) {
            throw new UncheckedIOException("the releases in " + root + " cannot be read", e);
        }
    }

    boolean wasReplaced(String name) {
        Path replaced = root.resolveSibling(REPLACED);
        try {
            return Files.exists(replaced) && Files.readAllLines(replaced).contains(name);
        } catch (IOException e) {
            throw new UncheckedIOException("the names of former releases in " + root + " cannot be read", e);
        }
    }

    private static Optional<Release> read(Path folder) throws IOException {
        try {
            JsonNode manifest = new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(MANIFEST)));
            List<Release.ReleaseFile> files = new ArrayList<>();
            for (JsonNode file : manifest.required("files")) {
                String name = file.required("name").asString();
                if (Files.size(folder.resolve(name)) != file.required("bytes").asLong()) {
                    return Optional.empty();
                }
                files.add(new Release.ReleaseFile(
                        name,
                        file.required("mediaType").asString(),
                        file.required("bytes").asLong(),
                        file.required("sha256").asString()));
            }
            return Optional.of(new Release(
                    folder.getFileName().toString(),
                    manifest.required("position").asLong(),
                    Instant.parse(manifest.required("issued").asString()),
                    manifest.required("documents").asLong(),
                    files,
                    folder));
        } catch (NoSuchFileException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static byte[] manifest(Release release) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("dataset", Release.DATASET);
        manifest.put("release", release.name());
        manifest.put("position", release.position());
        manifest.put("issued", release.issued());
        manifest.put("documents", release.documents());
        manifest.put("files", release.files());
        return (CanonicalJson.write(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
