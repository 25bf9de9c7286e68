package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Solr that is away, or slow to open, keeps no reader waiting. */
@Timeout(60)
class SolrConnectionTest {

    @TempDir
    Path home;

    @Test
    void aSolrThatIsAwayIsSaidToReadersAtOnceAndWaitedForByTheProjection() throws Exception {
        SolrConnection away =
                new SolrConnection(() -> ServerIndex.open("http://127.0.0.1:1/solr", "gongbao", SearchBench.CONFIGSET));
        try (SearchBench bench = new SearchBench(away)) {
            CompletableFuture<Long> position = CompletableFuture.supplyAsync(bench.dissemination::position);
            assertThatThrownBy(() -> bench.find("棚户区")).isInstanceOf(SearchUnavailableException.class);
            assertThatThrownBy(() -> bench.search.issuers()).isInstanceOf(SearchUnavailableException.class);
            assertThatThrownBy(() -> bench.dissemination.apply(List.of(), 1))
                    .isInstanceOf(SearchUnavailableException.class);
            assertThat(position).isNotDone();
            away.giveUp();
            assertThatThrownBy(() -> position.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SearchUnavailableException.class);
        }
    }

    @Test
    void whileAnIndexOpensReadersAreToldSoAndAreNotKept() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        SolrConnection slow = new SolrConnection(() -> {
            opening.countDown();
            await(go);
            return EmbeddedIndex.open(home, "gongbao", SearchBench.CONFIGSET);
        });
        try (SearchBench bench = new SearchBench(slow)) {
            slow.prepare();
            await(opening);
            assertThatThrownBy(() -> bench.find("棚户区")).isInstanceOf(SearchUnavailableException.class);
            go.countDown();
            assertThat(bench.dissemination.position()).isZero();
            assertThat(bench.find("棚户区").total()).isZero();
        }
    }

    @Test
    void whatCannotBeOpenedIsTriedAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        SolrConnection late = new SolrConnection(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IOException("away");
            }
            return EmbeddedIndex.open(home, "gongbao", SearchBench.CONFIGSET);
        });
        try (SearchBench bench = new SearchBench(late)) {
            assertThat(bench.dissemination.position()).isZero();
            assertThat(tries).hasValue(3);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
