package org.gongbao.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the log to one {@link Dissemination}. A document that it refuses again and again, while it takes others, is parked;
 * a store that takes nothing is waited for.
 */
final class DisseminationProjection implements Projection {

    private static final Logger LOG = LoggerFactory.getLogger(DisseminationProjection.class);

    /** Changes given at a time, and bytes of their records: the whole service has little memory. */
    private static final int CHUNK = 500;

    private static final long CHUNK_BYTES = 8L << 20;

    /** Failures of the same part of the log after which its documents are tried one by one. */
    private static final int PATIENCE = 3;

    /** From so many documents on, a failure of more than half of them is taken for a fault of the store. */
    private static final int FEW = 4;

    private final Dissemination target;
    private final ChangeReader reader;
    private final ParkedDocuments parked;
    private final Reconciliation reconciliation;
    private volatile long applied;
    private volatile boolean isStopping;
    private int failures;
    private int failedRebuilds;

    DisseminationProjection(Dissemination target, ChangeReader reader, ParkedDocuments parked) {
        this.target = target;
        this.reader = reader;
        this.parked = parked;
        this.reconciliation = new Reconciliation(target, reader, parked, this::rebuild);
    }

    @Override
    public boolean isUpToDate() {
        return target.holdings().stream().allMatch(Holdings::isUpToDate);
    }

    @Override
    public List<Reconciled> reconcile(@Nullable Set<Uid> uids, BooleanSupplier isStopping) {
        return reconciliation.run(uids, applied, isStopping);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public long applied() {
        return applied;
    }

    @Override
    public void open(long head) {
        String fault = fault(head);
        if (fault == null) {
            return;
        }
        LOG.warn("The store of {} {}: it is filled anew from {} events of the log", name(), fault, head);
        if (failedRebuilds < PATIENCE) {
            failedRebuilds++;
            rebuild();
        } else {
            LOG.warn("The store of {} could not be filled at once; it is filled document by document", name());
            target.rebuild(Stream.empty(), 0);
            applied = 0;
        }
        failedRebuilds = 0;
    }

    private @Nullable String fault(long head) {
        try {
            long position = target.position();
            applied = Math.min(position, head);
            if (position > head) {
                return "is at position " + position + " of another log";
            }
            return position == 0 && head > 0 ? "is empty" : null;
        } catch (RuntimeException e) {
            LOG.debug("The position of {} cannot be read", name(), e);
            return "cannot be read (" + e.getMessage() + ")";
        }
    }

    @Override
    public void rebuild() {
        long head = reader.head();
        parked.releaseAll();
        try (Stream<Change> all = reader.all(head, parked::park)) {
            target.rebuild(all.map(this::unlessStopping), head);
        }
        applied = head;
        failures = 0;
    }

    @Override
    public void stop() {
        isStopping = true;
    }

    /** Filling a store takes minutes; what was begun is left, and begun anew at the next start. */
    private Change unlessStopping(Change change) {
        if (isStopping) {
            throw new IllegalStateException(name() + " was stopped while it was filled");
        }
        return change;
    }

    @Override
    public void advance(long head) {
        ChangeReader.Batch batch = reader.after(applied, head);
        try {
            applyInChunks(batch);
        } catch (RuntimeException | Error e) {
            if (++failures < PATIENCE) {
                throw e;
            }
            applyOneByOne(batch, e);
        }
        applied = batch.end();
        failures = 0;
    }

    private void applyInChunks(ChangeReader.Batch batch) {
        List<Change> chunk = new ArrayList<>();
        long bytes = 0;
        for (ChangeReader.Concern concern : batch.concerns()) {
            Change change = load(concern);
            if (change != null) {
                bytes += weight(change);
                chunk.add(change);
            }
            if (chunk.size() == CHUNK || bytes > CHUNK_BYTES) {
                target.apply(List.copyOf(chunk), applied);
                chunk.clear();
                bytes = 0;
            }
        }
        target.apply(List.copyOf(chunk), batch.end());
    }

    private static long weight(Change change) {
        PublishedDocument document = change.document();
        return document == null
                ? 0
                : document.content()
                        .file(PackageStore.RECORD)
                        .map(PublicPackage.File::bytes)
                        .orElse(0L);
    }

    /** Null for a document whose package is damaged: it is parked at once. */
    private @Nullable Change load(ChangeReader.Concern concern) {
        try {
            return reader.load(concern);
        } catch (StorageException e) {
            LOG.warn("{} is kept back from {}: {}", concern.uid(), name(), e.getMessage());
            parked.park(concern.uid(), concern.position(), e);
            return null;
        }
    }

    private void applyOneByOne(ChangeReader.Batch batch, Throwable first) {
        target.apply(List.of(), applied);
        Map<ChangeReader.Concern, Throwable> refused = new LinkedHashMap<>();
        for (ChangeReader.Concern concern : batch.concerns()) {
            Change change = load(concern);
            try {
                target.apply(change == null ? List.of() : List.of(change), applied);
            } catch (RuntimeException | Error e) {
                refused.put(concern, e);
            }
        }
        if (batch.concerns().size() > FEW
                && refused.size() * 2 > batch.concerns().size()) {
            throw new IllegalStateException(name() + " refuses most of what it is given: " + first, first);
        }
        refused.forEach((concern, why) -> {
            LOG.warn("{} refuses {}, which is parked: {}", name(), concern.uid(), why.toString());
            parked.park(concern.uid(), concern.position(), why);
        });
        target.apply(List.of(), batch.end());
    }

    @Override
    public void tidy() {
        for (ParkedDocument document : parked.list()) {
            try {
                Change change = reader.loadLatest(document.uid(), document.position());
                target.apply(List.of(change), applied);
                parked.release(document.uid());
            } catch (RuntimeException | Error e) {
                LOG.debug("{} still refuses {}", name(), document.uid(), e);
            }
        }
    }
}
