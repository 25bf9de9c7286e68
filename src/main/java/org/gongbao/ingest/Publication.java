package org.gongbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.privacy.Decided;
import org.gongbao.privacy.PackageMaker;
import org.gongbao.privacy.Portion;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Obstacle;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Terms;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.gongbao.review.ReleaseRule;

/** Publishes one document of a file, once: what an earlier try of the same job has published is not published again. */
final class Publication {

    private static final int GONE = -1;

    private final PackageMaker maker;
    private final Publisher publisher;
    private final TimedReleases timed;
    private final PublishedDocuments published;
    private final ReleaseRule desk;
    private final Said said;
    private final Extractions extractions;
    private final Path work;

    /**
     * @param desk what it says of a document that is about to go out
     * @param extractions what was read of originals
     * @param work where packages are made; emptied of each when it is published
     */
    Publication(
            PackageMaker maker,
            Publisher publisher,
            TimedReleases timed,
            PublishedDocuments published,
            ReleaseRule desk,
            Said said,
            Extractions extractions,
            Path work) {
        this.extractions = extractions;
        this.said = said;
        this.maker = maker;
        this.publisher = publisher;
        this.timed = timed;
        this.published = published;
        this.desk = desk;
        this.work = work;
    }

    /** Removes packages that a process left unfinished. */
    void clearWork() {
        try {
            clear(work);
        } catch (IOException e) {
            throw new StorageException("the working folder " + work + " cannot be cleared: " + e.getMessage(), e);
        }
    }

    /** The version that is public, 0 where it never was, less where it is no longer. */
    int version(Uid uid) {
        Optional<PublicState> state = published.find(uid);
        if (state.isEmpty()) {
            return 0;
        }
        return state.get() instanceof PublicState.Public it ? it.document().version() : GONE;
    }

    DocumentOutcome outcome(Reading reading) {
        Job job = reading.job();
        Instant moment = job.releaseAt();
        int base = reading.base();
        int current = base == 0 && job.starts() == 1 && !job.purpose().readsAnew() ? 0 : version(reading.uid());
        Verdict verdict;
        if (current == GONE) {
            verdict = Verdict.of(OutcomeKind.HELD, "it was published before and taken back");
        } else if (job.purpose() == Purpose.COMPARE) {
            verdict = current == 0
                    ? Verdict.waiting(reading, OutcomeKind.UNCHANGED)
                    : make(reading, (content, changes) -> Verdict.compared(changes));
        } else if (current > base) {
            verdict = Verdict.of(OutcomeKind.PUBLISHED);
        } else if (obstacle(reading, current).isPresent()) {
            verdict = Verdict.of(OutcomeKind.HELD, obstacle(reading, current).orElseThrow());
        } else if (moment != null) {
            verdict = make(reading, (content, changes) -> schedule(reading, content, moment));
        } else if (current == 0 && job.purpose() != Purpose.PUBLISH) {
            verdict = timed.waiting(reading.uid())
                    .map(waiting -> Verdict.scheduled(waiting.releaseAt()))
                    .orElseGet(() -> Verdict.waiting(reading, OutcomeKind.WAITING));
        } else if (current > 0 && job.purpose() != Purpose.REPROCESS) {
            verdict = Verdict.of(OutcomeKind.UNCHANGED);
        } else {
            verdict = make(reading, (content, changes) -> publish(reading, content, changes));
        }
        return new DocumentOutcome(
                job.name(),
                reading.part(),
                verdict.kind(),
                reading.uid(),
                reading.record().displayTitle(),
                verdict.kind() == OutcomeKind.PUBLISHED ? withUnseen(reading, verdict.reasons()) : verdict.reasons());
    }

    private List<String> withUnseen(Reading reading, List<String> reasons) {
        List<String> all = new ArrayList<>(reasons);
        said.unseen(reading).ifPresent(all::add);
        return all;
    }

    /** What is on the desk goes out neither for the first time nor anew before the desk is done with it. */
    private Optional<String> obstacle(Reading reading, int current) {
        Purpose purpose = reading.job().purpose();
        boolean isFirst = current == 0 && (purpose == Purpose.PUBLISH || purpose == Purpose.SCHEDULE);
        boolean isAnew = current > 0 && purpose == Purpose.REPROCESS;
        return isFirst || isAnew ? desk.obstacle(reading.uid()) : Optional.empty();
    }

    /** What is done with a package that was made, and what differs from the one that is public. */
    private interface Use {
        Verdict of(PackageContent content, List<String> changes);
    }

    private Verdict publish(Reading reading, PackageContent content, List<String> changes) {
        Uid uid = reading.uid();
        Optional<PublicCorrection> amendment = reading.base() == 0 ? Optional.empty() : desk.amendment(uid);
        Publisher.Outcome outcome = amendment
                .map(correction -> publisher.correct(uid, reading.record(), content, correction))
                .orElseGet(() -> publisher.publish(uid, reading.record(), content, event(reading)));
        return Verdict.of(outcome, changes);
    }

    private Verdict schedule(Reading reading, PackageContent content, Instant moment) {
        List<Obstacle> obstacles = timed.schedule(reading.uid(), reading.record(), content, event(reading), moment);
        return obstacles.isEmpty() ? Verdict.scheduled(moment) : Verdict.held(obstacles);
    }

    private Verdict make(Reading reading, Use use) {
        Path folder = work.resolve(reading.job().id() + "-" + reading.part());
        Portion portion = reading.part() == 0 ? Portion.WHOLE_FILE : Portion.PART_OF_FILE;
        try {
            clear(folder);
            Files.createDirectories(folder);
            Optional<PublishedDocument> before = published
                    .find(reading.uid())
                    .filter(PublicState.Public.class::isInstance)
                    .map(state -> ((PublicState.Public) state).document());
            PackageContent content = terms(reading, before).in(content(reading, portion, folder), folder);
            List<String> changes = before.map(document -> Verdict.changes(document.record(), content.record()))
                    .orElse(List.of());
            Verdict verdict = use.of(content, changes);
            clear(folder);
            return verdict;
        } catch (UnreadableFileException | WorkerFailedException e) {
            return Verdict.of(OutcomeKind.HELD, "no public copy can be made: " + e.getMessage());
        } catch (IOException e) {
            throw new StorageException("a package cannot be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Where the pages of a file may be copied, what was read of them says what stands where. */
    private PackageContent content(Reading reading, Portion portion, Path folder) {
        Decided decided = said.of(reading);
        Function<Decided, PackageContent> make =
                all -> maker.make(reading.original(), reading.record(), all, portion, folder);
        boolean hasPages = portion == Portion.WHOLE_FILE
                && reading.record().source().mediaType().equals("application/pdf");
        return hasPages
                ? extractions
                        .use(reading.job().sha256(), kept -> make.apply(decided.with(kept)))
                        .orElseGet(() -> make.apply(decided))
                : make.apply(decided);
    }

    /** A database that lost what was stated leaves a document under the terms that it was published with. */
    private Terms terms(Reading reading, Optional<PublishedDocument> before) {
        return said.terms(reading.uid())
                .or(() -> before.map(PublishedDocument::terms))
                .orElse(Terms.OPEN);
    }

    private static LogEvent.Type event(Reading reading) {
        return reading.base() == 0 ? LogEvent.Type.RELEASED : LogEvent.Type.REVISED;
    }

    /** Removes a folder with what is in it. */
    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
