package org.gongbao.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases on disk: a folder each, with {@code manifest.json} as the last file written. A folder that is not what its manifest
 * says is what a crash left, and goes.
 */
final class ReleaseShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseShelf.class);

    /** Names of releases that are no more, a line each. */
    private static final String REPLACED = "replaced";

    private final Path root;
    private volatile List<Release> releases = List.of();

    ReleaseShelf(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
            open();
        } catch (IOException e) {
            throw new UncheckedIOException("the releases in " + root + " cannot be read", e);
        }
    }

    private void open() throws IOException {
        List<Release> found = new ArrayList<>();
        for (Path folder : folders()) {
            ReleaseManifest manifest = ReleaseManifest.read(folder);
            if (manifest != null && isWhole(manifest, folder)) {
                found.add(manifest.release());
            } else {
                LOG.warn("The release {} is not whole; it is made again from the log.", folder.getFileName());
                delete(folder);
            }
        }
        releases = sorted(found);
    }

    private static boolean isWhole(ReleaseManifest manifest, Path folder) throws IOException {
        if (!manifest.release().name().equals(folder.getFileName().toString())) {
            return false;
        }
        for (Release.ReleaseFile file : manifest.release().files()) {
            Path path = folder.resolve(file.name());
            if (!Files.exists(path) || Files.size(path) != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    private static List<Release> sorted(List<Release> found) {
        return found.stream()
                .sorted(Comparator.comparing(
                        Release::id,
                        Comparator.comparingLong(ReleaseName::position)
                                .thenComparingLong(ReleaseName::honoured)
                                .reversed()))
                .toList();
    }

    /** Those that can be had, the newest first. */
    List<Release> releases() {
        return releases;
    }

    /** A folder for a new release that nobody sees yet. */
    Path begin(ReleaseName name) throws IOException {
        Path folder = root.resolve(name + ".part");
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Makes a finished release one that readers see. */
    synchronized Release publish(Release release) throws IOException {
        Path folder = root.resolve(release.name());
        delete(folder);
        Files.move(release.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
        Release published = release.in(folder);
        List<Release> all = new ArrayList<>(releases);
        all.removeIf(other -> other.id().equals(release.id()));
        all.add(published);
        releases = sorted(all);
        return published;
    }

    /** Takes releases away, bytes and all; that they were there is remembered. */
    synchronized void remove(List<Release> gone) throws IOException {
        releases = releases.stream().filter(release -> !gone.contains(release)).toList();
        for (Release release : gone) {
            Files.writeString(
                    root.resolveSibling(REPLACED),
                    release.name() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            delete(release.folder());
        }
    }

    boolean wasRemoved(ReleaseName name) {
        Path replaced = root.resolveSibling(REPLACED);
        try {
            return Files.exists(replaced) && Files.readAllLines(replaced).contains(name.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the names of former releases in " + root + " cannot be read", e);
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
