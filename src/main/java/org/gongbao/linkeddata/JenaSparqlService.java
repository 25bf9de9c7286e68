package org.gongbao.linkeddata;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JsonParseException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;

/**
 * SPARQL by ARQ on the triple store. {@code SERVICE} is refused and no dataset is loaded from anywhere. At most as many
 * queries run at once as there are permits; an answer is made wholly before it is sent, so it is never cut silently.
 */
final class JenaSparqlService implements SparqlService {

    private final TripleStore store;
    private final Duration timeout;
    private final int rows;
    private final Semaphore permits = new Semaphore(4);

    JenaSparqlService(TripleStore store, Duration timeout, int rows) {
        this.store = store;
        this.timeout = timeout;
        this.rows = rows;
    }

    @Override
    public Answer answer(String text, String accept) {
        Query query;
        try {
            query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryException | JsonParseException | StackOverflowError e) {
            return new Answer.Refused("this is no SPARQL 1.1 query: " + e.getMessage());
        }
        if (query.hasDatasetDescription()) {
            return new Answer.Refused(
                    "FROM and FROM NAMED are not offered; the default graph is the union of all graphs");
        }
        if (!tryAcquire()) {
            return new Answer.TooCostly("too many queries run at once; try again later");
        }
        try {
            return store.read(dataset -> run(dataset, query, accept));
        } catch (QueryCancelledException e) {
            return new Answer.TooCostly("the query took longer than " + timeout.toSeconds() + " seconds");
        } catch (TooManyRows e) {
            return new Answer.TooCostly(
                    "the answer has more than " + rows + " rows; use LIMIT and OFFSET, or the releases under /data");
        } catch (QueryException e) {
            return new Answer.Refused("the query cannot be answered: " + e.getMessage());
        } finally {
            permits.release();
        }
    }

    private boolean tryAcquire() {
        try {
            return permits.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer run(Dataset dataset, Query query, String accept) {
        boolean table = query.isSelectType() || query.isAskType();
        try (QueryExecution execution = QueryExecution.dataset(dataset)
                .query(query)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .set(ARQ.httpServiceAllowed, false)
                .build()) {
            return table ? table(execution, query, accept) : graph(execution, query, accept);
        }
    }

    private Answer table(QueryExecution execution, Query query, String accept) {
        Optional<Map.Entry<String, Lang>> form = SparqlForms.table(accept);
        if (form.isEmpty()) {
            return new Answer.NotAcceptable(SparqlForms.tables());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (query.isAskType()) {
            ResultSetFormatter.output(out, execution.execAsk(), form.get().getValue());
        } else {
            ResultSetFormatter.output(
                    out, bounded(execution.execSelect()), form.get().getValue());
        }
        return new Answer.Result(form.get().getKey(), out.toByteArray());
    }

    private ResultSet bounded(ResultSet results) {
        var collected = new java.util.ArrayList<org.apache.jena.sparql.engine.binding.Binding>();
        while (results.hasNext()) {
            collected.add(results.nextBinding());
            if (collected.size() > rows) {
                throw new TooManyRows();
            }
        }
        return ResultSetFactory.create(
                org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper.create(collected.iterator()),
                results.getResultVars());
    }

    private Answer graph(QueryExecution execution, Query query, String accept) {
        Optional<Map.Entry<String, RdfFormat>> form = SparqlForms.graph(accept);
        if (form.isEmpty()) {
            return new Answer.NotAcceptable(SparqlForms.graphs());
        }
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(query.getPrefixMapping());
        if (query.isDescribeType()) {
            execution.execDescribe(model);
            if (model.size() > rows) {
                throw new TooManyRows();
            }
        } else if (query.isConstructType()) {
            execution.execConstructTriples().forEachRemaining(triple -> {
                model.getGraph().add(triple);
                if (model.size() > rows) {
                    throw new TooManyRows();
                }
            });
        } else {
            return new Answer.Refused(
                    "the query is of no kind that is answered; expected SELECT, ASK, CONSTRUCT or DESCRIBE");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JenaDocumentGraphs.write(model, form.get().getValue(), out);
        return new Answer.Result(form.get().getKey(), out.toByteArray());
    }

    private static final class TooManyRows extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyRows() {
            super(null, null, false, false);
        }
    }
}
