package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs to a document is answered as long as the document is public; after that as the document itself (410). */
@Component
class OpenDocuments {

    private final PublishedDocuments documents;
    private final Tombstones tombstones;

    OpenDocuments(PublishedDocuments documents, Tombstones tombstones) {
        this.documents = documents;
        this.tombstones = tombstones;
    }

    /** What a handler answers for the document with an identifier. */
    @Nullable
    Object answer(
            String uid,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<PublishedDocument, @Nullable Object> use)
            throws IOException {
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        PublicState state = documents.find(new Uid(uid)).orElseThrow(Refusal::notFound);
        return state instanceof PublicState.Gone gone
                ? tombstones.answer(gone, request, response)
                : use.apply(((PublicState.Public) state).document());
    }
}
