package org.gongbao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Obstacle;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.RecordJson;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;

/**
 * A publisher whose log is a text file that survives its process. It holds back titles that begin with 秘密 and what bears
 * a mark, and appends a version whenever it is asked to, so that asking twice shows.
 */
final class FilePublisher implements Publisher, PublishedDocuments, TimedReleases {

    private final Map<Uid, Waiting> waiting = new LinkedHashMap<>();

    private final Path log;

    FilePublisher(Path log) {
        this.log = log;
    }

    @Override
    public synchronized Outcome publish(Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event) {
        String title = String.valueOf(working.title());
        if (title.startsWith("秘密") || working.secrecy() != null) {
            return new Outcome.Held(List.of(new Obstacle("secrecy", "the document bears a secrecy mark")));
        }
        int version = events().stream()
                        .filter(e -> e.uid().equals(uid))
                        .mapToInt(Event::version)
                        .max()
                        .orElse(0)
                + 1;
        keep(uid, content.record());
        keepFiles(uid, content);
        append(new Event(uid, version, event, title));
        return new Outcome.Published(new LogEvent(events().size(), Instant.EPOCH, event, uid, version, "", ""));
    }

    @Override
    public Outcome correct(Uid uid, DocumentRecord working, PackageContent content, PublicCorrection why) {
        return publish(uid, working, content, LogEvent.Type.CORRECTED);
    }

    @Override
    public synchronized LogEvent withdraw(Uid uid, String publicReason) {
        append(new Event(uid, 0, LogEvent.Type.WITHDRAWN, publicReason));
        return new LogEvent(events().size(), Instant.EPOCH, LogEvent.Type.WITHDRAWN, uid, 0, "", "");
    }

    @Override
    public synchronized List<Obstacle> schedule(
            Uid uid, DocumentRecord working, PackageContent content, LogEvent.Type event, Instant releaseAt) {
        waiting.put(uid, new Waiting(uid, releaseAt, null));
        return List.of();
    }

    @Override
    public synchronized boolean cancel(Uid uid) {
        return waiting.remove(uid) != null;
    }

    @Override
    public synchronized Optional<Waiting> waiting(Uid uid) {
        return Optional.ofNullable(waiting.get(uid));
    }

    @Override
    public synchronized List<Waiting> waiting() {
        return List.copyOf(waiting.values());
    }

    private void keepFiles(Uid uid, PackageContent content) {
        try {
            Path kept = log.resolveSibling(uid + "." + Terms.FILE);
            Files.deleteIfExists(kept);
            Path stated = content.files().get(Terms.FILE);
            if (stated != null) {
                Files.copy(stated, kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PublicPackage.File> files(Uid uid) {
        Path stated = log.resolveSibling(uid + "." + Terms.FILE);
        return Files.exists(stated) ? List.of(StatedTerms.file(stated)) : List.of();
    }

    private void keep(Uid uid, DocumentRecord record) {
        try {
            Files.write(
                    log.resolveSibling(uid + ".json"),
                    CanonicalJson.bytes(record),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentRecord record(Uid uid) {
        try {
            return RecordJson.read(Files.readAllBytes(log.resolveSibling(uid + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(Event event) {
        String line = event.uid + " " + event.version + " " + event.type + " " + event.title + "\n";
        try {
            Files.writeString(log, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<Event> events() {
        try {
            List<Event> events = new ArrayList<>();
            for (String line : Files.exists(log) ? Files.readAllLines(log) : List.<String>of()) {
                String[] words = line.split(" ", 4);
                events.add(new Event(
                        new Uid(words[0]), Integer.parseInt(words[1]), LogEvent.Type.valueOf(words[2]), words[3]));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<PublicState> find(Uid uid) {
        Map<Uid, Event> latest = new LinkedHashMap<>();
        events().forEach(event -> latest.put(event.uid, event));
        return Optional.ofNullable(latest.get(uid)).map(this::state);
    }

    private PublicState state(Event event) {
        if (!event.type.leavesPublic()) {
            return new PublicState.Gone(event.uid, event.type, Instant.EPOCH, event.title);
        }
        DocumentRecord record = record(event.uid);
        return new PublicState.Public(new PublishedDocument(
                event.uid,
                event.version,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new PublicPackage(event.uid, event.version, record, files(event.uid)),
                List.of()));
    }

    @Override
    public Stream<PublishedDocument> all() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        return events().size();
    }

    record Event(Uid uid, int version, LogEvent.Type type, String title) {}
}
