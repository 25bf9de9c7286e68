package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BoundedSearchTest {

    /** A search that goes on until it is let go. */
    private static final class SlowSearch implements DocumentSearch {
        private final CountDownLatch begun = new CountDownLatch(2);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public SearchResult search(SearchRequest request) {
            throw new SearchUnavailableException("not asked here");
        }

        @Override
        public SearchResult feed(SearchRequest request) {
            throw new SearchUnavailableException("not asked here");
        }

        @Override
        public SearchResult open(SearchRequest request) {
            throw new SearchUnavailableException("not asked here");
        }

        @Override
        public java.util.Set<String> matching(SearchRequest request, java.util.Collection<String> uids) {
            return java.util.Set.of();
        }

        @Override
        public long issuers() {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 7;
        }

        @Override
        public List<Suggestion> suggest(String typed) {
            return List.of();
        }
    }

    @Test
    void oneMoreThanMayBeWorkedOnIsSentAwayAndAPlaceThatIsLeftIsTakenAgain() throws Exception {
        SlowSearch slow = new SlowSearch();
        DocumentSearch search = new BoundedSearch(slow, 2, Duration.ofMillis(20));
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Future<Long> first = readers.submit(search::issuers);
            Future<Long> second = readers.submit(search::issuers);
            slow.begun.await();
            assertThatThrownBy(() -> search.suggest("云")).isInstanceOf(SearchUnavailableException.class);
            slow.end.countDown();
            assertThat(List.of(first.get(), second.get())).containsOnly(7L);
            assertThat(search.suggest("云")).isEmpty();
        } finally {
            slow.end.countDown();
            readers.shutdownNow();
        }
    }

    @Test
    void aSearchThatFailsLeavesItsPlace() {
        DocumentSearch search = new BoundedSearch(new SlowSearch(), 1, Duration.ofMillis(20));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> search.search(
                            new SearchRequest("", java.util.Map.of(), null, SearchRequest.Sort.NEWEST, 1, 1)))
                    .hasMessage("not asked here");
        }
        assertThat(search.suggest("云")).isEmpty();
    }
}
