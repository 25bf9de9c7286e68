package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/**
 * SPARQL by ARQ on the triple store. Every query runs on a thread that is watched: when its time is over the client is told so,
 * even if the query does not end. It keeps its permit until it ends, so that no more run than there are permits.
 *
 * <p>The threads are never interrupted: that would close the files of the store under their hands.
 */
final class JenaSparqlService implements SparqlService, AutoCloseable {

    private static final int PERMITS = 4;

    /** How long a query waits for a permit, and how much longer than its own time it is waited for, in milliseconds. */
    private static final long PATIENCE = 500;

    private final TripleStore store;
    private final Vocabulary vocabulary;
    private final SparqlBounds bounds;
    private final Semaphore permits = new Semaphore(PERMITS);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sparql");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Bounds of one query.
     *
     * @param time most time
     * @param rows most rows or triples of an answer
     * @param bytes most bytes of an answer
     */
    record SparqlBounds(Duration time, int rows, long bytes) {}

    JenaSparqlService(TripleStore store, Vocabulary vocabulary, SparqlBounds bounds) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.bounds = bounds;
    }

    @Override
    public void describe(RdfFormat format, OutputStream out) {
        JenaDocumentGraphs.write(new ServiceDescription(vocabulary, bounds).model(), format, out);
    }

    @Override
    public Answer answer(Asked asked) {
        Query query;
        try {
            query = QueryFactory.create(asked.query(), Syntax.syntaxSPARQL_11);
        } catch (QueryException | JsonParseException | StackOverflowError e) {
            return new Answer.Refused(Reason.SYNTAX, String.valueOf(e.getMessage()));
        }
        Optional<String> wrong = SparqlDataset.describe(query, asked);
        if (wrong.isPresent()) {
            return new Answer.Refused(Reason.DATASET, wrong.get());
        }
        if (!tryAcquire()) {
            return new Answer.Refused(Reason.BUSY, Integer.toString(PERMITS));
        }
        return watch(new RunningQuery(query, asked.accept(), bounds));
    }

    private boolean tryAcquire() {
        try {
            return permits.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer watch(RunningQuery running) {
        Future<Answer> answer;
        try {
            answer = threads.submit(() -> {
                try {
                    return store.read(running::answer);
                } finally {
                    permits.release();
                }
            });
        } catch (RuntimeException | Error e) {
            permits.release();
            throw e;
        }
        try {
            return answer.get(bounds.time().toMillis() + PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Answer.Refused(Reason.TIME, Long.toString(bounds.time().toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refused(Reason.BUSY, Integer.toString(PERMITS));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a query failed", e.getCause());
        } finally {
            running.abort();
        }
    }

    /** Queries that run end by themselves. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
