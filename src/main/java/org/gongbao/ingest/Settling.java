package org.gongbao.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves arrivals from the inbox into OCFL once their jobs are done. It gives way to jobs until a backlog has grown, since
 * the bytes are as durable in the inbox.
 */
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final int BACKLOG = 200;
    private static final Duration LONGEST_WITHOUT_JOB = Duration.ofMinutes(10);

    /** How long an arrival that could not be settled waits for its next try. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private final Archive archive;
    private final JobQueue queue;
    private final ArrivalJobs arrivals;
    private final Batches batches;
    private final JobDocuments documents;
    private final InUse inUse;
    private final Clock clock;

    Settling(Archive archive, JobQueue queue, Batches batches, JobDocuments documents, InUse inUse, Clock clock) {
        this.archive = archive;
        this.queue = queue;
        this.arrivals = queue.arrivals();
        this.batches = batches;
        this.documents = documents;
        this.inUse = inUse;
        this.clock = clock;
    }

    /** Settles what may be settled now, until there is something better to do; how many. */
    int settle(BooleanSupplier stopping) {
        List<Arrival> waiting = due();
        Set<String> done =
                arrivals.doneWith(waiting.stream().map(Arrival::receipt).toList());
        int settled = 0;
        for (Arrival arrival : waiting) {
            boolean givesWay = waiting.size() - settled < BACKLOG && queue.hasWork();
            if (givesWay || stopping.getAsBoolean()) {
                break;
            }
            if (done.contains(arrival.receipt())) {
                settled += settle(arrival);
            }
        }
        return settled;
    }

    /** Whether anything waits that has not just failed and is not put aside. */
    boolean hasDue() {
        return !due().isEmpty();
    }

    private List<Arrival> due() {
        Instant now = clock.instant();
        List<Arrival> unsettled = archive.unsettled();
        Set<String> parked =
                arrivals.parked(unsettled.stream().map(Arrival::receipt).toList());
        return unsettled.stream()
                .filter(arrival -> !parked.contains(arrival.receipt()))
                .filter(arrival -> !now.isBefore(notBefore.getOrDefault(arrival.receipt(), Instant.MIN)))
                .toList();
    }

    /** One that fails stays in the inbox and keeps no other waiting. */
    private int settle(Arrival arrival) {
        if (!inUse.tryAcquire(arrival.sha256())) {
            return 0;
        }
        try {
            archive.settle(arrival);
            notBefore.remove(arrival.receipt());
            return 1;
        } catch (RuntimeException e) {
            LOG.error("{} cannot be settled and stays in the inbox: {}", arrival.name(), e.getMessage());
            notBefore.put(arrival.receipt(), clock.instant().plus(PAUSE));
            return 0;
        } finally {
            inUse.release(arrival.sha256());
        }
    }

    /**
     * Arrivals that were acknowledged, but whose process ended before it asked for a job: they are read and wait for
     * review.
     *
     * @param all also those that came just now, whose process may still be about to ask
     */
    void adoptArrivalsWithoutJob(boolean all) {
        List<NewJob> jobs = archive.unsettled().stream()
                .filter(arrival -> all || arrival.at().plus(LONGEST_WITHOUT_JOB).isBefore(clock.instant()))
                .filter(arrival -> arrivals.stateOf(arrival.receipt()).isEmpty())
                .map(Settling::reading)
                .toList();
        if (!jobs.isEmpty()) {
            LOG.info(
                    "{} files arrived without anybody asking what is to be done with them; they are read", jobs.size());
        }
        read(jobs);
    }

    /**
     * After the loss of the database the archive tells which files had arrived and which documents they hold. What is not
     * public is read again and waits for review.
     *
     * <p>Each step adds what is missing and takes nothing away, and the database is marked only after the last, so that a
     * kill between them does no harm: the next start goes on. Identifiers come first, for without them the same bytes
     * would become other documents.
     *
     * @param owner the data folder whose archive it is
     */
    void restoreAfterLoss(String owner) {
        if (batches.isRestored(owner)) {
            return;
        }
        int held = documents.restore();
        int came = archive.restoreArrivals();
        if (held + came > 0) {
            LOG.warn(
                    "The database did not know {} arrivals and {} documents: they are restored from the archive",
                    came,
                    held);
        }
        try (Stream<Arrival> all = archive.arrivals()) {
            read(all.filter(arrival -> arrivals.stateOf(arrival.receipt()).isEmpty())
                    .map(Settling::reading)
                    .toList());
        }
        batches.setRestored(owner);
    }

    private static NewJob reading(Arrival arrival) {
        return new NewJob(
                arrival.name(), arrival.receipt(), arrival.sha256(), arrival.claimed(), Purpose.READ, null, null, null);
    }

    private void read(List<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        Batch batch = batches.open("recovered");
        queue.add(batch.id(), jobs);
        batches.submitted(batch);
    }
}
