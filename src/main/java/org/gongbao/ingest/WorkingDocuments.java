package org.gongbao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.Archive;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.PageImage;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.ingest.JobDocuments.Origin;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.TextCorrection;
import org.gongbao.review.Corrections;

/**
 * The documents of originals as the desk works on them (工作稿): recognised by today's rules, with what people said. What was
 * recognised last is kept in memory.
 */
public final class WorkingDocuments {

    private static final int KEPT = 32;

    private final Archive archive;
    private final JobDocuments documents;
    private final Workers workers;
    private final FileReading reading;
    private final Extractions extractions;
    private final PersonalData personalData;
    private final Corrections corrections;
    private final Map<String, DocumentRecord> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DocumentRecord> eldest) {
            return size() > KEPT;
        }
    };

    WorkingDocuments(
            Archive archive,
            JobDocuments documents,
            Workers workers,
            FileReading reading,
            Extractions extractions,
            PersonalData personalData,
            Corrections corrections) {
        this.archive = archive;
        this.documents = documents;
        this.workers = workers;
        this.reading = reading;
        this.extractions = extractions;
        this.personalData = personalData;
        this.corrections = corrections;
    }

    /** The document; empty where no file that can be read holds it. */
    public Optional<WorkingDocument> find(Uid uid) {
        return documents.origin(uid).flatMap(origin -> find(uid, origin));
    }

    /** Settling may move the original from under its reader, once: it is read at its new place then. */
    private Optional<WorkingDocument> find(Uid uid, Origin origin) {
        Optional<Path> original = archive.original(origin.sha256());
        try {
            Optional<WorkingDocument> found = original.flatMap(file -> find(uid, origin, file));
            if (found.isPresent() || hasStayed(original)) {
                return found;
            }
        } catch (StorageException e) {
            if (hasStayed(original)) {
                throw e;
            }
        }
        return archive.original(origin.sha256()).flatMap(file -> find(uid, origin, file));
    }

    private static boolean hasStayed(Optional<Path> original) {
        return original.filter(Files::exists).isPresent();
    }

    private Optional<WorkingDocument> find(Uid uid, Origin origin, Path original) {
        List<DocumentRecord> parts;
        try {
            parts = FileDocuments.parts(read(origin, original));
        } catch (UnreadableFileException | WorkerFailedException e) {
            return Optional.empty();
        }
        if (origin.part() >= parts.size()) {
            return Optional.empty();
        }
        DocumentRecord machine = parts.get(origin.part());
        return Optional.of(new WorkingDocument(
                uid,
                origin.name(),
                origin.part(),
                origin.sha256(),
                original,
                machine,
                corrections.apply(uid, machine)));
    }

    /**
     * A page that can be drawn, in PDF points, as boxes of claims count.
     *
     * @param number from 1
     */
    public record DrawnPage(int number, double width, double height) {}

    /** The pages of a document's file; none where they cannot be drawn. */
    public List<DrawnPage> pages(WorkingDocument document) {
        if (!PageImage.canDraw(document.machine().source().mediaType())) {
            return List.of();
        }
        return extractions.use(document.sha256(), WorkingDocuments::pagesIn).orElse(List.of());
    }

    /** The lines and tables that were read of a document's file; empty where what was read is not kept. */
    public Optional<ReadText> text(WorkingDocument document) {
        return extractions
                .use(document.sha256(), WorkingDocuments::extraction)
                .map(read -> ReadText.of(
                        new TextPlaces(read), texts(document.sha256()), corrections.texts(List.of(document.uid()))));
    }

    /** What people read in an original: what was said of any of its documents. */
    private List<TextCorrection> texts(String sha256) {
        return corrections.texts(documents.ofOriginal(sha256).values());
    }

    private static List<DrawnPage> pagesIn(Path kept) {
        return extraction(kept).pages().stream()
                .map(page -> new DrawnPage(page.number(), page.width(), page.height()))
                .toList();
    }

    private static ExtractedText extraction(Path kept) {
        try {
            return ExtractionJson.readFrom(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read of a file is not there: " + kept, e);
        }
    }

    /**
     * A page of a document's file as PNG, drawn in a worker; empty where it cannot be drawn.
     *
     * @param page from 1
     */
    public Optional<byte[]> image(WorkingDocument document, int page) {
        String type = document.machine().source().mediaType();
        if (!PageImage.canDraw(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    PageImage.draw(workers, document.original(), type, page).png());
        } catch (UnreadableFileException | WorkerFailedException e) {
            return Optional.empty();
        }
    }

    private DocumentRecord read(Origin origin, Path original) {
        String key = origin.sha256() + " " + origin.name() + " " + CanonicalJson.write(texts(origin.sha256()));
        synchronized (recent) {
            DocumentRecord kept = recent.get(key);
            if (kept != null) {
                return kept;
            }
        }
        Job job = new Job(
                0, origin.name(), origin.receipt(), origin.sha256(), origin.claimed(), Purpose.READ, null, null, 0, 1);
        byte[] result = extractions
                .use(origin.sha256(), kept -> reading.recogniseAgain(job, original, kept))
                .orElseGet(() -> reading.read(job, original));
        DocumentRecord record = personalData.mark(Extractions.recordOf(result));
        synchronized (recent) {
            recent.put(key, record);
        }
        return record;
    }
}
