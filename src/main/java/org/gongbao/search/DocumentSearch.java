package org.gongbao.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches the public documents. While the index is away all throw {@link SearchUnavailableException} at once. */
public interface DocumentSearch {

    /** @throws BadCursorException where the cursor is none that an answer to this search gave */
    SearchResult search(SearchRequest request);

    /** The same of what may be carried on to other places, as feeds do: without what is for its own page only. */
    SearchResult feed(SearchRequest request);

    /** The same of what is open data: the whole text or the description, see {@link org.gongbao.publication.Terms}. */
    SearchResult open(SearchRequest request);

    /** Which of these documents a search finds and may be carried on; the size and the page of the request do not matter. */
    Set<String> matching(SearchRequest request, Collection<String> uids);

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
