package org.gongbao.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a bounded number of searches be worked on at the same time, so that many at once take their turns rather than each
 * other's time. Who waited in vain is told that the search is unavailable, as if the index were away.
 */
final class BoundedSearch implements DocumentSearch {

    private final DocumentSearch search;
    private final Semaphore places;
    private final Duration patience;

    BoundedSearch(DocumentSearch search, int most, Duration patience) {
        this.search = search;
        this.places = new Semaphore(most, true);
        this.patience = patience;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return inTurn(() -> search.search(request));
    }

    @Override
    public SearchResult feed(SearchRequest request) {
        return inTurn(() -> search.feed(request));
    }

    @Override
    public SearchResult open(SearchRequest request) {
        return inTurn(() -> search.open(request));
    }

    /** Asked by who sends notices, one after the other, and not to be turned away by readers. */
    @Override
    public Set<String> matching(SearchRequest request, Collection<String> uids) {
        return search.matching(request, uids);
    }

    @Override
    public long issuers() {
        return inTurn(search::issuers);
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        return inTurn(() -> search.suggest(typed));
    }

    private <T> T inTurn(Supplier<T> question) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SearchUnavailableException("too many searches at the same time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException("interrupted while waiting for a turn", e);
        }
        try {
            return question.get();
        } finally {
            places.release();
        }
    }
}
