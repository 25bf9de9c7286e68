package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.archive.CopiedFiles;
import org.gongbao.publication.BackupManifest;
import org.gongbao.system.DataFolder;

/**
 * Copies the files of a backup into an empty data folder. All are checked before the first is copied, and each again while it
 * is; a file in the folder says that it is not whole until all are there, and nothing opens such a folder.
 */
final class Restore {

    private static final String LOCK = "lock";

    private final Path backup;
    private final Path data;

    Restore(Path backup, Path data) {
        this.backup = backup;
        this.data = data;
    }

    /** @return files of the backup that are damaged, one sentence each; nothing is in the data folder then */
    List<String> run(BackupManifest manifest) throws IOException {
        try (DataFolder folder = new DataFolder(data)) {
            requireEmpty(folder);
            List<String> damaged = check(manifest);
            if (!damaged.isEmpty()) {
                return damaged;
            }
            empty();
            Path mark = folder.file(DataFolder.RESTORING);
            Files.writeString(mark, manifest.madeAt() + "\n");
            CopiedFiles copies = new CopiedFiles(data);
            copies.force();
            damaged = copy(manifest, copies);
            if (damaged.isEmpty()) {
                copies.force();
            } else {
                empty();
            }
            Files.deleteIfExists(mark);
            copies.force();
            return damaged;
        }
    }

    /** What an interrupted restore left counts as nothing. */
    private void requireEmpty(DataFolder folder) throws IOException {
        if (!folder.own()) {
            throw new IllegalStateException("the data folder " + data + " is in use by another process");
        }
        boolean isInterrupted = Files.exists(folder.file(DataFolder.RESTORING));
        try (Stream<Path> children = Files.list(data)) {
            if (!isInterrupted && children.anyMatch(child -> !child.endsWith(LOCK))) {
                throw new IllegalStateException(
                        "the data folder " + data + " is not empty; a backup is restored into an empty one only");
            }
        }
    }

    /** The mark goes last. */
    private void empty() throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(data)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            if (!path.equals(data)
                    && !path.equals(data.resolve(LOCK))
                    && !path.equals(data.resolve(DataFolder.RESTORING))) {
                Files.delete(path);
            }
        }
    }

    private List<String> check(BackupManifest manifest) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (BackupManifest.Item item : manifest.files()) {
            Path file = backup.resolve(item.name());
            if (!Files.isRegularFile(file)) {
                damaged.add(item.name() + " is missing in the backup");
            } else if (Files.size(file) != item.bytes()
                    || !CopiedFiles.sha256(file).equals(item.sha256())) {
                damaged.add(item.name() + " differs from the backup's manifest");
            }
        }
        return damaged;
    }

    private List<String> copy(BackupManifest manifest, CopiedFiles copies) throws IOException {
        for (BackupManifest.Item item : manifest.files()) {
            copies.copy(backup.resolve(item.name()), item.name());
            if (!item.mode().isEmpty()
                    && data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(data.resolve(item.name()), PosixFilePermissions.fromString(item.mode()));
            }
        }
        Map<String, CopiedFiles.Entry> copied =
                copies.entries().stream().collect(Collectors.toMap(CopiedFiles.Entry::name, Function.identity()));
        return manifest.files().stream()
                .filter(item -> !Objects.requireNonNull(copied.get(item.name()))
                        .sha256()
                        .equals(item.sha256()))
                .map(item -> item.name() + " changed in the backup while it was restored")
                .toList();
    }
}
