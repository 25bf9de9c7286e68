package org.gongbao.linkeddata;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.tdb2.TDB2;
import org.gongbao.linkeddata.BoundedExpressions.NotOffered;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;
import org.gongbao.linkeddata.QueryBounds.Exceeded;
import org.gongbao.linkeddata.SparqlForms.GraphWriting;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One query as it runs. {@code SERVICE} is refused, no graph is loaded from anywhere and no function or property by its
 * identifier. The answer is made wholly before it is sent, so it is never cut silently.
 */
final class RunningQuery {

    /** Rows that are sorted or told apart in memory; more go to a temporary file. */
    private static final long ROWS_IN_MEMORY = 50_000;

    private final Query query;
    private final String accept;
    private final SparqlBounds bounds;
    private volatile @Nullable QueryExecution execution;

    RunningQuery(Query query, String accept, SparqlBounds bounds) {
        this.query = query;
        this.accept = accept;
        this.bounds = bounds;
    }

    /** Ends it as soon as it looks. */
    void abort() {
        QueryExecution running = execution;
        if (running != null) {
            running.abort();
        }
    }

    /** Runs it in a transaction of the caller's. */
    Answer answer(Dataset dataset) {
        QueryBounds own = new QueryBounds(bounds.time(), bounds.rows());
        try (QueryExecution running = execution(dataset, own)) {
            execution = running;
            Answer answer = query.isSelectType() || query.isAskType() ? table(running, own) : graph(running, own);
            own.checkAll();
            return answer;
        } catch (QueryCancelledException e) {
            return new Answer.Refused(Reason.TIME, Long.toString(bounds.time().toSeconds()));
        } catch (Exceeded e) {
            return new Answer.Refused(e.reason(), String.valueOf(e.getMessage()));
        } catch (NotOffered e) {
            return new Answer.Refused(e.reason(), String.valueOf(e.getMessage()));
        } catch (QueryException e) {
            return new Answer.Refused(Reason.EVALUATION, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Answer.Refused(Reason.EVALUATION, "StackOverflowError");
        } catch (OutOfMemoryError e) {
            return new Answer.Refused(Reason.MEMORY, "");
        } finally {
            execution = null;
        }
    }

    private QueryExecution execution(Dataset dataset, QueryBounds own) {
        return QueryExecution.dataset(dataset)
                .query(query)
                .timeout(bounds.time().toMillis(), TimeUnit.MILLISECONDS)
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQ.enablePropertyFunctions, false)
                .set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription())
                .set(ARQ.spillToDiskThreshold, ROWS_IN_MEMORY)
                .set(ARQConstants.registryFunctions, new BoundedExpressions.Registry())
                .set(ARQConstants.sysOptimizerFactory, BoundedExpressions.around(Optimize.stdOptimizationFactory, own))
                .build();
    }

    private Answer table(QueryExecution running, QueryBounds own) {
        Optional<Map.Entry<String, Lang>> form = SparqlForms.table(accept);
        if (form.isEmpty()) {
            return new Answer.NotAcceptable(SparqlForms.tables());
        }
        BoundedOutput out = new BoundedOutput(bounds.bytes());
        Lang language = form.get().getValue();
        if (query.isAskType()) {
            ResultSetFormatter.output(out, running.execAsk(), language);
        } else {
            ResultSetFormatter.output(out, bounded(running.execSelect(), own), language);
        }
        return new Answer.Result(form.get().getKey(), out.toByteArray());
    }

    /** The rows, counted as they are written. */
    private static ResultSet bounded(ResultSet results, QueryBounds own) {
        Iterator<Binding> counted = new Iterator<>() {
            private long rows;

            @Override
            public boolean hasNext() {
                return results.hasNext();
            }

            @Override
            public Binding next() {
                own.checkRows(++rows);
                return results.nextBinding();
            }
        };
        return ResultSetFactory.create(QueryIterPlainWrapper.create(counted), results.getResultVars());
    }

    private Answer graph(QueryExecution running, QueryBounds own) {
        Optional<Map.Entry<String, GraphWriting>> form = SparqlForms.graph(accept);
        if (form.isEmpty()) {
            return new Answer.NotAcceptable(SparqlForms.graphs());
        }
        Model model = ModelFactory.createModelForGraph(new BoundedGraph(own));
        model.setNsPrefixes(query.getPrefixMapping());
        if (query.isDescribeType()) {
            running.execDescribe(model);
        } else if (query.isConstructType()) {
            running.execConstructTriples().forEachRemaining(model.getGraph()::add);
        } else {
            return new Answer.Refused(Reason.KIND, "");
        }
        BoundedOutput out = new BoundedOutput(bounds.bytes());
        form.get().getValue().write(model, out);
        return new Answer.Result(form.get().getKey(), out.toByteArray());
    }

    /** A graph in memory that does not grow beyond the bound of rows. */
    private static final class BoundedGraph extends GraphWrapper {

        private final QueryBounds own;

        BoundedGraph(QueryBounds own) {
            super(GraphFactory.createDefaultGraph());
            this.own = own;
        }

        @Override
        public void add(Triple triple) {
            super.add(triple);
            own.checkRows(size());
        }
    }
}
