package org.gongbao.publication;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.archive.StorageException;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/**
 * Brings the register and the log back from the archive alone: the same identifiers, versions, relations, leaves and root.
 *
 * <p>A kill in the middle does no harm: the next start goes on where it ended. Nothing may be published meanwhile.
 */
public final class RegisterRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterRebuild.class);

    /** Everything that events fill, in an order in which it can be emptied. */
    private static final List<String> TABLES = List.of(
            "catalogue_key",
            "catalogue_entry",
            "issue_entry",
            "citation_link",
            "citation",
            "document_key",
            "document_version",
            "document",
            "log_touch",
            "log_node",
            "log_event");

    private final Database database;
    private final PackageStore packages;
    private final LogArchive archive;
    private final boolean isMirror;
    private final Map<Uid, Integer> firstKept = new HashMap<>();
    private final List<String> damaged = new ArrayList<>();

    /** @param isMirror whether what was withdrawn is not kept */
    RegisterRebuild(Database database, PackageStore packages, LogArchive archive, boolean isMirror) {
        this.isMirror = isMirror;
        this.database = database;
        this.packages = packages;
        this.archive = archive;
    }

    /** Applies the events that the archive has and the register has not; how many they were. */
    public long restoreMissing() {
        LogStore log = new LogStore(database.read());
        long start = log.size();
        long last = archive.position();
        requireSameHistory(log, Math.min(start, last));
        if (start >= last) {
            return 0;
        }
        LOG.info("The archive's log has {} events, the register {}: restoring the others", last, start);
        noteGone(start, last);
        for (long done = start; done < last; ) {
            List<ArchivedEvent> events = archive.after(done);
            restore(events);
            done += events.size();
        }
        LOG.info("Restored {} events of the log from the archive", last - start);
        return last - start;
    }

    /** Versions whose packages could not be read, with the reason: they are in the log, but nobody can be shown them. */
    public List<String> damaged() {
        return List.copyOf(damaged);
    }

    /** Empties the register and fills it again from the archive, after the archive has what only the register had. */
    public long rebuild() {
        LogStore log = new LogStore(database.read());
        damaged.clear();
        requireSameHistory(log, Math.min(log.size(), archive.position()));
        while (archive.position() < log.size()) {
            archive.append(log.after(archive.position(), LogArchive.SEGMENT).stream()
                    .map(ArchivedEvent::new)
                    .toList());
        }
        database.write(sql -> {
            TABLES.forEach(table -> sql.sql("delete from " + table).update());
            return sql.sql("update log_head set size = 0").update();
        });
        return restoreMissing();
    }

    private void noteGone(long start, long last) {
        firstKept.clear();
        for (long done = start; done < last; ) {
            List<ArchivedEvent> events = archive.after(done);
            events.forEach(event -> LogAudit.noteGone(event.entry(), firstKept, isMirror));
            done += events.size();
        }
    }

    private void requireSameHistory(LogStore log, long position) {
        if (position == 0) {
            return;
        }
        String ours = log.after(position - 1, 1).get(0).leaf();
        String theirs = archive.after(position - 1).get(0).entry().leaf();
        if (!ours.equals(theirs)) {
            throw new StorageException("event " + position + " of the log differs between register and archive: " + ours
                    + " and " + theirs + "; one of them belongs to another store");
        }
    }

    /**
     * Applies a leader's events as one transaction, in which the log must become what the leader signed.
     *
     * @throws StorageException where it does not; nothing is applied then
     */
    void restoreVerified(List<ArchivedEvent> events, Checkpoint checkpoint) {
        firstKept.clear();
        events.forEach(event -> LogAudit.noteGone(event.entry(), firstKept, true));
        database.write(sql -> {
            events.forEach(event -> replay(sql, event));
            LogStore log = new LogStore(sql);
            if (!Arrays.equals(log.tree().root(checkpoint.size()), checkpoint.root())) {
                throw new StorageException("the leader's events are not those of its checkpoint of " + checkpoint.size()
                        + " events, or others than were taken from it before");
            }
            return events.size();
        });
    }

    /** Applies events as one transaction. */
    void restore(List<ArchivedEvent> events) {
        database.write(sql -> {
            events.forEach(event -> replay(sql, event));
            return events.size();
        });
    }

    private void replay(JdbcClient sql, ArchivedEvent archived) {
        LogEvent event = archived.event();
        long position = new LogStore(sql).next();
        if (position != event.seq()) {
            throw new StorageException("the archive's log has event " + event.seq() + " at position " + position);
        }
        Restored restored = event.event().leavesPublic()
                        && archived.entry().packageVersion() > 0
                        && !LogAudit.isGone(event, firstKept)
                ? restored(archived)
                : Restored.NOTHING;
        new Register(sql)
                .apply(new Register.Entry(
                        archived.entry(), restored.record, restored.contentDigest, restored.printed, restored.terms));
    }

    /** Nothing where the bytes are gone or damaged; everything else is restored, and the audit names what is wrong. */
    private Restored restored(ArchivedEvent archived) {
        LogEvent event = archived.event();
        try {
            PublicPackage content = packages.load(event.uid(), archived.entry().packageVersion(), event.sha256());
            Set<Uid> printed =
                    IssueContents.of(content).map(IssueContents::printed).orElse(Set.of());
            Manifest manifest = Manifest.read(
                    packages.manifest(event.uid(), archived.entry().packageVersion()));
            return new Restored(content.record(), Manifest.contentDigest(manifest.files()), printed, content.terms());
        } catch (StorageException | UncheckedIOException | IllegalArgumentException | JacksonException e) {
            String what = "version " + event.version() + " of " + event.uid() + ": " + e.getMessage();
            LOG.warn("Cannot be read from the archive: {}", what);
            damaged.add(what);
            return Restored.NOTHING;
        }
    }

    /** What a package tells the register. */
    private record Restored(@Nullable DocumentRecord record, String contentDigest, Set<Uid> printed, Terms terms) {
        static final Restored NOTHING = new Restored(null, "", Set.of(), Terms.PAGE);
    }
}
