package org.gongbao.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what one projection holds with what is published, and repairs it: first the documents that differ are applied again,
 * and where that does not help the store is filled anew. Only the projection's own thread may call it, so it ends at once when
 * something is published: that is not to wait for a comparison.
 */
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** Documents that are applied again one by one; where more differ, the store is filled anew. */
    private static final int FEW = 100;

    /** Documents between two looks at whether something was published. */
    private static final int STRIDE = 50;

    private final Dissemination target;
    private final ChangeReader reader;
    private final ParkedDocuments parked;
    private final Runnable rebuild;
    private final Map<String, Set<String>> beyondRepair = new HashMap<>();
    private BooleanSupplier isStopping = () -> false;

    /** @param rebuild fills the store anew */
    Reconciliation(Dissemination target, ChangeReader reader, ParkedDocuments parked, Runnable rebuild) {
        this.target = target;
        this.reader = reader;
        this.parked = parked;
        this.rebuild = rebuild;
    }

    /** Something was published, so that what was compared is of no single position. */
    static final class LogGrewException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LogGrewException() {
            super("something was published, or the program ends, while everything is compared");
        }
    }

    /**
     * What was found in one comparison.
     *
     * @param right documents that are held as they should be
     * @param wrong documents that are not, and can be applied again
     * @param aside documents that the projection refuses
     * @param damage names of damaged files
     */
    private record Found(Set<Uid> right, Set<Uid> wrong, Set<Uid> aside, List<String> damage) {

        /** What might be repaired. */
        Set<String> names() {
            Set<String> names = new TreeSet<>(damage);
            wrong.forEach(uid -> names.add(uid.value()));
            return names;
        }

        Set<String> all() {
            Set<String> names = names();
            aside.forEach(uid -> names.add(uid.value()));
            return names;
        }
    }

    /**
     * Compares and repairs everything that the projection holds.
     *
     * @param uids documents to look at, null for all
     * @param position up to which the projection has applied the log
     * @param isStopping whether it is to end at once
     */
    List<Reconciled> run(@Nullable Set<Uid> uids, long position, BooleanSupplier isStopping) {
        this.isStopping = isStopping;
        return target.holdings().stream()
                .map(holdings -> run(holdings, uids, position))
                .toList();
    }

    private Reconciled run(Holdings holdings, @Nullable Set<Uid> uids, long position) {
        holdings.bringUpToDate();
        Found first = compare(holdings, uids, position);
        Found last = first;
        if (!first.wrong().isEmpty() && first.wrong().size() <= FEW) {
            tryTo("apply again", () -> applyAgain(first.wrong(), position));
            last = compare(holdings, uids, position);
        }
        if (!last.names().isEmpty() && !last.names().equals(beyondRepair.get(holdings.name()))) {
            LOG.warn("{} differs from what is published and is filled anew: {}", holdings.name(), last.names());
            tryTo("fill anew", rebuild);
            last = compare(holdings, uids, position);
        }
        beyondRepair.put(holdings.name(), last.names());
        Set<String> repaired = first.all();
        repaired.removeAll(last.all());
        if (!repaired.isEmpty()) {
            LOG.warn("{} differed from what is published and was repaired: {}", holdings.name(), repaired);
        }
        return new Reconciled(holdings.name(), last.right(), repaired, last.all());
    }

    private void applyAgain(Set<Uid> uids, long position) {
        target.apply(uids.stream().map(uid -> reader.loadLatest(uid, position)).toList(), position);
    }

    /** A repair that fails leaves what differs to be named. */
    private void tryTo(String what, Runnable repair) {
        try {
            repair.run();
        } catch (RuntimeException e) {
            LOG.warn("{} differs from what is published, and to {} what differs fails", target.name(), what, e);
        }
    }

    private Found compare(Holdings holdings, @Nullable Set<Uid> uids, long position) {
        Set<Uid> unreadable = new HashSet<>();
        Map<Uid, String> expected = expected(holdings, uids, position, unreadable);
        Map<Uid, String> held = holdings.held(uids);
        List<String> damage = holdings.damage();
        requireNothingNew(position);
        Set<Uid> right = new HashSet<>();
        Set<Uid> wrong = new HashSet<>(held.keySet());
        expected.forEach((uid, digest) -> (digest.equals(held.get(uid)) ? right : wrong).add(uid));
        wrong.removeAll(right);
        // Of what cannot be read nobody can tell how it should be held; the comparison of packages names it.
        wrong.removeAll(unreadable);
        Set<Uid> aside = parked.list().stream().map(ParkedDocument::uid).collect(Collectors.toSet());
        aside.retainAll(wrong);
        wrong.removeAll(aside);
        return new Found(right, wrong, aside, damage);
    }

    private Map<Uid, String> expected(Holdings holdings, @Nullable Set<Uid> uids, long position, Set<Uid> unreadable) {
        Map<Uid, String> expected = new HashMap<>();
        try (Stream<Change> changes = uids == null
                ? reader.all(position, (uid, place, why) -> unreadable.add(uid))
                : uids.stream().flatMap(uid -> load(uid, position, unreadable))) {
            int[] read = {0};
            changes.forEach(change -> {
                if (read[0]++ % STRIDE == 0) {
                    requireNothingNew(position);
                }
                PublishedDocument document = change.document();
                String digest = document == null ? null : holdings.expected(document);
                if (digest != null) {
                    expected.put(change.uid(), digest);
                }
            });
        }
        return expected;
    }

    private Stream<Change> load(Uid uid, long position, Set<Uid> unreadable) {
        try {
            return Stream.of(reader.loadLatest(uid, position));
        } catch (StorageException e) {
            unreadable.add(uid);
            return Stream.empty();
        }
    }

    private void requireNothingNew(long position) {
        if (isStopping.getAsBoolean() || reader.head() != position) {
            throw new LogGrewException();
        }
    }
}
