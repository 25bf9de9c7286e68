package org.gongbao.archive;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.OcflJavaException;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.api.model.VersionNum;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.cache.NoOpCache;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One OCFL 1.1 storage root, written by ocfl-java and forced here, since ocfl-java leaves that to the operating system.
 *
 * <p>While a version is written, a file in {@code storing} names object and version; one found at start says what to
 * mend. Only the process that owns the data folder may write.
 */
final class OcflRoot {

    private final String name;
    private final Path root;
    private final Path work;
    private final Path storing;
    private final Disk disk;
    private final Clock clock;
    private final Mending mending;
    private final RootFiles rootFiles;
    private final Object[] locks = new Object[64];
    private @Nullable OcflRepository repository;

    OcflRoot(Path archive, String name, Disk disk, Clock clock) throws IOException {
        this.name = name;
        this.root = Files.createDirectories(archive.resolve(name));
        this.work = Files.createDirectories(archive.resolve("work").resolve(name));
        this.storing = Files.createDirectories(archive.resolve("storing").resolve(name));
        this.disk = disk;
        this.clock = clock;
        this.mending = new Mending(archive.resolve("aside"), disk);
        this.rootFiles = new RootFiles(root, archive.resolve(name + ".sha256"), disk);
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new Object();
        }
    }

    Path path() {
        return root;
    }

    String name() {
        return name;
    }

    RootFiles rootFiles() {
        return rootFiles;
    }

    ObjectFolder folder(String id) {
        return ObjectFolder.of(root, id);
    }

    /** Whoever holds it is the only one to change the object. */
    Object lock(String id) {
        return lock(folder(id));
    }

    Object lock(ObjectFolder object) {
        return locks[Math.floorMod(object.path().getFileName().hashCode(), locks.length)];
    }

    /**
     * Writes the next version of an object, which then holds just these files, and forces it. A version that could not be
     * forced is taken back, for the system may count its bytes as written from then on: the next try writes them anew.
     */
    void write(String id, int version, Map<String, Path> files) throws IOException {
        ObjectFolder object = folder(id);
        Path note = note(object, version);
        if (Files.exists(note)) {
            mending.mend(object, version, root);
        }
        Files.writeString(note, "");
        try {
            put(id, version, files);
        } catch (IOException e) {
            mending.mend(object, version, root);
            Files.deleteIfExists(note);
            throw e;
        }
        try {
            object.force(disk, version, root);
        } catch (IOException e) {
            mending.takeBack(object, version, root);
            Files.deleteIfExists(note);
            throw e;
        }
        Files.delete(note);
    }

    /** Forces a version that is there, and everything above it. */
    void force(String id, int version) throws IOException {
        folder(id).force(disk, version, root);
        Files.deleteIfExists(note(folder(id), version));
    }

    private Path note(ObjectFolder object, int version) {
        return storing.resolve(object.path().getFileName() + "-v" + version);
    }

    private void put(String id, int version, Map<String, Path> files) throws IOException {
        ObjectVersionId before =
                version == 1 ? ObjectVersionId.head(id) : ObjectVersionId.version(id, VersionNum.fromInt(version - 1));
        VersionInfo info = new VersionInfo().setCreated(clock.instant().atOffset(ZoneOffset.UTC));
        try {
            repository().updateObject(before, info, updater -> {
                updater.clearVersionState();
                files.forEach((logical, path) -> updater.addPath(path, logical));
            });
        } catch (OcflJavaException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private synchronized OcflRepository repository() throws IOException {
        OcflRepository open = repository;
        if (open == null) {
            rootFiles.clearHalfMade();
            open = new OcflRepositoryBuilder()
                    .defaultLayoutConfig(new HashedNTupleLayoutConfig())
                    .storage(storage -> storage.fileSystem(root))
                    .workDir(work)
                    .inventoryCache(new NoOpCache<>())
                    .verifyStaging(false)
                    .build();
            rootFiles.remember();
            repository = open;
        }
        return open;
    }

    /** The files of a version by logical name. A version is visible whole or not at all. */
    Map<String, Path> files(String id, int version) throws IOException {
        ObjectFolder object = folder(id);
        Path inventory = object.inventory(version);
        if (!Files.isRegularFile(inventory)) {
            return Map.of();
        }
        Map<String, Path> files = new LinkedHashMap<>();
        Inventory.read(inventory)
                .state(version)
                .forEach((logical, content) -> files.put(logical, object.path().resolve(content)));
        return files;
    }

    int latest(String id) throws IOException {
        List<Integer> versions = folder(id).versions();
        return versions.isEmpty() ? 0 : versions.get(versions.size() - 1);
    }

    /** The folders of all objects, in the order of their paths. */
    List<ObjectFolder> objects() throws IOException {
        List<Path> level = List.of(root);
        for (int depth = 0; depth < 4; depth++) {
            List<Path> next = new ArrayList<>();
            for (Path folder : level) {
                for (Path child : Folders.children(folder)) {
                    if (Files.isDirectory(child) && !RootFiles.isExtensions(root, child)) {
                        next.add(child);
                    }
                }
            }
            level = next;
        }
        return level.stream().map(ObjectFolder::new).toList();
    }

    /** Identifiers of all objects with a prefix, sorted. */
    List<String> ids(String prefix) throws IOException {
        List<String> ids = new ArrayList<>();
        for (ObjectFolder object : objects()) {
            object.id().filter(text -> text.startsWith(prefix)).ifPresent(ids::add);
        }
        ids.sort(null);
        return ids;
    }

    /** Mends what a process left half-written, and clears the working folder. */
    void recover() throws IOException {
        for (Path note : Folders.children(storing)) {
            String[] hashAndVersion = note.getFileName().toString().split("-v", 2);
            ObjectFolder object = ObjectFolder.ofHash(root, hashAndVersion[0]);
            synchronized (lock(object)) {
                mending.mend(object, Integer.parseInt(hashAndVersion[1]), root);
                Files.delete(note);
            }
        }
        Folders.empty(work);
    }

    /** Deletes an object: gone at once, and its bytes with it. What a stop leaves of them goes at the next start. */
    void remove(String id) throws IOException {
        Path object = folder(id).path();
        if (!Files.isDirectory(object)) {
            return;
        }
        Path going = work.resolve("going-" + object.getFileName());
        if (Files.exists(going)) {
            Folders.empty(going);
            Files.delete(going);
        }
        Files.move(object, going, StandardCopyOption.ATOMIC_MOVE);
        disk.force(Folders.parent(object));
        Folders.empty(going);
        Files.delete(going);
        for (Path above = Folders.parent(object); !above.equals(root); above = Folders.parent(above)) {
            if (!Folders.children(above).isEmpty()) {
                break;
            }
            Files.delete(above);
        }
        for (Path note : Folders.children(storing)) {
            if (note.getFileName().toString().startsWith(object.getFileName() + "-v")) {
                Files.delete(note);
            }
        }
    }

    void putAside(String id) throws IOException {
        mending.putAside(folder(id).path());
    }
}
