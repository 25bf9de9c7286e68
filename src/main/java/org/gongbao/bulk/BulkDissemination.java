package org.gongbao.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.Change;
import org.gongbao.publication.Dissemination;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;

/**
 * Keeps a full release for download. What was published is noted at once; the release that holds it is made when publishing
 * pauses. What was withdrawn leaves at once, by a new release in the same call.
 */
final class BulkDissemination implements Dissemination, Releases {

    private final Path folder;
    private final ReleaseFolder releases;
    private final DocumentGraphs graphs;
    private final PublishedDocuments documents;
    private final LongFunction<Instant> times;
    private volatile Optional<Release> latest;

    /** @param times the time of the event at a position of the log */
    BulkDissemination(Path folder, DocumentGraphs graphs, PublishedDocuments documents, LongFunction<Instant> times) {
        this.times = times;
        this.folder = folder;
        this.graphs = graphs;
        this.documents = documents;
        try {
            this.releases = new ReleaseFolder(Files.createDirectories(folder.resolve(Release.DATASET)));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of releases " + folder + " cannot be made", e);
        }
        this.latest = releases.latest();
    }

    @Override
    public String name() {
        return "bulk";
    }

    /** The noted position; without any release, or with one whose linked data was made otherwise, nothing counts as done. */
    @Override
    public long position() {
        if (latest.isEmpty()) {
            return 0;
        }
        try {
            String[] noted = Files.readString(noted()).strip().split(" ");
            boolean isSame = noted.length == 2 && noted[1].equals(graphs.version());
            return isSame ? Long.parseLong(noted[0]) : 0;
        } catch (IOException | NumberFormatException e) {
            return latest.get().position();
        }
    }

    @Override
    public synchronized void apply(List<Change> changes, long position) {
        boolean withdrawn = changes.stream().anyMatch(change -> change.document() == null);
        if (withdrawn || latest.isEmpty()) {
            release();
        }
        note(position);
    }

    @Override
    public synchronized void rebuild(Stream<Change> changes, long position) {
        write(changes.map(Change::document).filter(java.util.Objects::nonNull), position);
        note(position);
    }

    @Override
    public Optional<Release> latest() {
        return latest;
    }

    @Override
    public boolean isCurrent() {
        return !isDue();
    }

    @Override
    public synchronized void bringUpToDate() {
        if (isDue()) {
            release();
        }
    }

    @Override
    public boolean wasReplaced(String name) {
        return releases.wasReplaced(name);
    }

    /** Whether something was noted that the newest release does not hold. */
    boolean isDue() {
        return latest.isPresent() && position() > latest.get().position();
    }

    /** Makes a release of everything that is public now. */
    synchronized void release() {
        long position = documents.position();
        try (Stream<PublishedDocument> all = documents.all()) {
            write(all, position);
        }
    }

    private void write(Stream<PublishedDocument> all, long position) {
        String name = "%012d".formatted(position);
        try (ReleaseWriter writer = new ReleaseWriter(releases.begin(name), graphs)) {
            all.forEachOrdered(writer::add);
            latest = Optional.of(releases.publish(writer.finish(name, position, times.apply(position))));
        } catch (IOException e) {
            throw new UncheckedIOException("the release " + name + " cannot be written", e);
        }
    }

    private void note(long position) {
        try {
            Path next = folder.resolve("position.next");
            Files.writeString(next, position + " " + graphs.version() + "\n");
            Files.move(next, noted(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the position of the releases cannot be kept in " + folder, e);
        }
    }

    private Path noted() {
        return folder.resolve("position");
    }
}
