package org.gongbao.search;

/** Searches the public documents. While the index is away both throw {@link SearchUnavailableException} at once. */
public interface DocumentSearch {

    SearchResult search(SearchRequest request);

    /** Number of different issuers of all public documents. */
    long issuers();
}
