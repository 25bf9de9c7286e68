package org.gongbao.search;

/** Searches the public documents. */
public interface DocumentSearch {

    SearchResult search(SearchRequest request);
}
