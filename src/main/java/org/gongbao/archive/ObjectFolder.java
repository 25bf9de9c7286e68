package org.gongbao.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one OCFL object and the files that OCFL 1.1 puts into it.
 *
 * @param path below the storage root, by the layout of extension 0004 with its defaults
 */
record ObjectFolder(Path path) {

    static final String NAMASTE = "0=ocfl_object_1.1";
    static final String NAMASTE_TEXT = "ocfl_object_1.1\n";

    /** A version folder: {@code v1}, {@code v12}. */
    static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,8}");

    /** A sidecar: a digest, blanks, the name; {@code 9b71d2…43 inventory.json}. */
    static final Pattern SIDECAR = Pattern.compile("([0-9a-f]{64,128})[ \\t]+inventory\\.json\\n?");

    /** The folder of an object: three times three characters of the SHA-256 of its identifier, then all of it. */
    static ObjectFolder of(Path root, String id) {
        return ofHash(root, Digests.sha256(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** The folder of an object of whose identifier only the SHA-256 is known. */
    static ObjectFolder ofHash(Path root, String hash) {
        return new ObjectFolder(root.resolve(hash.substring(0, 3))
                .resolve(hash.substring(3, 6))
                .resolve(hash.substring(6, 9))
                .resolve(hash));
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    Path inventory() {
        return path.resolve(Inventory.FILE);
    }

    Path inventory(int version) {
        return path.resolve("v" + version).resolve(Inventory.FILE);
    }

    /** Numbers of the version folders that are there, ascending. */
    List<Integer> versions() throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> VERSION.matcher(name).matches())
                    .map(Inventory::number)
                    .sorted()
                    .toList();
        }
    }

    /** The identifier, as the first version says that can be read; empty where none can. */
    Optional<String> id() throws IOException {
        for (int version : versions()) {
            try {
                return Optional.of(Inventory.read(inventory(version)).id());
            } catch (IOException e) {
                // A damaged version; another one says the same identifier, and verify names the damage.
                continue;
            }
        }
        return Optional.empty();
    }

    /** The inventory of the head, when the object is whole: the sidecar agrees with it. */
    Optional<Inventory> sound() throws IOException {
        return sound(inventory());
    }

    /** The inventory in a file, when its sidecar agrees with it. */
    static Optional<Inventory> sound(Path inventory) throws IOException {
        if (!Files.isRegularFile(inventory)) {
            return Optional.empty();
        }
        try {
            Inventory read = Inventory.read(inventory);
            Path sidecar = sidecar(inventory, read.algorithm());
            String digest = Digests.ofAlgorithm(inventory, read.algorithm());
            boolean agrees = Files.isRegularFile(sidecar)
                    && Files.readString(sidecar, StandardCharsets.UTF_8).startsWith(digest);
            return agrees ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Path sidecar(Path inventory, String algorithm) {
        return inventory.resolveSibling(Inventory.FILE + "." + algorithm);
    }

    /** Every file below, deepest folders included; nothing outside is followed. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** Forces a version, the object's own files and every folder from it up to the storage root. */
    void force(Disk disk, int version, Path root) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(path.resolve("v" + version))) {
            all.forEach(paths::add);
        }
        try (Stream<Path> own = Files.list(path)) {
            own.filter(Files::isRegularFile).forEach(paths::add);
        }
        for (Path folder = path; folder.startsWith(root); folder = Folders.parent(folder)) {
            paths.add(folder);
        }
        for (Path each : paths) {
            disk.force(each);
        }
    }
}
