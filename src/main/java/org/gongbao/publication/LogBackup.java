package org.gongbao.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.archive.CopiedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a backup takes of the log and of releases that wait, cut to what a copy of the database knows. */
public final class LogBackup {

    private static final Pattern SEGMENT = Pattern.compile("log/([0-9]+)");
    private static final String OPEN = "archive/log/events.jsonl";
    private static final String VERIFIER = "archive/log/verifier";

    private final JdbcClient copy;
    private final long size;

    /** @param copy of the database */
    public LogBackup(JdbcClient copy) {
        this.copy = copy;
        this.size = new LogStore(copy).size();
    }

    /** Number of events that the copy knows. */
    public long size() {
        return size;
    }

    /**
     * Events after which something was destroyed. A backup during which another came may hold bytes of it.
     *
     * @param database the copy, or the database that goes on
     */
    public static long destroying(JdbcClient database) {
        return database.sql("select count(*) from log_event where event = 'erased' or withdraws_earlier = 1")
                .query(Long.class)
                .single();
    }

    /** Whether an object of the public root is of the log or of a document that the copy knows. */
    public boolean isWanted(String id) {
        Matcher segment = SEGMENT.matcher(id);
        if (segment.matches()) {
            return (Long.parseLong(segment.group(1)) + 1) * LogArchive.SEGMENT <= size;
        }
        return !id.startsWith("package/")
                || copy.sql("select count(*) from log_event where uid = ?")
                                .param(id.substring("package/".length()))
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /**
     * Writes the events that are in no object of the archive yet, from the copy of the database: the file in the data folder
     * may hold later ones by now, or may just have become an object.
     */
    public void copyOpen(Path data, CopiedFiles copies) throws IOException {
        List<LogStore.Entry> open =
                new LogStore(copy).after(size / LogArchive.SEGMENT * LogArchive.SEGMENT, LogArchive.SEGMENT);
        if (!open.isEmpty()) {
            String lines = open.stream()
                    .map(entry -> new ArchivedEvent(entry).line() + "\n")
                    .collect(Collectors.joining());
            copies.write(lines.getBytes(StandardCharsets.UTF_8), OPEN);
        }
        Path verifier = data.resolve(VERIFIER);
        if (Files.exists(verifier)) {
            copies.copy(verifier, VERIFIER);
        }
    }

    /**
     * Copies what waits for its release.
     *
     * @return a document of which the release changed since the copy was taken, so that its files are not there; empty when
     *     all is there
     */
    public Optional<Uid> copyScheduled(Path data, CopiedFiles copies) throws IOException {
        List<String> waiting = copy.sql("select uid from scheduled_release order by uid")
                .query(String.class)
                .list();
        for (String uid : waiting) {
            try {
                copies.copyAll(data.resolve("scheduled").resolve(uid), "scheduled/" + uid);
            } catch (NoSuchFileException e) {
                return Optional.of(new Uid(uid));
            }
            if (!isWhole(uid, copies.path("scheduled"))) {
                return Optional.of(new Uid(uid));
            }
        }
        return Optional.empty();
    }

    private boolean isWhole(String uid, Path scheduled) {
        String mark = copy.sql("select event || ' ' || release_at from scheduled_release where uid = ?")
                .param(uid)
                .query(String.class)
                .single();
        return new ScheduledFiles(scheduled).isKept(new Uid(uid), mark + "\n");
    }
}
