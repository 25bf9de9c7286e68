package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.gongbao.system.Database;

/**
 * Checks the log against itself, against the packages and against the archive's copy, and names whatever differs. It trusts
 * nothing stored but the leaves.
 */
public final class LogAudit {

    private static final int BATCH = 500;

    private final Database database;
    private final PackageStore packages;
    private final LogArchive archive;
    private final LogSigner signer;

    LogAudit(Database database, PackageStore packages, LogArchive archive, LogSigner signer) {
        this.database = database;
        this.packages = packages;
        this.archive = archive;
        this.signer = signer;
    }

    /** What differs, one sentence each; empty when all is well. */
    public List<String> run() {
        List<String> differences = new ArrayList<>();
        LogStore log = new LogStore(database.read());
        long size = log.size();
        Map<Uid, Integer> firstKept = new HashMap<>();
        GrowingTree tree = new GrowingTree();
        for (long done = 0; done < size; ) {
            List<LogStore.Entry> entries = log.after(done, BATCH);
            if (entries.isEmpty()) {
                differences.add("log: event " + (done + 1) + " of " + size + " is missing");
                return differences;
            }
            for (LogStore.Entry entry : entries) {
                tree.add(entry.leaf().getBytes(StandardCharsets.UTF_8));
                checkLeaf(entry, ++done, differences);
                noteGone(entry, firstKept, signer.isMirror());
            }
        }
        if (!Arrays.equals(tree.root(size), log.tree().root(size))) {
            differences.add("log: the root of " + size + " leaves differs from the stored tree");
        }
        checkCheckpoint(log, differences);
        checkPackages(log, size, firstKept, differences);
        checkErased(differences);
        checkArchive(log, Math.min(size, archive.position()), differences);
        return differences;
    }

    /** What is erased and when, one sentence each, in the order of the log: it is meant to be missing. */
    public List<String> erased() {
        return erasures()
                .map(event -> event.uid() + ": erased at " + event.time() + ", event " + event.seq())
                .toList();
    }

    private Stream<LogEvent> erasures() {
        LogStore log = new LogStore(database.read());
        return database
                .read()
                .sql("select distinct uid from log_event where event = 'erased'")
                .query(String.class)
                .list()
                .stream()
                .map(uid -> log.latestOf(new Uid(uid)).orElseThrow().event())
                .sorted(Comparator.comparing(LogEvent::seq));
    }

    /** A copy that came back, as with an old backup, is not what the log says. */
    private void checkErased(List<String> differences) {
        erasures()
                .filter(event -> packages.isThere(event.uid()))
                .forEach(event -> differences.add("package " + event.uid() + ": it was erased, and is still there"));
    }

    private static void checkLeaf(LogStore.Entry entry, long seq, List<String> differences) {
        if (entry.event().seq() != seq || !LogStore.leaf(entry.event()).equals(entry.leaf())) {
            differences.add("log: leaf " + seq + " differs from its event of "
                    + entry.event().uid());
        }
    }

    private void checkCheckpoint(LogStore log, List<String> differences) {
        try {
            signer.sign(log);
        } catch (IllegalStateException e) {
            differences.add("log: " + e.getMessage());
        }
    }

    /** What was erased, or replaced by a correction for privacy, is not there, and not missing; in a mirror what was withdrawn too. */
    static void noteGone(LogStore.Entry entry, Map<Uid, Integer> firstKept, boolean isMirror) {
        LogEvent event = entry.event();
        if (isMirror && event.event() == LogEvent.Type.WITHDRAWN) {
            firstKept.merge(event.uid(), event.version() + 1, Math::max);
        }
        if (entry.event().event() == LogEvent.Type.ERASED) {
            firstKept.put(entry.event().uid(), Integer.MAX_VALUE);
        } else if (entry.withdrawsEarlier()) {
            firstKept.merge(entry.event().uid(), entry.event().version(), Math::max);
        }
    }

    static boolean isGone(LogEvent event, Map<Uid, Integer> firstKept) {
        return event.version() < firstKept.getOrDefault(event.uid(), 0);
    }

    private void checkPackages(LogStore log, long size, Map<Uid, Integer> firstKept, List<String> differences) {
        for (long done = 0; done < size; done += BATCH) {
            for (LogStore.Entry entry : log.after(done, BATCH)) {
                if (entry.event().event().leavesPublic() && !isGone(entry.event(), firstKept)) {
                    checkPackage(packages, entry, differences);
                }
            }
        }
    }

    /** Compares the package that an event published with its leaf, and its files with its manifest. */
    static void checkPackage(PackageStore packages, LogStore.Entry entry, List<String> differences) {
        LogEvent event = entry.event();
        String name = "package " + event.uid() + " version " + event.version() + ": ";
        try {
            byte[] manifest = packages.manifest(event.uid(), entry.packageVersion());
            if (!Digests.sha256(manifest).equals(event.sha256())
                    || !Digests.sm3(manifest).equals(event.sm3())) {
                differences.add(name + Manifest.NAME + " differs from leaf " + event.seq());
                return;
            }
            Map<String, Path> files = packages.files(event.uid(), entry.packageVersion());
            for (Manifest.Item item : Manifest.read(manifest).files()) {
                Path file = files.get(item.name());
                if (file == null) {
                    differences.add(name + item.name() + " is missing");
                } else if (!Digests.sha256(file).equals(item.sha256())) {
                    differences.add(name + item.name() + " differs from the manifest");
                }
            }
        } catch (StorageException | java.io.UncheckedIOException | IllegalArgumentException e) {
            differences.add(name + e.getMessage());
        }
    }

    private void checkArchive(LogStore log, long size, List<String> differences) {
        for (long done = 0; done < size; ) {
            List<ArchivedEvent> archived = archive.after(done);
            List<LogStore.Entry> entries = log.after(done, archived.size());
            for (int i = 0; i < Math.min(archived.size(), entries.size()); i++) {
                if (!new ArchivedEvent(entries.get(i)).equals(archived.get(i))) {
                    differences.add("archive: event " + (done + i + 1) + " differs from the register");
                }
            }
            done += Math.max(1, entries.size());
        }
    }

    /** A tree made from leaves alone. */
    private static final class GrowingTree {
        private final Map<Integer, List<byte[]>> levels = new HashMap<>();

        void add(byte[] leaf) {
            byte[] hash = MerkleTree.hashOfLeaf(leaf);
            List<byte[]> level = level(0);
            level.add(hash);
            for (int depth = 1; level.size() % 2 == 0; depth++) {
                hash = MerkleTree.hashOfNode(level.get(level.size() - 2), hash);
                level = level(depth);
                level.add(hash);
            }
        }

        private List<byte[]> level(int depth) {
            return levels.computeIfAbsent(depth, key -> new ArrayList<>());
        }

        byte[] root(long size) {
            return new MerkleTree((depth, place) -> level(depth).get((int) place)).root(size);
        }
    }
}
