package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an object whole that a process left half-written: a version that is all there is completed, what is not is put
 * aside. No file with content is ever deleted.
 */
final class Mending {

    private final Path aside;
    private final Disk disk;

    /** @param aside where versions go that cannot be completed */
    Mending(Path aside, Disk disk) {
        this.aside = aside;
        this.disk = disk;
    }

    /**
     * Completes the version that was being written, or puts it aside. Earlier versions are left as they are; does nothing
     * where all is well.
     */
    void mend(ObjectFolder object, int version, Path root) throws IOException {
        if (!object.exists()) {
            return;
        }
        endAt(isWhole(object, version) ? version : version - 1, object, version, root);
    }

    /** Puts a version aside that could not be forced, whole or not, so that it is written anew. */
    void takeBack(ObjectFolder object, int version, Path root) throws IOException {
        endAt(version - 1, object, version, root);
    }

    private void endAt(int head, ObjectFolder object, int version, Path root) throws IOException {
        if (head == 0) {
            putAside(object.path());
            return;
        }
        Path written = object.path().resolve("v" + version);
        if (head < version && Files.exists(written)) {
            putAside(written);
        }
        if (object.sound().filter(inventory -> inventory.head() == head).isEmpty()
                && ObjectFolder.sound(object.inventory(head)).isPresent()) {
            takeInventoryOf(object, head);
        }
        object.force(disk, head, root);
    }

    private static boolean isWhole(ObjectFolder object, int version) throws IOException {
        Optional<Inventory> inventory = ObjectFolder.sound(object.inventory(version));
        if (inventory.isEmpty() || inventory.get().head() != version) {
            return false;
        }
        for (Map.Entry<String, String> content : inventory.get().manifest().entrySet()) {
            Path file = object.path().resolve(content.getKey());
            boolean ofVersion = content.getKey().startsWith("v" + version + "/");
            if (ofVersion && !holds(file, inventory.get().algorithm(), content.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Path file, String algorithm, String digest) throws IOException {
        return Files.isRegularFile(file) && Digests.ofAlgorithm(file, algorithm).equals(digest);
    }

    private static void takeInventoryOf(ObjectFolder object, int version) throws IOException {
        Path from = object.inventory(version);
        String algorithm = Inventory.read(from).algorithm();
        replace(ObjectFolder.sidecar(from, algorithm), ObjectFolder.sidecar(object.inventory(), algorithm));
        replace(from, object.inventory());
        Path namaste = object.path().resolve(ObjectFolder.NAMASTE);
        if (!Files.exists(namaste)) {
            Files.writeString(namaste, ObjectFolder.NAMASTE_TEXT);
        }
        removeOtherFiles(object, algorithm);
    }

    /** A rename that stopped half-way and other leavings beside the version folders. */
    private static void removeOtherFiles(ObjectFolder object, String algorithm) throws IOException {
        List<String> own = List.of(ObjectFolder.NAMASTE, Inventory.FILE, Inventory.FILE + "." + algorithm);
        try (Stream<Path> children = Files.list(object.path())) {
            for (Path child : children.filter(Files::isRegularFile).toList()) {
                if (!own.contains(child.getFileName().toString())) {
                    Files.delete(child);
                }
            }
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        Path beside = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves a folder out of the storage root under a name of its own. */
    void putAside(Path folder) throws IOException {
        Files.createDirectories(aside);
        String name = Folders.parent(folder).getFileName() + "-" + folder.getFileName();
        Path target = aside.resolve(name);
        for (int n = 2; Files.exists(target); n++) {
            target = aside.resolve(name + "-" + n);
        }
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        disk.force(aside);
        disk.force(Folders.parent(folder));
    }
}
