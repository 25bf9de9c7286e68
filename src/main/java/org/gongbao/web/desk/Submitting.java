package org.gongbao.web.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.IncomingFile;
import org.gongbao.ingest.Ingest;
import org.gongbao.review.Move;
import org.gongbao.review.Submission;
import org.gongbao.review.SubmissionIntake;
import org.gongbao.review.Submissions;
import org.gongbao.review.SubmittedDocument.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes submissions in (报送), from the form and from machines alike. When it answers, every file is on disk, hashed and forced,
 * and the submission is in the database; what was broken off before was never acknowledged.
 */
@Component
class Submitting {

    private final Ingest ingest;
    private final SubmissionIntake intake;
    private final Submissions submissions;

    Submitting(Ingest ingest, SubmissionIntake intake, Submissions submissions) {
        this.ingest = ingest;
        this.intake = intake;
        this.submissions = submissions;
    }

    /** Who hands in: a person or the token of a machine. */
    record Sender(String id, String name, String department) {}

    /** A file that comes in. */
    record Upload(String name, Kind kind, Content content) {}

    /** Where its bytes come from. */
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Takes files in as one submission.
     *
     * @param requestKey who asks twice with the same key gets the same submission; null for none
     */
    Submission submit(Sender sender, List<Upload> uploads, @Nullable String requestKey) {
        Map<String, Upload> byName = named(uploads);
        Batch batch = ingest.open();
        Map<String, Kind> kinds = new LinkedHashMap<>();
        byName.forEach((name, upload) -> kinds.put(name, upload.kind()));
        Submission submission = intake.open(new SubmissionIntake.Opening(
                sender.id(), sender.name(), sender.department(), batch.id(), kinds, requestKey));
        if (submission.batch() != batch.id()) {
            ingest.close(batch);
            return submission;
        }
        List<IncomingFile> files = new ArrayList<>();
        byName.forEach((name, upload) -> files.add(new IncomingFile(name, upload.content()::open, null)));
        try {
            ingest.submitStreams(batch, files, false);
        } catch (RuntimeException e) {
            submissions.happened(submission.id(), Move.BREAK_OFF, "a file could not be stored");
            throw e;
        } finally {
            ingest.close(batch);
        }
        return submissions.happened(submission.id(), Move.RECEIVE, "").orElse(submission);
    }

    /** By names that are unique in the submission and hold no folders. */
    private static Map<String, Upload> named(List<Upload> uploads) {
        Map<String, Upload> byName = new LinkedHashMap<>();
        for (Upload upload : uploads) {
            String base = FileNames.plain(upload.name());
            String name = base;
            for (int number = 2; byName.containsKey(name); number++) {
                name = FileNames.numbered(base, number);
            }
            byName.put(name, upload);
        }
        return byName;
    }
}
