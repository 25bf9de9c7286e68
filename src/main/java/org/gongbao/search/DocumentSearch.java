package org.gongbao.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches the public documents. While the index is away all throw {@link SearchUnavailableException} at once. */
public interface DocumentSearch {

    /** @throws BadCursorException where the cursor is none that an answer to this search gave */
    SearchResult search(SearchRequest request);

    /** Number of different issuers of all public documents. */
    long issuers();

    /**
     * What somebody may mean who has typed this much: issuers and titles, by characters, by their spelling (拼音) or by the
     * initials of it.
     */
    List<Suggestion> suggest(String typed);

    /**
     * A title or an issuer.
     *
     * @param uid the document, null for an issuer
     * @param documents number of documents that an issuer has; 1 for a title
     */
    record Suggestion(String text, @Nullable String uid, long documents) {}
}
