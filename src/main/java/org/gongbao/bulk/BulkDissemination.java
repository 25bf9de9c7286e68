package org.gongbao.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.publication.Change;
import org.gongbao.publication.Dissemination;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.Snapshots;

/**
 * Keeps releases for download. What was published is noted at once; the release that holds it is made when publishing pauses.
 * When something is taken away, the bytes of every release go at once, and those that are kept are made anew without it in
 * the same call.
 */
final class BulkDissemination implements Dissemination, Releases {

    private final Path folder;
    private final ReleaseShelf shelf;
    private final ReleaseWriter writer;
    private final Snapshots snapshots;
    private final DeltaShelf deltas;
    private final int keep;

    /** @param keep releases that can be had at a time, at least one */
    BulkDissemination(Path folder, ReleaseWriter writer, DeltaShelf deltas, Snapshots snapshots, int keep) {
        this.deltas = deltas;
        this.folder = folder;
        this.writer = writer;
        this.snapshots = snapshots;
        this.keep = Math.max(1, keep);
        this.shelf = new ReleaseShelf(folder.resolve(Release.DATASET));
    }

    @Override
    public String name() {
        return "bulk";
    }

    /** The noted position; without any release, or with one that was made otherwise, nothing counts as done. */
    @Override
    public long position() {
        if (shelf.releases().isEmpty()) {
            return 0;
        }
        try {
            String[] noted = Files.readString(noted()).strip().split(" ");
            boolean isSame = noted.length == 2 && noted[1].equals(madeBy());
            return isSame ? Long.parseLong(noted[0]) : 0;
        } catch (IOException | NumberFormatException e) {
            return shelf.releases().get(0).position();
        }
    }

    private String madeBy() {
        return writer.madeBy();
    }

    @Override
    public synchronized void apply(List<Change> changes, long position) {
        long head = snapshots.position();
        boolean takesAway = shelf.releases().stream()
                .anyMatch(release -> snapshots.lastTakenAway(release.id().honoured(), head)
                        > release.id().honoured());
        if (takesAway) {
            reissue(head);
        } else if (shelf.releases().isEmpty()) {
            release();
        }
        note(position);
    }

    /** Log and packages are what releases are made from; what is public now is only one state of them. */
    @Override
    public synchronized void rebuild(Stream<Change> changes, long position) {
        reissue(snapshots.position());
        note(position);
    }

    /** Nothing that must not be had may be had while the rest is made anew. */
    private void reissue(long head) {
        List<Long> positions = shelf.releases().stream()
                .map(Release::position)
                .filter(position -> position < head)
                .distinct()
                .limit(keep - 1L)
                .toList();
        try {
            shelf.remove(shelf.releases());
        } catch (IOException e) {
            throw new UncheckedIOException("the releases in " + folder + " cannot be removed", e);
        }
        deltas.forgetTaken();
        write(new ReleaseName(head, head));
        positions.forEach(position -> write(new ReleaseName(position, head)));
    }

    /** Makes a release of everything that is public now. */
    synchronized void release() {
        long head = snapshots.position();
        write(new ReleaseName(head, head));
        List<Release> all = shelf.releases();
        try {
            shelf.remove(all.subList(Math.min(keep, all.size()), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("an old release in " + folder + " cannot be removed", e);
        }
    }

    private void write(ReleaseName name) {
        try {
            shelf.publish(writer.write(name, shelf.begin(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("the release " + name + " cannot be written", e);
        }
    }

    @Override
    public List<Holdings> holdings() {
        return List.of(new ReleaseHoldings(this, snapshots));
    }

    @Override
    public Optional<Release> latest() {
        return shelf.releases().stream().findFirst();
    }

    @Override
    public List<Release> all() {
        return shelf.releases();
    }

    @Override
    public Optional<Release> find(ReleaseName name) {
        return shelf.releases().stream()
                .filter(release -> release.id().equals(name))
                .findFirst();
    }

    /** The same contents less what was taken away since, or else the newest. */
    @Override
    public Optional<Release> replacement(ReleaseName name) {
        if (!shelf.wasRemoved(name)) {
            return Optional.empty();
        }
        return shelf.releases().stream()
                .filter(release -> release.position() == name.position())
                .findFirst()
                .or(this::latest);
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

    /** Whether something was noted that the newest release does not hold. */
    boolean isDue() {
        return latest().map(newest -> position() > newest.position()).orElse(false);
    }

    private void note(long position) {
        try {
            Path next = folder.resolve("position.next");
            Files.writeString(next, position + " " + madeBy() + "\n");
            Files.move(next, noted(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the position of the releases cannot be kept in " + folder, e);
        }
    }

    private Path noted() {
        return folder.resolve("position");
    }
}
