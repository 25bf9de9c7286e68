package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.archive.ArchiveBackup;
import org.gongbao.archive.CopiedFiles;
import org.gongbao.ingest.LeftOut;
import org.gongbao.publication.BackupManifest;
import org.gongbao.publication.LogBackup;
import org.gongbao.publication.Uid;
import org.gongbao.system.DatabaseCopy;

/**
 * Copies a data folder while its owner goes on working in it.
 *
 * <p>The order is what makes the copy agree with itself. The last checkpoint is read first, for a log must never be shorter
 * than what was signed of it. Then the database: from then on it does not change in the copy, and everything that it names was
 * forced to disk before it was named. Then the files, of which none is ever changed and none goes, so that all that the copy
 * names are still there; what came later is left out where the copy does not know it. Two things may go all the same: what is
 * destroyed, and what waits for a release and is released or put off. The first is found out at the end and ends the backup;
 * the second is copied right after the database, and the database is copied again where that was too late.
 */
final class Backup {

    private static final String DATABASE = "gongbao.db";
    private static final int TRIES = 20;

    /** Made anew from what is copied, or passing; the quarantine is in no backup, nor is the key to it. */
    private static final Set<String> NOT_KEPT = Set.of(
            "outbox",
            "quarantine",
            "work",
            "workers",
            "solr",
            "linkeddata",
            "bulk",
            "lock",
            DATABASE,
            DATABASE + "-wal",
            DATABASE + "-shm");

    /** Copied file by file; {@code archive} and {@code scheduled} have their own ways. */
    private static final Set<String> WHOLE = Set.of("keys", "node", "issues", "regressions", "certificates");

    private static final Set<String> OWN_WAY = Set.of("archive", "scheduled");

    /** Being written: the database names it only once it has its own name. */
    private static final Pattern PASSING = Pattern.compile("\\.(tmp|part)$");

    private static final String CHECKPOINT = "keys/log.checkpoint";
    private static final String QUARANTINE_KEY = "keys/quarantine.key";

    private final Path data;
    private final Path target;

    Backup(Path data, Path target) {
        this.data = data;
        this.target = target;
    }

    /**
     * What was made.
     *
     * @param leftInInbox files of the inbox that are only where the backup was made
     * @param damaged what the archive itself holds damaged
     * @param unknown names in the data folder that no part of the program is known by
     */
    record Made(
            Instant at,
            long position,
            int files,
            long bytes,
            int leftInInbox,
            List<String> damaged,
            Set<String> unknown) {}

    /** Makes it; where that fails, what was written stays without a manifest, and is no backup. */
    Made make(Instant now) throws IOException {
        CopiedFiles copies = new CopiedFiles(target);
        if (Files.exists(data.resolve(CHECKPOINT))) {
            copies.copy(data.resolve(CHECKPOINT), CHECKPOINT);
        }
        for (int tries = 1; ; tries++) {
            try (DatabaseCopy database = DatabaseCopy.take(data.resolve(DATABASE), target.resolve(DATABASE))) {
                LogBackup log = new LogBackup(database.sql());
                Optional<Uid> changed = log.copyScheduled(data, copies);
                if (changed.isEmpty()) {
                    return copy(now, database, log, copies);
                }
                if (tries == TRIES) {
                    throw new IOException("the release of " + changed.get() + " changes all the time; run it again");
                }
            }
            Files.delete(target.resolve(DATABASE));
        }
    }

    private Made copy(Instant now, DatabaseCopy database, LogBackup log, CopiedFiles copies) throws IOException {
        LeftOut.blank(database.sql());
        database.compact();
        log.copyOpen(data, copies);
        ArchiveBackup archive = new ArchiveBackup(data.resolve("archive"), copies);
        archive.copyBeside();
        archive.copyOriginals(database.sql());
        archive.copyRoot("public", log::isWanted);
        Set<String> unknown = copyOthers(copies);
        requireNothingDestroyed(database);
        database.close();
        copies.add(DATABASE);
        copies.force();
        List<BackupManifest.Item> items = copies.entries().stream()
                .map(entry -> new BackupManifest.Item(entry.name(), entry.bytes(), entry.sha256(), entry.mode()))
                .toList();
        new BackupManifest(now.toString(), log.size(), items).write(target);
        long bytes = items.stream().mapToLong(BackupManifest.Item::bytes).sum();
        return new Made(now, log.size(), items.size(), bytes, archive.leftInInbox(), archive.damaged(), unknown);
    }

    private Set<String> copyOthers(CopiedFiles copies) throws IOException {
        Set<String> unknown = new TreeSet<>();
        List<Path> children;
        try (Stream<Path> all = Files.list(data)) {
            children = all.sorted().toList();
        }
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (WHOLE.contains(name)) {
                copyWhole(child, name, copies);
            } else if (!NOT_KEPT.contains(name) && !OWN_WAY.contains(name) && !name.equals(BackupList.NAME)) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static void copyWhole(Path from, String name, CopiedFiles copies) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
        for (Path file : files) {
            String each = name
                    + (file.equals(from)
                            ? ""
                            : "/" + from.relativize(file).toString().replace('\\', '/'));
            if (!each.equals(CHECKPOINT)
                    && !each.equals(QUARANTINE_KEY)
                    && !PASSING.matcher(each).find()) {
                copies.copy(file, each);
            }
        }
    }

    private void requireNothingDestroyed(DatabaseCopy database) {
        try (DatabaseCopy now = DatabaseCopy.look(data.resolve(DATABASE))) {
            if (LogBackup.destroying(now.sql()) != LogBackup.destroying(database.sql())) {
                throw new IllegalStateException(
                        "something was destroyed while the backup was made, which may hold it: destroy " + target
                                + " and run it again");
            }
        }
    }
}
