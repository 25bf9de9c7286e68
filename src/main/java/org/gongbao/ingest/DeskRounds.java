package org.gongbao.ingest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.gongbao.review.Deadlines;
import org.gongbao.review.DocumentReadings;
import org.gongbao.review.LikeDocuments;
import org.gongbao.review.Releases;
import org.gongbao.review.Submission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes between desk and queue (流转): tells submissions what was read of their files, asks the queue for the release of those
 * whose minute is set, and tells them what came of it. Every round can be broken off anywhere and made again.
 */
public final class DeskRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskRounds.class);
    private static final long EVERY = 300;

    private final Ingest ingest;
    private final DocumentReadings readings;
    private final Releases releases;
    private final TimedReleases timed;
    private final WorkingDocuments documents;
    private final Deadlines deadlines;
    private final StatedModes modes;
    private final LikeDocuments likes;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "desk-rounds");
        daemon.setDaemon(true);
        return daemon;
    });

    DeskRounds(
            Ingest ingest,
            DocumentReadings readings,
            Releases releases,
            TimedReleases timed,
            WorkingDocuments documents,
            Deadlines deadlines,
            StatedModes modes,
            LikeDocuments likes,
            Clock clock) {
        this.likes = likes;
        this.modes = modes;
        this.ingest = ingest;
        this.readings = readings;
        this.releases = releases;
        this.timed = timed;
        this.documents = documents;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::tryRound, 0, EVERY, TimeUnit.MILLISECONDS);
    }

    private void tryRound() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("A round between desk and queue is made again: {}", e.toString());
        }
    }

    /** One round. One submission that fails keeps no other waiting. */
    public synchronized void round() {
        each(readings.unread(), this::tellWhatWasRead);
        each(releases.recalled(), this::takeBack);
        each(releases.unasked(), this::askForRelease);
        each(releases.asked(), this::tellWhatBecameOfRelease);
        each(releases.waiting(), this::tellWhatWasHeldAtItsMinute);
    }

    private static <T> void each(List<T> all, Consumer<T> action) {
        for (T one : all) {
            try {
                action.accept(one);
            } catch (RuntimeException e) {
                LOG.warn("A step between desk and queue is made again: {}", e.toString());
            }
        }
    }

    private void tellWhatWasRead(Submission submission) {
        Batch batch = new Batch(submission.batch());
        for (DocumentOutcome outcome : ingest.outcomes(batch)) {
            readings.read(new DocumentReadings.Read(
                    submission.batch(),
                    outcome.name(),
                    outcome.part(),
                    outcome.uid(),
                    outcome.title(),
                    outcome.kind().code(),
                    outcome.reasons().isEmpty() ? null : String.join("; ", outcome.reasons())));
        }
        if (ingest.progress(batch).isDone()) {
            readings.due(
                    submission, deadlines.of(submission, madeOn(submission)).until());
            modes.catchUp(submission.id());
            ingest.outcomes(batch).forEach(outcome -> noteLikeness(outcome.uid()));
            readings.complete(submission);
        }
    }

    private void noteLikeness(@Nullable Uid uid) {
        if (uid != null) {
            documents.find(uid).ifPresent(document -> likes.note(uid, document.record()));
        }
    }

    /** 成文日期 of the main document. */
    private @Nullable LocalDate madeOn(Submission submission) {
        return readings.main(submission)
                .flatMap(documents::find)
                .map(document -> document.record().issuedOn())
                .orElse(null);
    }

    /** What is due is published at once; the rest is made now and waits for its minute. A correction waits unmade. */
    private void askForRelease(Submission submission) {
        Instant minute = submission.releaseAt();
        boolean isDue = minute == null || !minute.isAfter(clock.instant());
        if (submission.amendment() != null && !isDue) {
            return;
        }
        List<Long> batches = releases.documents(submission).stream()
                .map(uid -> ask(submission, uid, isDue ? null : minute))
                .flatMap(Optional::stream)
                .map(Batch::id)
                .toList();
        releases.asked(submission, batches);
    }

    private Optional<Batch> ask(Submission submission, Uid uid, @Nullable Instant minute) {
        if (submission.amendment() != null) {
            return ingest.reprocess(uid);
        }
        return minute == null ? ingest.publish(uid) : ingest.publish(uid, minute);
    }

    /** A document that is held keeps its submission from being published. */
    private void tellWhatBecameOfRelease(Releases.Asked asked) {
        List<Batch> batches = asked.batches().stream().map(Batch::new).toList();
        if (!batches.stream().allMatch(batch -> ingest.progress(batch).isDone())) {
            return;
        }
        List<String> problems = batches.stream()
                .flatMap(batch -> ingest.outcomes(batch).stream())
                .filter(outcome -> isProblem(outcome.kind()))
                .map(outcome -> outcome.name() + ": " + String.join("; ", outcome.reasons()))
                .toList();
        releases.answered(asked.submission(), problems.isEmpty() ? null : String.join("\n", problems));
    }

    private void takeBack(Submission submission) {
        releases.documents(submission).forEach(ingest::cancelRelease);
        releases.forget(submission);
    }

    private void tellWhatWasHeldAtItsMinute(Submission submission) {
        String problems = releases.documents(submission).stream()
                .flatMap(uid -> timed.waiting(uid).stream())
                .map(TimedReleases.Waiting::problem)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            releases.answered(submission, problems);
        }
    }

    private static boolean isProblem(OutcomeKind kind) {
        return kind == OutcomeKind.HELD || kind == OutcomeKind.UNREADABLE || kind == OutcomeKind.FAILED;
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
