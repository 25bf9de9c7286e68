package org.gongbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.privacy.Portion;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.Corrections;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one file: which identifier each keeps, what people said of it, and what becomes of it. People's
 * corrections count at every reading.
 */
final class FileDocuments {

    private final JobDocuments documents;
    private final PublishedDocuments published;
    private final Corrections corrections;
    private final Publication publication;

    FileDocuments(
            JobDocuments documents, PublishedDocuments published, Corrections corrections, Publication publication) {
        this.documents = documents;
        this.published = published;
        this.corrections = corrections;
        this.publication = publication;
    }

    /** Removes what a process left unfinished. */
    void clearWork() {
        publication.clearWork();
    }

    /**
     * What becomes of the documents of a file.
     *
     * @param record of the file by today's rules
     * @param earlier the record of an earlier reading, null where none is kept
     */
    List<DocumentOutcome> outcomes(Job job, Path original, DocumentRecord record, @Nullable DocumentRecord earlier) {
        List<DocumentRecord> read = parts(record);
        Map<Integer, Uid> before = documents.ofOriginal(job.sha256());
        Map<Integer, Uid> known = before.isEmpty() ? before : Parts.match(identities(job, before), read);
        Map<Integer, Uid> uids = job.purpose() == Purpose.COMPARE
                ? known
                : documents.assign(job, read.size(), known, publication::version);
        List<DocumentRecord> records = known.isEmpty() ? read : corrected(record, uids);
        Map<Uid, DocumentRecord> readBefore = earlier == null ? Map.of() : byUid(parts(earlier), before);
        Map<Integer, Integer> bases = documents.bases(job.id());
        Uid only = job.part() == null ? null : before.get(job.part());
        List<DocumentOutcome> outcomes = new ArrayList<>();
        for (int part = 0; part < records.size(); part++) {
            Uid uid = uids.get(part);
            DocumentRecord document = records.get(part);
            if (uid == null) {
                outcomes.add(notKnownYet(job, part, document));
            } else if (only == null || only.equals(uid)) {
                int base = bases.getOrDefault(part, 0);
                outcomes.add(publication.outcome(
                        new Reading(job, part, uid, base, original, document, readBefore.get(uid))));
            }
        }
        if (only == null) {
            outcomes.addAll(leftOver(job, records.size(), known));
        }
        return outcomes;
    }

    /** The file itself and then the documents in it. */
    static List<DocumentRecord> parts(DocumentRecord whole) {
        List<DocumentRecord> parts = new ArrayList<>(List.of(whole));
        whole.items().forEach(item -> parts.add(Portion.within(whole, item)));
        return parts;
    }

    /** The same with what people said of them; an issue's own record holds its documents as corrected. */
    private List<DocumentRecord> corrected(DocumentRecord whole, Map<Integer, Uid> uids) {
        List<DocumentRecord> items = new ArrayList<>();
        for (DocumentRecord item : whole.items()) {
            items.add(corrected(item, uids.get(items.size() + 1)));
        }
        return parts(corrected(whole.toBuilder().items(items).build(), uids.get(0)));
    }

    private DocumentRecord corrected(DocumentRecord record, @Nullable Uid uid) {
        return uid == null ? record : corrections.apply(uid, record);
    }

    private static Map<Uid, DocumentRecord> byUid(List<DocumentRecord> parts, Map<Integer, Uid> uids) {
        Map<Uid, DocumentRecord> records = new HashMap<>();
        uids.forEach((part, uid) -> {
            if (part < parts.size()) {
                records.put(uid, parts.get(part));
            }
        });
        return records;
    }

    /** What the documents of a file were known as: by their published records, else by the titles read before. */
    private List<Parts.Known> identities(Job job, Map<Integer, Uid> before) {
        Map<Uid, String> titles = documents.titles(job.sha256());
        List<Parts.Known> known = new ArrayList<>();
        before.forEach((part, uid) -> {
            Optional<PublicState> state = published.find(uid);
            if (state.isPresent() && state.get() instanceof PublicState.Public it) {
                known.add(Parts.Known.of(part, uid, it.document().record()));
            } else {
                known.add(new Parts.Known(part, uid, null, titles.get(uid)));
            }
        });
        return known;
    }

    /** Only a comparison meets one, for it fixes no identifiers. */
    private static DocumentOutcome notKnownYet(Job job, int part, DocumentRecord record) {
        return new DocumentOutcome(
                job.name(),
                part,
                OutcomeKind.DIFFERS,
                null,
                record.displayTitle(),
                List.of("a document that was not found in the file before"));
    }

    /** Documents of the file that today's rules no longer find in it stay as they are, and are listed. */
    private List<DocumentOutcome> leftOver(Job job, int parts, Map<Integer, Uid> known) {
        Map<Uid, String> titles = documents.titles(job.sha256());
        return known.entrySet().stream()
                .filter(document -> document.getKey() >= parts)
                .map(
                        document -> new DocumentOutcome(
                                job.name(),
                                document.getKey(),
                                OutcomeKind.UNCHANGED,
                                document.getValue(),
                                titles.get(document.getValue()),
                                List.of(
                                        "the file is divided otherwise now, and no part of it is this document; it stays as it is")))
                .toList();
    }
}
