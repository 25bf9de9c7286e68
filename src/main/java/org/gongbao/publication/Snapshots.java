package org.gongbao.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongbao.archive.StorageException;
import org.gongbao.publication.SnapshotSteps.Step;
import org.gongbao.system.Database;

/**
 * What was open data at a position of the log, less what may be shown no more at a later one (存量快照): computed from log and
 * packages alone, so that two positions name the same documents on every machine and for ever.
 *
 * <p>What other documents say of a document is not in it, nor its address by number, which depends on them. An issue depends on those that it prints, as they are at the later
 * position.
 */
public final class Snapshots {

    /** Events after which something that was had before must not be had any more, or may be had again. */
    private static final String TAKES_AWAY = "select max(e.seq) from log_event e"
            + " left join catalogue_entry c on c.uid = e.uid and c.version = e.version"
            + " where e.seq > ? and e.seq <= ? and (e.event in ('withdrawn', 'erased') or e.withdraws_earlier = 1"
            + " or (e.version > 1 and (e.event = 'released' or c.terms is null or c.terms <> 'open')))";

    private final Database database;
    private final PackageStore packages;
    private final SnapshotSteps events;

    Snapshots(Database database, PackageStore packages) {
        this.database = database;
        this.packages = packages;
        this.events = new SnapshotSteps(database);
    }

    /** A document that ever was open data up to the earlier position, or is public no more. */
    public sealed interface State {
        Uid uid();

        /** It is in the snapshot; its position is that of the event that published the version. */
        record Held(PublishedDocument document) implements State {
            @Override
            public Uid uid() {
                return document.uid();
            }
        }

        /** It is left out since an event. */
        record Left(Uid uid, Reason reason, long seq, Instant at) implements State {}

        /** It belongs to the snapshot, but its package is damaged. */
        record Unreadable(Uid uid, String why) implements State {}
    }

    /** Why a document is left out of what once held it. */
    public enum Reason {
        WITHDRAWN,
        ERASED,
        /** The version was replaced to protect somebody, and a later one stands. */
        REPLACED,
        /** It may not travel so far any more. */
        NARROWED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The log's size. */
    public long position() {
        return new LogStore(database.read()).size();
    }

    /** The last position up to which something was taken away or may be had again; {@code since} where nothing was after it. */
    public long lastTakenAway(long since, long head) {
        Long last = database.read()
                .sql(TAKES_AWAY)
                .params(since, head)
                .query((row, number) -> row.getLong(1))
                .single();
        return Math.max(since, last);
    }

    /** Documents that the events behind a position, up to another one, are of or touch; in the order of their identifiers. */
    public List<Uid> concerned(long after, long last) {
        return database
                .read()
                .sql("select uid from log_event where seq > ? and seq <= ?"
                        + " union select uid from log_touch where seq > ? and seq <= ? order by uid")
                .params(after, last, after, last)
                .query(String.class)
                .list()
                .stream()
                .map(Uid::new)
                .toList();
    }

    /** The version of a document that the log had up to a position, whatever became of it; 0 where it had none. */
    public int version(Uid uid, long position) {
        return events.of(uid, position).stream()
                .filter(Step::leavesPublic)
                .mapToInt(Step::version)
                .max()
                .orElse(0);
    }

    /** The digests of the files of a version; empty where its package is there no more. */
    public List<PublicPackage.File> files(Uid uid, int version) {
        return events.of(uid, Long.MAX_VALUE).stream()
                .filter(step -> step.leavesPublic() && step.version() == version)
                .findFirst()
                .map(step -> {
                    try {
                        return load(step).files();
                    } catch (StorageException e) {
                        return List.<PublicPackage.File>of();
                    }
                })
                .orElse(List.of());
    }

    /** Whether a version was published by a correction of the document itself, between two positions. */
    public boolean isCorrected(Uid uid, long after, long last) {
        return events.of(uid, last).stream()
                .anyMatch(step -> step.seq() > after && step.event() == LogEvent.Type.CORRECTED);
    }

    /** Whether a version between two positions may travel less far than the one that stood at the first. */
    public boolean narrows(Uid uid, long after, long last) {
        return events.of(uid, last).stream()
                .anyMatch(step -> step.seq() > after && step.leavesPublic() && step.terms() != Terms.OPEN);
    }

    /** A document in the snapshot of two positions; empty where it never was open data up to the first, and is public. */
    public Optional<State> state(Uid uid, long position, long honoured) {
        return state(events.of(uid, honoured), position, honoured);
    }

    /** All documents in the order of their identifiers. Nothing is held but a page of events. */
    public Stream<State> states(long position, long honoured) {
        Iterator<List<Step>> pages = events.all(position, honoured);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(steps -> state(steps, position, honoured).stream());
    }

    private Optional<State> state(List<Step> steps, long position, long honoured) {
        List<Step> before =
                steps.stream().filter(step -> step.seq() <= position).toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Step last = before.get(before.size() - 1);
        List<Step> after =
                steps.stream().filter(step -> step.seq() > last.seq()).toList();
        Optional<State> left = goneSince(last, after).or(() -> replacedSince(last, steps));
        if (left.isPresent()) {
            return left;
        }
        if (before.stream().noneMatch(Step::isOpen)) {
            return Optional.empty();
        }
        Step stands = last;
        for (Step step : after) {
            stands = stands.narrowedBy(step.terms());
            if (!stands.terms().isOpenData()) {
                return Optional.of(left(step, Reason.NARROWED));
            }
        }
        return Optional.of(stands.isOpen() ? held(stands, steps, honoured) : left(stands, Reason.NARROWED));
    }

    /** What once was taken away does not come back with the same version. */
    private static Optional<State> goneSince(Step last, List<Step> after) {
        return Stream.concat(Stream.of(last), after.stream())
                .filter(step -> !step.leavesPublic())
                .reduce((first, second) -> second.event() == LogEvent.Type.ERASED ? second : first)
                .map(step -> left(step, step.event() == LogEvent.Type.ERASED ? Reason.ERASED : Reason.WITHDRAWN));
    }

    private static Optional<State> replacedSince(Step last, List<Step> steps) {
        return steps.stream()
                .filter(step -> step.withdrawsEarlier() && step.version() > last.version())
                .findFirst()
                .map(step -> left(step, Reason.REPLACED));
    }

    private static State left(Step step, Reason reason) {
        return new State.Left(step.uid(), reason, step.seq(), step.at());
    }

    private State held(Step step, List<Step> steps, long honoured) {
        try {
            PublicPackage content = load(step);
            IssueContents issue = IssueContents.of(content)
                    .map(contents -> contents.without(entry -> !isReadable(entry, honoured)))
                    .orElse(null);
            PublicPackage shown = ShownIssues.without(content, issue);
            return new State.Held(new PublishedDocument(
                    step.uid(),
                    step.version(),
                    step.seq(),
                    steps.get(0).at(),
                    step.at(),
                    content.terms() == step.terms() ? shown : narrowed(shown, step, steps),
                    List.of(),
                    issue,
                    null));
        } catch (StorageException e) {
            return new State.Unreadable(step.uid(), String.valueOf(e.getMessage()));
        }
    }

    /** With the file of the later version that states the narrower terms. */
    private PublicPackage narrowed(PublicPackage content, Step stands, List<Step> steps) {
        PublicPackage later = steps.stream()
                .filter(step -> step.seq() > stands.seq() && step.terms() == stands.terms())
                .map(this::load)
                .findFirst()
                .orElseThrow(() -> new StorageException("nothing states the terms of " + stands.uid()));
        List<PublicPackage.File> files = new ArrayList<>(content.files());
        files.removeIf(file -> file.name().equals(Terms.FILE));
        files.add(later.file(Terms.FILE).orElseThrow());
        return new PublicPackage(content.uid(), content.version(), content.record(), files);
    }

    private boolean isReadable(IssueContents.Entry entry, long honoured) {
        List<Step> steps = events.of(entry.uid(), honoured);
        int first = steps.stream()
                .filter(Step::withdrawsEarlier)
                .mapToInt(Step::version)
                .max()
                .orElse(1);
        return !steps.isEmpty() && steps.get(steps.size() - 1).leavesPublic() && entry.version() >= first;
    }

    private PublicPackage load(Step step) {
        return packages.load(step.uid(), step.packageVersion(), step.sha256());
    }
}
