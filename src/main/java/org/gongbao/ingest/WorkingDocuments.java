package org.gongbao.ingest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.archive.Archive;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.ingest.JobDocuments.Origin;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.Corrections;

/**
 * The documents of originals as the desk works on them (工作稿): recognised by today's rules, with what people said. What was
 * recognised last is kept in memory.
 */
public final class WorkingDocuments {

    private static final int KEPT = 32;

    private final Archive archive;
    private final JobDocuments documents;
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
            FileReading reading,
            Extractions extractions,
            PersonalData personalData,
            Corrections corrections) {
        this.archive = archive;
        this.documents = documents;
        this.reading = reading;
        this.extractions = extractions;
        this.personalData = personalData;
        this.corrections = corrections;
    }

    /** The document; empty where no file that can be read holds it. */
    public Optional<WorkingDocument> find(Uid uid) {
        return documents
                .origin(uid)
                .flatMap(origin -> archive.original(origin.sha256()).flatMap(original -> find(uid, origin, original)));
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

    private DocumentRecord read(Origin origin, Path original) {
        String key = origin.sha256() + " " + origin.name();
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
