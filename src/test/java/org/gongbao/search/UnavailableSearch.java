package org.gongbao.search;

/** A search whose index is away. */
public class UnavailableSearch implements DocumentSearch {

    @Override
    public SearchResult search(SearchRequest request) {
        throw new SearchUnavailableException("the search index is not open: it is away");
    }

    @Override
    public SearchResult feed(SearchRequest request) {
        return search(request);
    }

    @Override
    public SearchResult open(SearchRequest request) {
        return search(request);
    }

    @Override
    public java.util.Set<String> matching(SearchRequest request, java.util.Collection<String> uids) {
        throw new SearchUnavailableException("the search index is not open: it is away");
    }

    @Override
    public long issuers() {
        throw new SearchUnavailableException("the search index is not open: it is away");
    }

    @Override
    public java.util.List<Suggestion> suggest(String typed) {
        throw new SearchUnavailableException("the search index is not open: it is away");
    }
}
