package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * Releases at a set time (定时发布). Until its moment nothing of a document is in the log, in the archive's public root or
 * in any projection; at its moment every gate is asked again.
 */
public final class ScheduledReleases {

    private static final String WORKING = "working.json";
    private static final String CONTENT = "content.json";
    private static final String FILES = "files";

    private final Database database;
    private final RegisterPublisher publisher;
    private final Clock clock;
    private final Path folder;

    ScheduledReleases(Database database, RegisterPublisher publisher, Clock clock, DataFolder data) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
        this.folder = data.folder("scheduled");
    }

    /**
     * A release that waits.
     *
     * @param problem why it could not be released at its moment, null while it waits
     */
    public record Waiting(
            Uid uid, Instant releaseAt, @Nullable String problem) {}

    /** What became of a release whose moment came. */
    public record Released(Uid uid, Publisher.Outcome outcome) {}

    /**
     * Puts a release off to a moment; a later call for the same document replaces an earlier one.
     *
     * @return obstacles that hold it back already now; empty when it waits
     */
    public List<Obstacle> schedule(
            Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event, Instant releaseAt) {
        List<Obstacle> obstacles = publisher.obstacles(working, content);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        cancel(uid);
        try {
            keep(uid, working, content);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + uid + " cannot be kept for release", e);
        }
        database.write(sql -> sql.sql("insert into scheduled_release (uid, event, release_at) values (?, ?, ?)")
                .params(uid.value(), event.code(), sortable(releaseAt))
                .update());
        return List.of();
    }

    private void keep(Uid uid, DocumentRecord working, PackageContent content) throws IOException {
        Path home = Files.createDirectories(home(uid));
        Durable.write(home.resolve(WORKING), CanonicalJson.bytes(working));
        Durable.write(home.resolve(CONTENT), CanonicalJson.bytes(content.record()));
        for (Map.Entry<String, Path> file : content.files().entrySet()) {
            Durable.copy(file.getValue(), home.resolve(FILES).resolve(file.getKey()));
        }
        Folders.force(home);
        Folders.force(folder);
    }

    /** Takes a waiting release back; does nothing when none waits. */
    public void cancel(Uid uid) {
        database.write(sql -> sql.sql("delete from scheduled_release where uid = ?")
                .param(uid.value())
                .update());
        Folders.delete(home(uid));
    }

    /** Everything that waits, the earliest first. */
    public List<Waiting> waiting() {
        return database.read()
                .sql("select uid, release_at, problem from scheduled_release order by release_at, uid")
                .query((row, number) -> new Waiting(
                        new Uid(row.getString("uid")),
                        Instant.parse(row.getString("release_at")),
                        row.getString("problem")))
                .list();
    }

    /** Releases whatever has come due; to be called by a scheduler, and at start. */
    public synchronized List<Released> releaseDue() {
        List<String> due = database.read()
                .sql("select uid from scheduled_release where release_at <= ? and problem is null"
                        + " order by release_at, uid")
                .param(sortable(clock.instant()))
                .query(String.class)
                .list();
        List<Released> released = new ArrayList<>();
        for (String uid : due) {
            released.add(release(new Uid(uid)));
        }
        return released;
    }

    private Released release(Uid uid) {
        LogEvent.Type event = LogEvent.Type.of(database.read()
                .sql("select event from scheduled_release where uid = ?")
                .param(uid.value())
                .query(String.class)
                .single());
        Publisher.Outcome outcome = publisher.publish(uid, record(uid, WORKING), content(uid), event);
        if (outcome instanceof Publisher.Outcome.Held held) {
            String problem = String.join(
                    "; ", held.obstacles().stream().map(Obstacle::reason).toList());
            database.write(sql -> sql.sql("update scheduled_release set problem = ? where uid = ?")
                    .params(problem, uid.value())
                    .update());
        } else {
            cancel(uid);
        }
        return new Released(uid, outcome);
    }

    private DocumentRecord record(Uid uid, String name) {
        try {
            return RecordJson.read(Files.readAllBytes(home(uid).resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("what is to be released of " + uid + " cannot be read", e);
        }
    }

    private PackageContent content(Uid uid) {
        Map<String, Path> files = new HashMap<>();
        Path kept = home(uid).resolve(FILES);
        if (Files.exists(kept)) {
            try (Stream<Path> paths = Files.walk(kept)) {
                paths.filter(Files::isRegularFile)
                        .forEach(path ->
                                files.put(kept.relativize(path).toString().replace('\\', '/'), path));
            } catch (IOException e) {
                throw new UncheckedIOException("the files of " + uid + " cannot be listed", e);
            }
        }
        return new PackageContent(record(uid, CONTENT), files);
    }

    private Path home(Uid uid) {
        return folder.resolve(uid.value());
    }

    /** ISO 8601 of one length, so that text order is time order. */
    private static String sortable(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(java.time.ZoneOffset.UTC)
                .format(instant);
    }
}
