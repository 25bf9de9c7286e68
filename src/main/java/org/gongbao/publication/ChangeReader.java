package org.gongbao.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Turns a part of the log into changes: for every document that an event names or touches its latest state, once. */
final class ChangeReader {

    /** Events read at a time. */
    static final int BATCH = 500;

    private final Database database;
    private final RegisterDocuments documents;

    ChangeReader(Database database, RegisterDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    /** A document to look at, because of the event at a position. */
    record Concern(Uid uid, long position) {}

    /**
     * Documents that the events after a position concern, in the order of the latest such event.
     *
     * @param end the last position looked at
     */
    record Batch(List<Concern> concerns, long end) {}

    Batch after(long position, long head) {
        long end = Math.min(head, position + BATCH);
        Map<String, Long> latest = new HashMap<>();
        database.read()
                .sql("select uid, seq from log_event where seq > ? and seq <= ?"
                        + " union all select uid, seq from log_touch where seq > ? and seq <= ?")
                .params(position, end, position, end)
                .query(row -> {
                    latest.merge(row.getString("uid"), row.getLong("seq"), Math::max);
                });
        List<Concern> concerns = new ArrayList<>();
        latest.forEach((uid, seq) -> concerns.add(new Concern(new Uid(uid), seq)));
        concerns.sort(Comparator.comparingLong(Concern::position).thenComparing(Concern::uid));
        return new Batch(concerns, end);
    }

    Change load(Concern concern) {
        return new Change(concern.position(), concern.uid(), current(concern.uid()));
    }

    /** A document as it is, at the position of its own latest change where that is later. */
    Change loadLatest(Uid uid, long position) {
        PublishedDocument document = current(uid);
        return new Change(document == null ? position : Math.max(position, document.position()), uid, document);
    }

    private @Nullable PublishedDocument current(Uid uid) {
        return documents
                .find(uid)
                .filter(PublishedDocuments.PublicState.Public.class::isInstance)
                .map(state -> ((PublishedDocuments.PublicState.Public) state).document())
                .orElse(null);
    }

    /** Every public document that did not change after a position; {@code damaged} takes what cannot be read. */
    Stream<Change> all(long position, RegisterDocuments.Damage damaged) {
        return documents
                .upTo(position, damaged)
                .map(document -> new Change(document.position(), document.uid(), document));
    }

    long head() {
        return documents.position();
    }
}
