package org.gongbao.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests in no order, as many at once as there are processors: analysing text is what filling an index costs. Where
 * all are busy, who sends does the work, so that nothing heaps up.
 */
final class ConcurrentRequests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConcurrentRequests.class);
    private static final long STOP_SECONDS = 60;

    private final SolrClient client;
    private final String target;
    private final ThreadPoolExecutor threads;
    private final Queue<Future<?>> sent = new ArrayDeque<>();

    ConcurrentRequests(SolrClient client, String target) {
        this.client = client;
        this.target = target;
        int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.threads = new ThreadPoolExecutor(
                others,
                others,
                0,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                ConcurrentRequests::thread,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "search-filling");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends a request now or soon; throws what an earlier one threw. */
    void send(UpdateRequest request) throws SolrServerException, IOException {
        while (!sent.isEmpty() && sent.element().isDone()) {
            end(sent.remove());
        }
        sent.add(threads.submit(() -> request.process(client, target)));
    }

    /** Waits for all that was sent. */
    void await() throws SolrServerException, IOException {
        while (!sent.isEmpty()) {
            end(sent.remove());
        }
    }

    private static void end(Future<?> request) throws SolrServerException, IOException {
        try {
            request.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException("filling the search index was interrupted", e);
        } catch (ExecutionException e) {
            throw new SolrServerException("a request to fill the search index failed", e.getCause());
        }
    }

    /** Returns when no request is on its way any more, so that none comes late into what is filled next. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            while (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A request to fill the search index still waits for its answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
