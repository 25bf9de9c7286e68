package org.gongbao.ingest;

import java.util.Map;

/**
 * How far a batch is.
 *
 * @param submitted whether all its files have arrived, so that {@code files} grows no more
 * @param files that were submitted
 * @param done files that need no more work
 * @param documents number of documents by outcome
 */
public record Progress(boolean submitted, int files, int done, Map<OutcomeKind, Integer> documents) {

    public Progress {
        documents = Map.copyOf(documents);
    }

    public boolean isDone() {
        return submitted && done == files;
    }

    public int count(OutcomeKind kind) {
        return documents.getOrDefault(kind, 0);
    }
}
