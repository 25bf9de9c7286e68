package org.gongbao.publication;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongbao.archive.StorageException;
import org.gongbao.system.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is published, read from the register and from packages alone. */
final class RegisterDocuments implements PublishedDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterDocuments.class);

    private static final int PAGE = 200;

    private final Database database;
    private final PackageStore packages;
    private final PackageCache cache;
    private final RegisterViews views;
    private final ShownIssues issues;

    RegisterDocuments(Database database, PackageStore packages) {
        this.database = database;
        this.packages = packages;
        this.cache = new PackageCache(packages);
        this.views = new RegisterViews(database, System::nanoTime);
        this.issues = new ShownIssues(database);
    }

    @Override
    public Optional<PublicState> find(Uid uid) {
        return register()
                .find(uid)
                // A mirror has no package where its leader holds an edition back that is to be replaced.
                .filter(row -> !row.isPublic() || row.packageVersion() > 0)
                .map(row -> row.isPublic() ? shown(row, true) : gone(row));
    }

    /** Forgets what is remembered of a document's packages. */
    void forget(Uid uid) {
        cache.forget(uid);
    }

    /**
     * A version of a document that is public now; empty where it has no such version, is public no more, or was corrected
     * for privacy since.
     */
    Optional<PublicPackage> version(Uid uid, int version) {
        List<LogStore.Entry> entries = new LogStore(database.read()).of(uid);
        int first = LogStore.firstReadable(entries);
        return register()
                .find(uid)
                .filter(Register.Row::isPublic)
                .flatMap(row -> entries.stream()
                        .filter(entry -> entry.event().version() == version
                                && version >= first
                                && entry.event().event().leavesPublic())
                        .findFirst()
                        .map(entry -> cache.get(
                                uid, entry.packageVersion(), entry.event().sha256())))
                .map(content -> ShownIssues.without(content, issues.contents(content)));
    }

    int firstReadable(Uid uid) {
        return LogStore.firstReadable(new LogStore(database.read()).of(uid));
    }

    private PublicState shown(Register.Row row, boolean cached) {
        return new PublicState.Public(document(row, cached));
    }

    private PublishedDocument document(Register.Row row, boolean cached) {
        PublicPackage content = cached
                ? cache.get(row.uid(), row.packageVersion(), row.manifestSha256())
                : packages.load(row.uid(), row.packageVersion(), row.manifestSha256());
        IssueContents issue = issues.contents(content);
        RegisterViews.View view = cached ? views.of(row) : views.read(row.uid());
        return new PublishedDocument(
                row.uid(),
                row.version(),
                row.place(),
                row.releasedAt(),
                row.versionAt(),
                ShownIssues.without(content, issue),
                view.relations(),
                issue,
                view.number());
    }

    private static PublicState gone(Register.Row row) {
        Instant at = row.goneAt() == null ? row.versionAt() : row.goneAt();
        String reason = row.reason() == null ? "" : row.reason();
        return new PublicState.Gone(row.uid(), LogEvent.Type.of(row.state()), at, reason);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A document that changes while the stream is read comes again at its end, so that none is missed; one
     * whose package cannot be read is passed over with a warning.
     */
    @Override
    public Stream<PublishedDocument> all() {
        long last = position();
        return Stream.concat(between(0, last, PASS), between(last, Long.MAX_VALUE, PASS));
    }

    /** Takes a document whose package cannot be read. */
    interface Damage {
        void found(Uid uid, long position, StorageException why);
    }

    /** One damaged package must not hide everything else; the audit names it too. */
    private static final Damage PASS = (uid, position, why) -> LOG.warn("{} is passed over: {}", uid, why.getMessage());

    /** Public documents whose view did not change after a position, in its order; each comes once. */
    Stream<PublishedDocument> upTo(long position, Damage damage) {
        return between(0, position, damage);
    }

    private Stream<PublishedDocument> between(long after, long last, Damage damage) {
        Iterator<Register.Row> pages = new Pages(after, last);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(row -> {
                    try {
                        return Stream.of(document(row, false));
                    } catch (StorageException e) {
                        damage.found(row.uid(), row.place(), e);
                        return Stream.empty();
                    }
                });
    }

    @Override
    public long count() {
        return register().countPublic();
    }

    @Override
    public long position() {
        return new LogStore(database.read()).size();
    }

    private Register register() {
        return new Register(database.read());
    }

    /** Reads on by position, so that no transaction stays open while a projection works. */
    private final class Pages implements Iterator<Register.Row> {
        private final Queue<Register.Row> rows = new ArrayDeque<>();
        private final long last;
        private long place;
        private String uid = "\uffff";

        Pages(long after, long last) {
            this.place = after;
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            if (rows.isEmpty()) {
                List<Register.Row> page = register().page(place, uid, last, PAGE);
                rows.addAll(page);
            }
            return !rows.isEmpty();
        }

        @Override
        public Register.Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Register.Row row = rows.remove();
            place = row.place();
            uid = row.uid().value();
            return row;
        }
    }
}
