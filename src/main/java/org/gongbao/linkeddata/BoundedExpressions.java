package org.gongbao.linkeddata;

import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.gongbao.linkeddata.SparqlService.Reason;

/**
 * Makes the expressions of a query safe before it runs. Jena would load functions by their identifier, some of which wait or
 * reach out; only those of SPARQL 1.1 are left. Those that can take any time or memory are replaced by ones that keep to the
 * bounds.
 */
final class BoundedExpressions extends ExprTransformCopy {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** Constructor functions of SPARQL 1.1, 17.5. */
    private static final Set<String> CASTS =
            Set.of("boolean", "double", "float", "decimal", "integer", "dateTime", "string", "date");

    private final QueryBounds bounds;

    private BoundedExpressions(QueryBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Puts this around Jena's own optimisation, which would already evaluate what is constant: functions before it, and
     * aggregates behind it, so that no count is optimised away.
     */
    static RewriteFactory around(RewriteFactory optimisation, QueryBounds bounds) {
        return context -> op -> {
            Op safe = Transformer.transform(new OwnDataAlone(), new BoundedExpressions(bounds), op);
            return Transformer.transform(
                    new Groups(bounds), optimisation.create(context).rewrite(safe));
        };
    }

    /** The query uses what is not offered. */
    static final class NotOffered extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        NotOffered(Reason reason, String what) {
            super(what, null, false, false);
            this.reason = reason;
        }

        NotOffered(String what) {
            this(Reason.FUNCTION, what);
        }

        Reason reason() {
            return reason;
        }
    }

    /** No query asks another service, not even one that would pass over its silence. */
    private static final class OwnDataAlone extends TransformCopy {

        @Override
        public Op transform(OpService service, Op inner) {
            throw new NotOffered(Reason.SERVICE, String.valueOf(service.getService()));
        }
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
        if (function instanceof E_Function named) {
            return super.transform(offered(named), args);
        }
        if (function instanceof E_Call) {
            throw new NotOffered("CALL");
        }
        if (function instanceof E_Regex) {
            return new BoundedFunctions.Regex(args, bounds);
        }
        if (function instanceof E_StrReplace) {
            return new BoundedFunctions.Replace(args, bounds);
        }
        return function instanceof E_StrConcat
                ? new BoundedFunctions.Concat(args, bounds)
                : super.transform(function, args);
    }

    private static E_Function offered(E_Function function) {
        if (!isCast(function.getFunctionIRI())) {
            throw new NotOffered("<" + function.getFunctionIRI() + ">");
        }
        return function;
    }

    private static boolean isCast(String function) {
        return function.startsWith(XSD) && CASTS.contains(function.substring(XSD.length()));
    }

    /** Knows the casts alone, and loads nothing. */
    static final class Registry extends FunctionRegistry {

        @Override
        public FunctionFactory get(String function) {
            if (!isCast(function)) {
                throw new NotOffered("<" + function + ">");
            }
            return FunctionRegistry.get().get(function);
        }
    }

    /** Aggregates: none of an unknown name, and none that joins texts without end. */
    private static final class Groups extends TransformCopy {

        private final QueryBounds bounds;

        Groups(QueryBounds bounds) {
            this.bounds = bounds;
        }

        @Override
        public Op transform(OpGroup group, Op from) {
            List<ExprAggregator> aggregators = group.getAggregators().stream()
                    .map(each -> new ExprAggregator(each.getVar(), bounded(each.getAggregator())))
                    .toList();
            return new OpGroup(from, group.getGroupVars(), aggregators);
        }

        private Aggregator bounded(Aggregator aggregator) {
            if (aggregator instanceof AggCustom custom) {
                throw new NotOffered("<" + custom.getIRI() + ">");
            }
            if (aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct) {
                Expr counted =
                        new BoundedFunctions.Counted(aggregator.getExprList().get(0), bounds);
                return aggregator.copy(new ExprList(counted));
            }
            return aggregator;
        }
    }
}
