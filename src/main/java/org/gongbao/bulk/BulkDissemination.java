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
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a full release for download. What was published is noted at once; the release that holds it is made when publishing
 * pauses. What was withdrawn leaves at once, by a new release in the same call.
 */
final class BulkDissemination implements Dissemination, Releases {

    private static final int WRITINGS = 3;

    private final Path folder;
    private final ReleaseFolder releases;
    private final DocumentGraphs graphs;
    private final PublishedDocuments documents;
    private final LongFunction<Instant> times;
    private volatile Optional<Release> latest;
    private volatile Optional<Release> previous = Optional.empty();

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
        boolean withdrawn = changes.stream().map(Change::document).anyMatch(BulkDissemination::mustLeave);
        if (withdrawn || latest.isEmpty()) {
            release(!withdrawn);
        }
        note(position);
    }

    /** What is no longer public, and what may have been open data in an earlier version and is not all of it any more. */
    private static boolean mustLeave(@Nullable PublishedDocument document) {
        return document == null || document.version() > 1 && document.terms() != Terms.OPEN;
    }

    @Override
    public synchronized void rebuild(Stream<Change> changes, long position) {
        publish(write(changes.map(Change::document).filter(java.util.Objects::nonNull), position), false);
        note(position);
    }

    @Override
    public List<Holdings> holdings() {
        return List.of(new ReleaseHoldings(this));
    }

    @Override
    public Optional<Release> latest() {
        return latest;
    }

    @Override
    public Optional<Release> find(String name) {
        return Stream.concat(latest.stream(), previous.stream())
                .filter(release -> release.name().equals(name))
                .findFirst();
    }

    @Override
    public boolean isCurrent() {
        return !isDue();
    }

    @Override
    public synchronized void bringUpToDate() {
        if (isDue()) {
            release(true);
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
        release(true);
    }

    /** What is published while a release is written would belong to a later one, so it is written again then, a few times. */
    private void release(boolean keepsPrevious) {
        long position = documents.position();
        Release written = writeAll(position);
        for (int times = 1; times < WRITINGS && documents.position() != position; times++) {
            position = documents.position();
            written = writeAll(position);
        }
        publish(written, keepsPrevious);
    }

    private Release writeAll(long position) {
        try (Stream<PublishedDocument> all = documents.all()) {
            return write(all, position);
        }
    }

    private Release write(Stream<PublishedDocument> all, long position) {
        String name = "%012d".formatted(position);
        try (ReleaseWriter writer = new ReleaseWriter(releases.begin(name), graphs)) {
            all.forEachOrdered(writer::add);
            return writer.finish(name, position, times.apply(position));
        } catch (IOException e) {
            throw new UncheckedIOException("the release " + name + " cannot be written", e);
        }
    }

    /** The release before stays for those who are downloading it, unless something of it must not be had any more. */
    private void publish(Release written, boolean keepsPrevious) {
        Optional<Release> before = latest.filter(release -> !release.name().equals(written.name()));
        previous = keepsPrevious ? before : Optional.empty();
        try {
            latest = Optional.of(releases.publish(written, previous));
        } catch (IOException e) {
            throw new UncheckedIOException("the release " + written.name() + " cannot be made public", e);
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
