package org.gongbao.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.gongbao.archive.StorageException;
import org.gongbao.ingest.JobDocuments.Origin;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * Takes files in and tells what becomes of them. Every process may use it: it writes to inbox and queue only, and
 * follows in the database what the process that owns the data folder does.
 */
public final class Ingest {

    private static final Duration POLL = Duration.ofMillis(100);

    /** After so many polls it is asked whether anybody works. */
    private static final int POLLS_A_LOOK = 10;

    private final Archive archive;
    private final JobQueue queue;
    private final Batches batches;
    private final JobDocuments documents;
    private final JobOutcomes outcomes;
    private final BooleanSupplier isOwned;

    /** @param isOwned whether a process owns the data folder, so that somebody works on the queue */
    Ingest(
            Archive archive,
            JobQueue queue,
            Batches batches,
            JobDocuments documents,
            JobOutcomes outcomes,
            BooleanSupplier isOwned) {
        this.archive = archive;
        this.queue = queue;
        this.batches = batches;
        this.documents = documents;
        this.outcomes = outcomes;
        this.isOwned = isOwned;
    }

    /** A batch without files, to follow from the start; it ends by {@link #close}. */
    public Batch open() {
        return batches.open("submitted");
    }

    /**
     * Takes in files and folders. When it returns, every file has arrived or is listed as unreadable.
     *
     * @param publish whether what no gate holds back is published without review
     * @throws StorageException when a file cannot be stored; those before it have arrived
     */
    public void submit(Batch batch, List<Path> paths, boolean publish) {
        try (Intake intake = new Intake(archive, queue, batch, publish ? Purpose.PUBLISH : Purpose.READ)) {
            new SubmittedFiles(intake::take, intake::unreadable).walk(paths);
            intake.flush();
        }
    }

    /** Takes in files that are not on this machine's disk. */
    public void submitStreams(Batch batch, Iterable<IncomingFile> files, boolean publish) {
        try (Intake intake = new Intake(archive, queue, batch, publish ? Purpose.PUBLISH : Purpose.READ)) {
            files.forEach(intake::take);
            intake.flush();
        }
    }

    /** Says that no more files will come. */
    public void close(Batch batch) {
        batches.submitted(batch);
    }

    /** Takes in files and folders as one batch. */
    public Batch submit(List<Path> paths, boolean publish) {
        Batch batch = open();
        try {
            submit(batch, paths, publish);
        } finally {
            close(batch);
        }
        return batch;
    }

    /** Takes in one stream, such as an upload, as a batch of its own. */
    public Batch submit(String name, InputStream bytes, @Nullable String claimed, boolean publish) {
        Batch batch = open();
        try {
            submitStreams(batch, List.of(new IncomingFile(name, () -> bytes, claimed)), publish);
        } finally {
            close(batch);
        }
        return batch;
    }

    /** Asks for publication of a document that waits for review or was held; empty where no file holds it. */
    public Optional<Batch> publish(Uid uid) {
        return documents.origin(uid).map(origin -> again(List.of(origin), Purpose.PUBLISH, origin.part()));
    }

    /**
     * Asks for publication of a document at a moment: it is made now, and nothing of it is public until then. A later call
     * replaces an earlier one. Empty where no file holds it.
     */
    public Optional<Batch> publish(Uid uid, Instant releaseAt) {
        return documents.origin(uid).map(origin -> again(List.of(origin), Purpose.SCHEDULE, origin.part(), releaseAt));
    }

    /** Takes a release back that waits for its moment, or is yet being made; empty where no file holds the document. */
    public Optional<Batch> cancelRelease(Uid uid) {
        return documents.origin(uid).map(origin -> again(List.of(origin), Purpose.CANCEL, origin.part()));
    }

    /** Asks for one document to be read anew, and again for what is parked of its file; empty where no file holds it. */
    public Optional<Batch> reprocess(Uid uid) {
        Optional<Origin> origin = documents.origin(uid);
        origin.map(Origin::sha256).ifPresent(queue::requeueParked);
        return origin.map(found -> again(List.of(found), Purpose.REPROCESS, null));
    }

    /** Asks for every original to be read anew with today's extractors and rules. */
    public Batch reprocess() {
        queue.requeueParked(Integer.MAX_VALUE);
        return again(documents.origins(), Purpose.REPROCESS, null);
    }

    /** Asks what reading an original anew would change in a document; empty where no file holds it. */
    public Optional<Batch> compare(Uid uid) {
        return documents.origin(uid).map(origin -> again(List.of(origin), Purpose.COMPARE, null));
    }

    /** Asks what reading every original anew would change. */
    public Batch compare() {
        return again(documents.origins(), Purpose.COMPARE, null);
    }

    /** Asks for a file to be read that is in the inbox already; it waits for review. */
    Batch read(Arrival arrival) {
        Batch batch = batches.open("released");
        queue.add(
                batch.id(),
                List.of(new NewJob(
                        arrival.name(),
                        arrival.receipt(),
                        arrival.sha256(),
                        arrival.claimed(),
                        Purpose.READ,
                        null,
                        null,
                        null)));
        batches.submitted(batch);
        return batch;
    }

    private Batch again(List<Origin> origins, Purpose purpose, @Nullable Integer part) {
        return again(origins, purpose, part, null);
    }

    private Batch again(List<Origin> origins, Purpose purpose, @Nullable Integer part, @Nullable Instant releaseAt) {
        Batch batch = batches.open(purpose.code());
        queue.add(
                batch.id(),
                origins.stream()
                        .map(origin -> new NewJob(
                                origin.name(),
                                origin.receipt(),
                                origin.sha256(),
                                origin.claimed(),
                                purpose,
                                part,
                                releaseAt,
                                null))
                        .toList());
        batches.submitted(batch);
        return batch;
    }

    public Progress progress(Batch batch) {
        return batches.progress(batch);
    }

    /** Documents that were read, were never public, and are not on the desk: they wait for somebody to take them up. */
    public List<DocumentOutcome> unclaimed(int from, int count) {
        return outcomes.unclaimed(from, count);
    }

    /** What became of the documents so far, in the order of the files. */
    public List<DocumentOutcome> outcomes(Batch batch) {
        return outcomes.in(batch);
    }

    /**
     * Follows a batch to its end, whichever process works on it, and tells of each change.
     *
     * @throws IllegalStateException when the process that worked on it has ended
     */
    public Progress awaitDone(Batch batch, Consumer<Progress> listener) throws InterruptedException {
        Progress progress = progress(batch);
        listener.accept(progress);
        for (int polls = 1; !progress.isDone(); polls++) {
            Thread.sleep(POLL.toMillis());
            boolean nobodyWorks = polls % POLLS_A_LOOK == 0 && !isOwned.getAsBoolean();
            Progress next = progress(batch);
            if (!next.equals(progress)) {
                listener.accept(next);
            }
            if (nobodyWorks && !next.isDone()) {
                throw new IllegalStateException(
                        "the process that owned the data folder has ended; what arrived is kept, and the next one that"
                                + " starts goes on with it");
            }
            progress = next;
        }
        return progress;
    }
}
