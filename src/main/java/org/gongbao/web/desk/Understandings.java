package org.gongbao.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongbao.ingest.StatedModes;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Severity;
import org.gongbao.review.Redactions;
import org.gongbao.review.Submission;
import org.gongbao.review.Submissions;
import org.gongbao.review.SubmittedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was understood of the files of a submission, as its page sums it up. */
@Component
class Understandings {

    private final Submissions submissions;
    private final WorkingDocuments documents;
    private final Redactions redactions;

    Understandings(Submissions submissions, WorkingDocuments documents, Redactions redactions) {
        this.submissions = submissions;
        this.redactions = redactions;
        this.documents = documents;
    }

    /**
     * A file and what was understood of it.
     *
     * @param record null until it is read, and where nothing could be read
     * @param missing names of the fields that an official document has and this one lacks
     * @param doubts findings that are more than remarks
     * @param otherMode the mode of disclosure that it says where the department states another, null for none
     * @param personalData kinds of personal data with how many there are, of those that are not to be kept anyway
     */
    record Understood(
            SubmittedDocument document,
            @Nullable DocumentRecord record,
            List<String> missing,
            List<Finding> doubts,
            @Nullable String otherMode,
            Map<String, Long> personalData) {

        public boolean isRead() {
            return document.outcome() != null;
        }
    }

    List<Understood> of(Submission submission) {
        return submissions.documents(submission).stream()
                .map(document -> of(submission, document))
                .toList();
    }

    /** Whether there is personal data in a submission on which nobody has decided. */
    boolean hasUndecided(Submission submission) {
        return submissions.documents(submission).stream()
                .map(SubmittedDocument::uid)
                .filter(Objects::nonNull)
                .flatMap(uid -> documents.find(uid).stream())
                .flatMap(document -> redactions.undecided(document.uid(), document.record()).stream())
                .anyMatch(datum -> !datum.action().equals("keep"));
    }

    private Understood of(Submission submission, SubmittedDocument document) {
        Uid uid = document.uid();
        Optional<WorkingDocument> working = uid == null ? Optional.empty() : documents.find(uid);
        if (working.isEmpty()) {
            return new Understood(document, null, List.of(), List.of(), null, Map.of());
        }
        DocumentRecord record = working.get().record();
        List<String> missing = document.kind() == SubmittedDocument.Kind.MAIN ? missing(record) : List.of();
        return new Understood(
                document,
                record,
                missing,
                doubts(record),
                StatedModes.contradiction(submission, document, record.disclosure()),
                personalData(record));
    }

    private static List<String> missing(DocumentRecord record) {
        List<String> missing = new ArrayList<>();
        if (record.displayTitle() == null) {
            missing.add("title");
        }
        if (record.documentNumber() == null) {
            missing.add("documentNumber");
        }
        if (record.issuers().isEmpty()) {
            missing.add("issuers");
        }
        if (record.issuedOn() == null) {
            missing.add("issuedOn");
        }
        return missing;
    }

    private static List<Finding> doubts(DocumentRecord record) {
        return record.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList();
    }

    private static Map<String, Long> personalData(DocumentRecord record) {
        return record.personalData().stream()
                .filter(datum -> !datum.action().equals("keep"))
                .collect(Collectors.groupingBy(PersonalDatum::kind, TreeMap::new, Collectors.counting()));
    }
}
