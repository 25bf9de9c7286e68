package org.gongbao.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Checks every byte of a storage root and names the files that differ, no others. A head's inventory stands twice in an
 * object, each with a sidecar: of these four the one that disagrees is the damaged one.
 */
final class Fixity {

    private static final int NEAR = 2;

    private final OcflRoot root;
    private final List<String> differences = new ArrayList<>();

    Fixity(OcflRoot root) {
        this.root = root;
    }

    List<String> differences() throws IOException {
        differences.addAll(root.rootFiles().differences());
        for (ObjectFolder object : root.objects()) {
            synchronized (root.lock(object)) {
                object(object);
            }
        }
        return differences;
    }

    private void object(ObjectFolder object) throws IOException {
        List<Integer> versions = object.versions();
        String hash = object.path().getFileName().toString();
        if (versions.isEmpty()) {
            differences.add(root.name() + " object " + hash + ": no version folder");
            return;
        }
        int head = versions.get(versions.size() - 1);
        Set<Path> known = new TreeSet<>();
        List<Finding> found = new ArrayList<>();
        Copy top = Copy.read(object.inventory());
        Copy copy = Copy.read(object.inventory(head));
        found.addAll(compare(top, copy));
        known.addAll(top.files());
        known.addAll(copy.files());
        for (int version : versions.subList(0, versions.size() - 1)) {
            Copy earlier = Copy.read(object.inventory(version));
            found.addAll(alone(earlier));
            known.addAll(earlier.files());
        }
        Optional<Inventory> inventory = soundOf(top, copy);
        known.add(namaste(object, found));
        inventory.ifPresent(sound -> contents(object, sound, known, found));
        if (inventory.isPresent()) {
            unknown(object, known, found);
        }
        String id = inventory.map(Inventory::id).orElse(hash);
        found.stream()
                .distinct()
                .forEach(each -> differences.add(root.name() + " object " + id + ": "
                        + object.path().relativize(each.file).toString().replace('\\', '/') + ": " + each.what));
    }

    private static Optional<Inventory> soundOf(Copy top, Copy copy) {
        String expected = majority(top, copy);
        return top.digest.equals(expected) ? top.inventory.or(() -> copy.inventory) : copy.inventory;
    }

    /** Names those of two inventories and two sidecars that the others contradict. */
    private static List<Finding> compare(Copy top, Copy copy) {
        String expected = majority(top, copy);
        List<Finding> found = new ArrayList<>();
        for (Copy each : List.of(top, copy)) {
            if (!each.digest.equals(expected)) {
                found.add(new Finding(each.file, "differs from its digest"));
            }
            if (!each.stated.equals(expected)) {
                found.add(new Finding(each.sidecar, "is not the digest of its inventory"));
            }
        }
        return found;
    }

    private static String majority(Copy top, Copy copy) {
        Map<String, Long> votes = List.of(copy.digest, copy.stated, top.digest, top.stated).stream()
                .filter(digest -> !digest.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        String best = copy.digest;
        for (Map.Entry<String, Long> vote : votes.entrySet()) {
            if (vote.getValue() > votes.getOrDefault(best, 0L)) {
                best = vote.getKey();
            }
        }
        return best;
    }

    /** An earlier version's inventory stands once: a sidecar that is nearly right is the damaged one of the two. */
    private static List<Finding> alone(Copy copy) {
        if (copy.digest.equals(copy.stated)) {
            return List.of();
        }
        boolean sidecar = copy.inventory.isPresent() && (copy.stated.isEmpty() || isNear(copy.stated, copy.digest));
        return List.of(
                sidecar
                        ? new Finding(copy.sidecar, "is not the digest of its inventory")
                        : new Finding(copy.file, "differs from its digest"));
    }

    /** Whether two different digests differ in so few places that one must be a damaged copy of the other. */
    private static boolean isNear(String one, String other) {
        if (one.length() != other.length() || one.equals(other)) {
            return false;
        }
        int places = 0;
        for (int i = 0; i < one.length(); i++) {
            places += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return places <= NEAR;
    }

    private static Path namaste(ObjectFolder object, List<Finding> found) throws IOException {
        Path file = object.path().resolve(ObjectFolder.NAMASTE);
        if (!Files.isRegularFile(file)) {
            found.add(new Finding(file, "missing"));
        } else if (!new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .equals(ObjectFolder.NAMASTE_TEXT)) {
            found.add(new Finding(file, "is not \"ocfl_object_1.1\""));
        }
        return file;
    }

    private static void contents(ObjectFolder object, Inventory inventory, Set<Path> known, List<Finding> found) {
        inventory.manifest().forEach((name, digest) -> {
            Path file = object.path().resolve(name);
            known.add(file);
            try {
                if (!Files.isRegularFile(file)) {
                    found.add(new Finding(file, "missing"));
                } else if (!Digests.ofAlgorithm(file, inventory.algorithm()).equals(digest)) {
                    found.add(new Finding(file, "differs from its digest"));
                }
            } catch (IOException e) {
                found.add(new Finding(file, "cannot be read: " + e.getMessage()));
            }
        });
    }

    private static void unknown(ObjectFolder object, Set<Path> known, List<Finding> found) throws IOException {
        for (Path file : object.files()) {
            if (!known.contains(file)) {
                found.add(new Finding(file, "unknown file"));
            }
        }
    }

    private record Finding(Path file, String what) {}

    /** An inventory with its sidecar; texts are empty where a file is missing or has not its form. */
    private record Copy(Path file, Path sidecar, Optional<Inventory> inventory, String digest, String stated) {

        static Copy read(Path file) throws IOException {
            String algorithm = Files.isRegularFile(ObjectFolder.sidecar(file, "sha256")) ? "sha256" : "sha512";
            Path sidecar = ObjectFolder.sidecar(file, algorithm);
            String digest = Files.isRegularFile(file) ? Digests.ofAlgorithm(file, algorithm) : "";
            return new Copy(file, sidecar, inventory(file), digest, stated(sidecar));
        }

        private static Optional<Inventory> inventory(Path file) {
            try {
                return Optional.of(Inventory.read(file));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private static String stated(Path sidecar) throws IOException {
            if (!Files.isRegularFile(sidecar)) {
                return "";
            }
            String text = new String(Files.readAllBytes(sidecar), StandardCharsets.ISO_8859_1);
            Matcher form = ObjectFolder.SIDECAR.matcher(text);
            return form.matches() ? form.group(1) : "";
        }

        List<Path> files() {
            return List.of(file, sidecar);
        }
    }
}
