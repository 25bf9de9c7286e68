package org.gongbao.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is published, from the register and the packages. */
public interface PublishedDocuments {

    /** The document's public state; empty for an identifier that was never published. */
    Optional<PublicState> find(Uid uid);

    /** All public documents, ordered by the position of their latest event. Close the stream. */
    Stream<PublishedDocument> all();

    /** Number of public documents. */
    long count();

    /** The log's size. */
    long position();

    /** What the public may know of an identifier. */
    sealed interface PublicState {
        record Public(PublishedDocument document) implements PublicState {}

        /** Withdrawn or erased: only that, when, and the public reason. */
        record Gone(Uid uid, LogEvent.Type event, Instant at, String reason) implements PublicState {}
    }
}
