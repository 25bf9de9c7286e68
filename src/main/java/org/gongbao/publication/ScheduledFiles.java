package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;

/**
 * What waits for its release, on disk: for each document folders with rising numbers, of which the mark, written last, says
 * which release they are for. So what is there stays whole until what replaces it is.
 */
final class ScheduledFiles {

    private static final String WORKING = "working.json";
    private static final String CONTENT = "content.json";

    /** The working record with what was decided on in place of what was found. */
    private static final String DECIDED = "decided.json";

    private static final String FILES = "files";
    private static final String MARK = "release";

    private final Path folder;

    ScheduledFiles(Path folder) {
        this.folder = folder;
    }

    /** What is to be released. */
    record Kept(DocumentRecord working, PackageContent content) {}

    /** Keeps everything in a new folder and forces it. */
    Path keep(Uid uid, DocumentRecord working, PackageContent content, String mark) {
        try {
            Path home = Files.createDirectories(home(uid));
            Path kept = Files.createDirectory(home.resolve(next(home)));
            Durable.write(kept.resolve(WORKING), CanonicalJson.bytes(working));
            Durable.write(kept.resolve(CONTENT), CanonicalJson.bytes(content.record()));
            DocumentRecord decided =
                    working.toBuilder().personalData(content.decided()).build();
            Durable.write(kept.resolve(DECIDED), CanonicalJson.bytes(decided));
            for (Map.Entry<String, Path> file : content.files().entrySet()) {
                Durable.copy(file.getValue(), kept.resolve(FILES).resolve(file.getKey()));
            }
            Durable.write(kept.resolve(MARK), mark.getBytes(StandardCharsets.UTF_8));
            Folders.force(kept);
            Folders.force(home);
            Folders.force(folder);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + uid + " cannot be kept for release", e);
        }
    }

    private static String next(Path home) throws IOException {
        int last = children(home).stream()
                .mapToInt(path -> Integer.parseInt(path.getFileName().toString()))
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%09d", last + 1);
    }

    /** What is kept under a mark, the latest. */
    Kept find(Uid uid, String mark) {
        try {
            for (Path kept : children(home(uid))) {
                Path file = kept.resolve(MARK);
                if (Files.exists(file) && Files.readString(file).equals(mark)) {
                    return new Kept(record(kept.resolve(WORKING)), content(kept));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is to be released of " + uid + " cannot be read", e);
        }
        throw new StorageException("what is to be released of " + uid + " is not there");
    }

    /** Whether anything is kept under a mark. */
    boolean isKept(Uid uid, String mark) {
        try {
            for (Path kept : children(home(uid))) {
                Path file = kept.resolve(MARK);
                if (Files.exists(file) && Files.readString(file).equals(mark)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("what is to be released of " + uid + " cannot be read", e);
        }
    }

    private static DocumentRecord record(Path file) throws IOException {
        return RecordJson.read(Files.readAllBytes(file));
    }

    private static PackageContent content(Path kept) throws IOException {
        Map<String, Path> files = new HashMap<>();
        Path home = kept.resolve(FILES);
        if (Files.exists(home)) {
            try (Stream<Path> paths = Files.walk(home)) {
                paths.filter(Files::isRegularFile)
                        .forEach(path ->
                                files.put(home.relativize(path).toString().replace('\\', '/'), path));
            }
        }
        Path decided = kept.resolve(DECIDED);
        return new PackageContent(
                record(kept.resolve(CONTENT)),
                files,
                Files.exists(decided) ? record(decided).personalData() : List.of());
    }

    /** Deletes what else is kept of the document of a folder. */
    void deleteOthers(Path kept) {
        try {
            children(kept.resolveSibling(".").normalize()).stream()
                    .filter(other -> !other.equals(kept))
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("what " + kept + " replaces cannot be deleted", e);
        }
    }

    void delete(Uid uid) {
        Folders.delete(home(uid));
    }

    /** Deletes what is kept of all documents but these. */
    void retain(Collection<String> uids) {
        try {
            children(folder).stream()
                    .filter(home -> !uids.contains(home.getFileName().toString()))
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    /** The latest first. */
    private static List<Path> children(Path home) throws IOException {
        if (!Files.exists(home)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(home)) {
            return children.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private Path home(Uid uid) {
        return folder.resolve(uid.value());
    }
}
