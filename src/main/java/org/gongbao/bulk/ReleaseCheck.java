package org.gongbao.bulk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the folder of a release or a delta offline: the manifest's signature by the log's key, every file by the manifest, and bags
 * that lie beside them by what the release says of them.
 */
public final class ReleaseCheck {

    private ReleaseCheck() {}

    /** Whether a folder is that of a release or a delta, whole or not. */
    public static boolean isRelease(Path folder) {
        return Files.exists(folder.resolve(ReleaseManifest.FILE));
    }

    /**
     * What differs, one sentence each, the name of the file first.
     *
     * @param verifier the log's key; null: the signature is not looked at
     */
    public static List<String> differences(Path folder, @Nullable String verifier) throws IOException {
        List<String> differences = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(folder.resolve(ReleaseManifest.FILE));
        signature(folder, bytes, verifier).ifPresent(differences::add);
        if (Delta.isDelta(bytes)) {
            delta(folder, bytes, differences);
            return differences;
        }
        Release release;
        try {
            ReleaseManifest manifest = ReleaseManifest.parse(bytes, folder);
            release = manifest.release();
            if (!manifest.text().equals(new String(bytes, StandardCharsets.UTF_8)) && verifier == null) {
                differences.add(ReleaseManifest.FILE + ": differs from what this program would have written");
            }
        } catch (IllegalArgumentException e) {
            differences.add(ReleaseManifest.FILE + ": " + e.getMessage());
            return differences;
        }
        for (Release.ReleaseFile file : release.files()) {
            file(folder, file).ifPresent(differences::add);
        }
        Path sums = folder.resolve(ReleaseManifest.SUMS);
        if (!Files.exists(sums) || !ReleaseManifest.sums(release).equals(Files.readString(sums))) {
            differences.add(ReleaseManifest.SUMS + ": differs from the manifest");
        }
        Set<String> known = BagCheck.names(release);
        known.add(ReleaseManifest.SUMS);
        differences.addAll(BagCheck.differences(release));
        differences.addAll(unknown(folder, release.files(), known));
        return differences;
    }

    private static void delta(Path folder, byte[] manifest, List<String> differences) throws IOException {
        try {
            Delta delta = Delta.parse(manifest, folder);
            for (Release.ReleaseFile file : delta.files()) {
                file(folder, file).ifPresent(differences::add);
            }
            differences.addAll(unknown(folder, delta.files(), Set.of()));
        } catch (IllegalArgumentException e) {
            differences.add(ReleaseManifest.FILE + ": " + e.getMessage());
        }
    }

    static Optional<String> signature(Path folder, byte[] manifest, @Nullable String verifier) throws IOException {
        Path signature = folder.resolve(ReleaseManifest.SIGNATURE);
        if (verifier == null) {
            return Optional.empty();
        }
        if (!Files.exists(signature)) {
            return Optional.of(ReleaseManifest.SIGNATURE + ": is missing");
        }
        return isSigned(manifest, signature, verifier)
                ? Optional.empty()
                : Optional.of(ReleaseManifest.FILE + ": is not what the key signed");
    }

    /** A damaged signature need not be text at all. */
    private static boolean isSigned(byte[] manifest, Path signature, String verifier) throws IOException {
        try {
            String line = new String(Files.readAllBytes(signature), StandardCharsets.UTF_8);
            return ReleaseManifest.isSigned(manifest, line, verifier) && line.equals(line.strip() + "\n");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<String> file(Path folder, Release.ReleaseFile file) throws IOException {
        Path path = folder.resolve(file.name());
        if (!Files.exists(path)) {
            return Optional.of(file.name() + ": is missing");
        }
        if (!Digest.ofFile(path).equals(file.sha256())) {
            return Optional.of(file.name() + ": differs from the manifest");
        }
        return Digest.ofContent(path).equals(file.contentSha256())
                ? Optional.empty()
                : Optional.of(file.name() + ": what is in it differs from the manifest");
    }

    private static List<String> unknown(Path folder, List<Release.ReleaseFile> files, Set<String> besides)
            throws IOException {
        Set<String> known = new HashSet<>(besides);
        known.addAll(List.of(ReleaseManifest.FILE, ReleaseManifest.SIGNATURE));
        files.forEach(file -> known.add(file.name()));
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .map(name -> name + ": is not in the manifest")
                    .toList();
        }
    }
}
