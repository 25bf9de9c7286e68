package org.gongbao.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Quarantine;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.privacy.Declassified;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file through: looked through before anything of it is kept, read in a worker, fix the identifiers of its documents, and publish each where that was asked.
 * What a document is worth is in its outcome; what is thrown is a fault of the machine, and the job is tried again.
 */
final class Pipeline {

    private final Archive archive;
    private final Prescan prescan;
    private final Quarantine quarantine;
    private final FileReading reading;
    private final Extractions extractions;
    private final JobDocuments documents;
    private final JobOutcomes earlier;
    private final PublishedDocuments published;
    private final FileDocuments fileDocuments;
    private final PersonalData personalData;
    private final Cancellation cancellation;

    Pipeline(
            Archive archive,
            Prescan prescan,
            Quarantine quarantine,
            FileReading reading,
            Extractions extractions,
            JobDocuments documents,
            JobOutcomes earlier,
            PublishedDocuments published,
            FileDocuments fileDocuments,
            PersonalData personalData,
            Cancellation cancellation) {
        this.archive = archive;
        this.prescan = prescan;
        this.quarantine = quarantine;
        this.reading = reading;
        this.extractions = extractions;
        this.documents = documents;
        this.earlier = earlier;
        this.published = published;
        this.fileDocuments = fileDocuments;
        this.personalData = personalData;
        this.cancellation = cancellation;
    }

    /** Removes what a process left unfinished. */
    void clearWork() {
        fileDocuments.clearWork();
    }

    /** What becomes of the documents of a file; never empty. */
    List<DocumentOutcome> run(Job job) {
        if (job.purpose() == Purpose.CANCEL) {
            return cancellation.run(job);
        }
        Optional<DocumentOutcome> held = prescan.held(job);
        if (held.isPresent()) {
            return List.of(held.get());
        }
        Map<Integer, Integer> begun = documents.bases(job.id());
        if (begun.isEmpty() && !job.purpose().readsAnew() && job.releaseAt() == null) {
            Optional<List<DocumentOutcome>> same = alreadyDone(job);
            if (same.isPresent()) {
                return same.get();
            }
        }
        Path original = archive.original(job.sha256())
                .orElseThrow(() -> new StorageException("the original of " + job.name() + " is not in the archive"));
        try {
            Optional<DocumentRecord> before =
                    job.purpose().readsAnew() ? extractions.earlierRecord(job.sha256()) : Optional.empty();
            return fileDocuments.outcomes(job, original, record(job, original), before.orElse(null));
        } catch (UnreadableFileException e) {
            return unreadable(job, original, e.code() + ": " + e.getMessage());
        } catch (WorkerFailedException e) {
            return unreadable(job, original, e.code() + ": " + e.getMessage());
        }
    }

    /** The same bytes came before, and all their documents are public, or wait for review as this job would have them. */
    private Optional<List<DocumentOutcome>> alreadyDone(Job job) {
        Map<Integer, Uid> known = documents.ofOriginal(job.sha256());
        List<String> before = documents.namesBefore(job).stream()
                .map(name -> "the same bytes came as " + name)
                .toList();
        List<DocumentOutcome> outcomes = new ArrayList<>();
        for (Map.Entry<Integer, Uid> document : known.entrySet()) {
            Uid uid = document.getValue();
            if (job.part() != null && !job.part().equals(document.getKey())) {
                continue;
            }
            Optional<PublicState> state = published.find(uid);
            boolean waits = job.purpose() == Purpose.READ
                    && earlier.latest(uid).filter(Pipeline::needsNoReading).isPresent();
            if (state.isPresent() && state.get() instanceof PublicState.Public it) {
                outcomes.add(outcome(job, document.getKey(), OutcomeKind.UNCHANGED, uid, title(it), before));
            } else if (state.isEmpty() && waits) {
                outcomes.add(outcome(job, document.getKey(), OutcomeKind.UNCHANGED, uid, null, before));
            } else {
                return Optional.empty();
            }
        }
        return outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes);
    }

    private static boolean needsNoReading(OutcomeKind kind) {
        return kind == OutcomeKind.WAITING || kind == OutcomeKind.SCHEDULED || kind == OutcomeKind.UNCHANGED;
    }

    private static String title(PublicState.Public state) {
        String title = state.document().record().displayTitle();
        return title == null ? "" : title;
    }

    /** What is decided on is always recognised by today's rules; only what was read of the file may be of an earlier time. */
    private DocumentRecord record(Job job, Path original) {
        Optional<byte[]> again = job.purpose().readsAnew()
                ? Optional.empty()
                : extractions.use(job.sha256(), kept -> reading.recogniseAgain(job, original, kept));
        byte[] result = again.orElseGet(() -> {
            byte[] read = reading.read(job, original);
            if (job.purpose() != Purpose.COMPARE) {
                extractions.keep(job.sha256(), read);
            }
            return read;
        });
        DocumentRecord record = personalData.mark(Extractions.recordOf(result));
        return quarantine
                .basis(job.sha256())
                .map(basis -> Declassified.noted(record, basis))
                .orElse(record);
    }

    private List<DocumentOutcome> unreadable(Job job, Path original, String reason) {
        if (!Files.isRegularFile(original)) {
            throw new StorageException("the original of " + job.name() + " was moved while it was read");
        }
        List<String> reasons = new ArrayList<>(List.of(reason));
        documents.namesBefore(job).forEach(name -> reasons.add("the same bytes came as " + name));
        return List.of(outcome(job, 0, OutcomeKind.UNREADABLE, null, null, reasons));
    }

    private static DocumentOutcome outcome(
            Job job, int part, OutcomeKind kind, @Nullable Uid uid, @Nullable String title, List<String> reasons) {
        return new DocumentOutcome(job.name(), part, kind, uid, title, reasons);
    }
}
