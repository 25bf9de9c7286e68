package org.gongbao.notification;

import java.time.Instant;
import java.util.List;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an event (通知), made from the public package alone; of what is gone, only that, when and why, as the public
 * may read it.
 *
 * @param position of the event in the log
 * @param uri permanent address
 * @param version null where it is gone
 * @param issuedOn day of issue (成文日期) as in the record
 * @param digest beginning of the text; null where it is gone, and where its text is for its own page only
 * @param reason public reason where it is gone
 */
record Notice(
        long position,
        LogEvent.Type event,
        Instant at,
        Uid uid,
        String uri,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable String documentKind,
        List<String> issuers,
        @Nullable String issuedOn,
        @Nullable String digest,
        @Nullable String reason) {

    /**
     * The notice of an event as things stand now; null where they have moved on: what was released is gone again, or what
     * was withdrawn is public again.
     */
    static @Nullable Notice of(Delivery delivery, @Nullable PublicState state, String base) {
        String uri = base + "/id/doc/" + delivery.uid();
        if (state instanceof PublicState.Public open && delivery.event().leavesPublic()) {
            return of(delivery, open.document(), uri);
        }
        if (state instanceof PublicState.Gone gone && delivery.event() == gone.event()) {
            return new Notice(
                    delivery.seq(),
                    gone.event(),
                    gone.at(),
                    gone.uid(),
                    uri,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    gone.reason());
        }
        return null;
    }

    private static Notice of(Delivery delivery, PublishedDocument document, String uri) {
        DocumentRecord record = document.record();
        return new Notice(
                delivery.seq(),
                delivery.event(),
                document.versionAt(),
                document.uid(),
                uri,
                document.version(),
                record.displayTitle(),
                record.documentNumber(),
                record.documentKind(),
                record.issuers(),
                record.issuedOn() == null ? null : record.issuedOn().toString(),
                document.terms().mayBeIndexed() ? Abstract.of(record) : null,
                null);
    }
}
