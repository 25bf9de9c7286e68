package org.gongbao.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;

/**
 * Destroys what may no longer be held: whole objects, or the first versions of an object, which OCFL itself never changes. An
 * object that keeps later versions is written anew beside the root and takes the other's place at once; in the versions that
 * went one file says so. A stop in between is ended at the next start.
 */
final class Purging {

    /** What is in place of all files of a version that went. */
    static final String PURGED = "purged.txt";

    private static final String TEXT = "What this version held was destroyed.\n";
    private static final String READY = "ready";

    private final OcflRoot root;
    private final Path archive;
    private final Path beside;
    private final Disk disk;
    private final Clock clock;

    /** @param archive the folder that the storage root is in */
    Purging(OcflRoot root, Path archive, Disk disk, Clock clock) throws IOException {
        this.root = root;
        this.archive = archive;
        this.beside = Files.createDirectories(archive.resolve("purging").resolve(root.name()));
        this.disk = disk;
        this.clock = clock;
    }

    /** Destroys an object, and what was put aside of it; does nothing where it is not there. */
    void all(String id) throws IOException {
        synchronized (root.lock(id)) {
            root.remove(id);
            removeAside(root.folder(id));
        }
    }

    /** Destroys the versions of an object up to one, or all; the later ones stay as they are. */
    void upTo(String id, int version) throws IOException {
        synchronized (root.lock(id)) {
            int last = root.latest(id);
            int end = Math.min(version, last);
            if (isPurged(id, end)) {
                return;
            }
            Folders.empty(beside);
            writeAnew(id, end, last);
            Path ready = Files.writeString(beside.resolve(READY), id);
            disk.force(ready);
            disk.force(beside);
            takePlace(id);
        }
    }

    private boolean isPurged(String id, int version) throws IOException {
        for (int each = 1; each <= version; each++) {
            if (!root.files(id, each).keySet().equals(java.util.Set.of(PURGED))) {
                return false;
            }
        }
        return true;
    }

    private void writeAnew(String id, int upTo, int last) throws IOException {
        OcflRoot fresh = fresh();
        Path purged = Files.writeString(beside.resolve(PURGED), TEXT, StandardCharsets.UTF_8);
        for (int version = 1; version <= last; version++) {
            fresh.write(id, version, version <= upTo ? Map.of(PURGED, purged) : root.files(id, version));
        }
    }

    private OcflRoot fresh() throws IOException {
        return new OcflRoot(beside, root.name(), disk, clock);
    }

    private void takePlace(String id) throws IOException {
        ObjectFolder fresh = fresh().folder(id);
        if (fresh.exists()) {
            root.remove(id);
            Path place = root.folder(id).path();
            Files.createDirectories(Folders.parent(place));
            Files.move(fresh.path(), place, StandardCopyOption.ATOMIC_MOVE);
            root.folder(id).force(disk, root.latest(id), root.path());
        }
        removeAside(root.folder(id));
        Folders.empty(beside);
    }

    /** Versions that could not be completed once are beside the root under the object's name. */
    private void removeAside(ObjectFolder object) throws IOException {
        Path aside = archive.resolve("aside");
        String name = object.path().getFileName().toString();
        if (Files.isDirectory(aside)) {
            for (Path each : Folders.children(aside)) {
                if (each.getFileName().toString().contains(name)) {
                    Folders.empty(each);
                    Files.delete(each);
                }
            }
        }
    }

    /** Ends what a stop interrupted; before it was ready, the object is as it was. */
    void recover() throws IOException {
        Path ready = beside.resolve(READY);
        if (Files.exists(ready)) {
            takePlace(Files.readString(ready));
        }
        Folders.empty(beside);
    }
}
