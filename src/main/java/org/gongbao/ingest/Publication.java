package org.gongbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.privacy.PackageMaker;
import org.gongbao.privacy.Portion;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;

/** Publishes one document of a file, once: what an earlier try of the same job has published is not published again. */
final class Publication {

    private static final int GONE = -1;

    private final PackageMaker maker;
    private final Publisher publisher;
    private final PublishedDocuments published;
    private final Path work;

    /** @param work where packages are made; emptied of each when it is published */
    Publication(PackageMaker maker, Publisher publisher, PublishedDocuments published, Path work) {
        this.maker = maker;
        this.publisher = publisher;
        this.published = published;
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

    /** @param base the version that was public before the job began */
    DocumentOutcome outcome(Job job, int part, Uid uid, int base, Path original, DocumentRecord record) {
        int current = base == 0 && job.starts() == 1 ? 0 : version(uid);
        Result result;
        if (current == GONE) {
            result = Result.of(OutcomeKind.HELD, "it was published before and taken back");
        } else if (current > base) {
            result = Result.of(OutcomeKind.PUBLISHED);
        } else if (current == 0 && job.purpose() != Purpose.PUBLISH) {
            result = Result.of(OutcomeKind.WAITING);
        } else if (current > 0 && job.purpose() != Purpose.REPROCESS) {
            result = Result.of(OutcomeKind.UNCHANGED);
        } else {
            LogEvent.Type event = current == 0 ? LogEvent.Type.RELEASED : LogEvent.Type.REVISED;
            Portion portion = part == 0 ? Portion.WHOLE_FILE : Portion.PART_OF_FILE;
            result = publish(work.resolve(job.id() + "-" + part), uid, original, record, portion, event);
        }
        return new DocumentOutcome(job.name(), part, result.kind, uid, record.displayTitle(), result.reasons);
    }

    private Result publish(
            Path folder, Uid uid, Path original, DocumentRecord record, Portion portion, LogEvent.Type event) {
        try {
            clear(folder);
            Files.createDirectories(folder);
            Publisher.Outcome outcome =
                    publisher.publish(uid, record, maker.make(original, record, portion, folder), event);
            clear(folder);
            return result(outcome);
        } catch (UnreadableFileException | WorkerFailedException e) {
            return Result.of(OutcomeKind.HELD, "no public copy can be made: " + e.getMessage());
        } catch (IOException e) {
            throw new StorageException("a package cannot be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Result result(Publisher.Outcome outcome) {
        if (outcome instanceof Publisher.Outcome.Held held) {
            return new Result(
                    OutcomeKind.HELD,
                    held.obstacles().stream()
                            .map(obstacle -> obstacle.gate() + ": " + obstacle.reason())
                            .toList());
        }
        return Result.of(
                outcome instanceof Publisher.Outcome.Published ? OutcomeKind.PUBLISHED : OutcomeKind.UNCHANGED);
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

    private record Result(OutcomeKind kind, List<String> reasons) {
        static Result of(OutcomeKind kind, String... reasons) {
            return new Result(kind, List.of(reasons));
        }
    }
}
