package org.gongbao.ingest;

import java.util.List;
import java.util.Map;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;

/**
 * Takes a release back that waits for its moment. It is a job like the one that put it off, since two jobs on the same
 * bytes never run at the same time: whichever was asked for last is in force.
 */
final class Cancellation {

    private static final String TAKEN_BACK = "its release was taken back";

    private final JobQueue queue;
    private final JobDocuments documents;
    private final TimedReleases timed;

    Cancellation(JobQueue queue, JobDocuments documents, TimedReleases timed) {
        this.queue = queue;
        this.documents = documents;
        this.timed = timed;
    }

    List<DocumentOutcome> run(Job job) {
        Integer part = job.part();
        Uid uid = documents.ofOriginal(job.sha256()).get(part);
        if (part == null || uid == null) {
            throw new IllegalStateException("a job that takes a release back names no document of " + job.name());
        }
        DocumentOutcome takenBack = outcome(job, part, OutcomeKind.WAITING, uid, List.of(TAKEN_BACK));
        queue.endSchedules(job, part, List.of(takenBack));
        return List.of(
                timed.cancel(uid)
                        ? takenBack
                        : outcome(job, part, OutcomeKind.UNCHANGED, uid, List.of("no release of it waited")));
    }

    private DocumentOutcome outcome(Job job, int part, OutcomeKind kind, Uid uid, List<String> reasons) {
        Map<Uid, String> titles = documents.titles(job.sha256());
        return new DocumentOutcome(job.name(), part, kind, uid, titles.get(uid), reasons);
    }
}
