package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies the archive's two roots and what lies beside them while their owner goes on writing: of each root what a copy of the
 * database names. The working folders are left out, and every file of the inbox that was not looked through yet.
 */
public final class ArchiveBackup {

    private static final int TRIES = 50;
    private static final long PAUSE = 100;
    private static final Pattern NAMED = Pattern.compile("[0-9a-f]{64}-[0-9a-f]{32}");

    private final Path archive;
    private final CopiedFiles copies;
    private final List<String> damaged = new ArrayList<>();

    /**
     * @param archive the folder of the archive
     * @param copies where it goes, below {@code archive/}
     */
    public ArchiveBackup(Path archive, CopiedFiles copies) {
        this.archive = archive;
        this.copies = copies;
    }

    /** Objects that were copied as they are although no sound inventory describes them. */
    public List<String> damaged() {
        return List.copyOf(damaged);
    }

    /** Takes away, in a copy of the database, all that is known of an arrival but its receipt and its time. */
    public static void blank(JdbcClient copy, String receipt) {
        Receipts.blank(copy, receipt);
    }

    /** Receipts in a copy of the database of which the file was in the inbox. */
    public static List<String> unsettled(JdbcClient copy) {
        return copy.sql("SELECT receipt FROM arrival WHERE settled = 0 ORDER BY seq")
                .query(String.class)
                .list();
    }

    /**
     * Copies originals: first those of the inbox that the database names, then all in OCFL. One that is moved meanwhile is in
     * OCFL before it leaves the inbox, so one of the two has it.
     *
     * @param copy of the database, without the arrivals that are to be left out
     */
    public void copyOriginals(JdbcClient copy) throws IOException {
        Set<String> named = new HashSet<>(copy.sql("SELECT DISTINCT sha256 FROM arrival WHERE settled < 2")
                .query(String.class)
                .list());
        List<String> waiting = copy.sql("SELECT sha256 || '-' || receipt FROM arrival WHERE settled = 0")
                .query(String.class)
                .list();
        for (String name : waiting) {
            copyWaiting(name);
        }
        copyRoot("received", named::contains);
        for (String name : waiting) {
            boolean isInOcfl = ObjectFolder.of(copies.path("archive/received"), name.substring(0, 64))
                    .exists();
            if (!isInOcfl && !Files.exists(copies.path("archive/inbox/" + name))) {
                throw new IOException("the receipt " + name.substring(65) + " changed meanwhile; run the backup again");
            }
        }
    }

    private void copyWaiting(String name) throws IOException {
        Path file = archive.resolve("inbox").resolve(name);
        try {
            copies.copy(file, "archive/inbox/" + name);
            copies.copy(Inbox.note(file), "archive/inbox/" + name + Inbox.NOTE);
        } catch (NoSuchFileException e) {
            // It was settled just now, or has no note.
            return;
        }
    }

    /** Files of the inbox that are not in the backup, whole or being written. */
    public int leftInInbox() throws IOException {
        Path inbox = archive.resolve("inbox");
        if (!Files.isDirectory(inbox)) {
            return 0;
        }
        return (int) Folders.children(inbox).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> NAMED.matcher(name).matches() || name.endsWith(Inbox.PART))
                .filter(name -> !Files.exists(copies.path("archive/inbox/" + name)))
                .count();
    }

    /** Copies the objects of one root of which the identifiers are wanted, and the root's own files. */
    public void copyRoot(String name, Predicate<String> isWanted) throws IOException {
        Path root = archive.resolve(name);
        if (!Files.isDirectory(root)) {
            return;
        }
        for (Path file : Folders.children(root)) {
            if (Files.isRegularFile(file)) {
                copies.copy(file, nameOf(file));
            }
        }
        copies.copyAll(root.resolve("extensions"), "archive/" + name + "/extensions");
        Path list = archive.resolve(name + ".sha256");
        if (Files.exists(list)) {
            copies.copy(list, nameOf(list));
        }
        for (ObjectFolder object : objects(root)) {
            copyObject(object, isWanted);
        }
    }

    private static List<ObjectFolder> objects(Path root) throws IOException {
        List<Path> level = List.of(root);
        for (int depth = 0; depth < 4; depth++) {
            List<Path> next = new ArrayList<>();
            for (Path folder : level) {
                try {
                    Folders.children(folder).stream()
                            .filter(child -> Files.isDirectory(child) && !RootFiles.isExtensions(root, child))
                            .forEach(next::add);
                } catch (NoSuchFileException e) {
                    // Its last object was destroyed.
                    continue;
                }
            }
            level = next;
        }
        return level.stream().map(ObjectFolder::new).toList();
    }

    /** As long as the object's inventory changes while its files are copied, they are copied again. */
    private void copyObject(ObjectFolder object, Predicate<String> isWanted) throws IOException {
        String name = nameOf(object.path());
        for (int tries = 0; object.exists(); tries++) {
            try {
                Optional<Inventory> sound = object.sound();
                boolean isDamaged = sound.isEmpty() && tries >= TRIES;
                if (sound.isPresent() && !isWanted.test(sound.get().id())) {
                    return;
                }
                if (isDamaged) {
                    damaged.add(name);
                }
                if (sound.isPresent() || isDamaged) {
                    byte[] before = inventory(object);
                    copyFiles(object, sound.orElse(null));
                    if (Arrays.equals(before, inventory(object))) {
                        return;
                    }
                }
            } catch (NoSuchFileException e) {
                if (tries >= TRIES) {
                    throw e;
                }
            }
            copies.drop(name);
            pause();
        }
        copies.drop(name);
    }

    private static byte[] inventory(ObjectFolder object) throws IOException {
        return Files.isRegularFile(object.inventory()) ? Files.readAllBytes(object.inventory()) : new byte[0];
    }

    private void copyFiles(ObjectFolder object, @Nullable Inventory inventory) throws IOException {
        for (Path file : object.files()) {
            String first = object.path().relativize(file).getName(0).toString();
            boolean isLater = inventory != null
                    && ObjectFolder.VERSION.matcher(first).matches()
                    && Inventory.number(first) > inventory.head();
            if (!isLater) {
                copies.copy(file, nameOf(file));
            }
        }
    }

    /** Copies what only grows and what was put aside. */
    public void copyBeside() throws IOException {
        for (Path file : Folders.children(archive)) {
            if (file.getFileName().toString().endsWith(".jsonl")) {
                copies.copyLines(file, nameOf(file));
            }
        }
        copies.copyAll(archive.resolve("aside"), "archive/aside");
    }

    private String nameOf(Path file) {
        return "archive/" + archive.relativize(file).toString().replace('\\', '/');
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the backup was interrupted", e);
        }
    }
}
