package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.List;

/** Answers SPARQL 1.1 queries over the public documents: read only, bounded in time, rows and bytes. */
public interface SparqlService {

    /** Answers a query wholly, or refuses it. */
    Answer answer(Asked asked);

    /** Writes what the service is and offers, as SPARQL 1.1 Service Description has it. */
    void describe(RdfFormat format, OutputStream out);

    /**
     * A query and what the protocol says beside it.
     *
     * @param accept media types that the client takes, as an {@code Accept} header, empty for any
     * @param defaultGraphs names of graphs of which the default graph is to be made
     * @param namedGraphs names of graphs that are to be found by name; where both are empty the query decides
     */
    record Asked(String query, String accept, List<String> defaultGraphs, List<String> namedGraphs) {

        public Asked {
            defaultGraphs = List.copyOf(defaultGraphs);
            namedGraphs = List.copyOf(namedGraphs);
        }

        /** A query on everything there is. */
        public static Asked of(String query, String accept) {
            return new Asked(query, accept, List.of(), List.of());
        }
    }

    /** An answer or a refusal. */
    sealed interface Answer {

        /** The whole result. */
        @SuppressWarnings("ArrayRecordComponent") // written out once, never compared
        record Result(String mediaType, byte[] bytes) implements Answer {}

        /**
         * There is no answer, and why.
         *
         * @param detail what was met: the bound, the function, the place in the query; empty where the reason says all
         */
        record Refused(Reason reason, String detail) implements Answer {}

        /** No offered form of the result is acceptable to the client. */
        record NotAcceptable(String offered) implements Answer {}
    }

    /** Why a query is not answered. */
    enum Reason {
        /** It is no SPARQL 1.1 query. */
        SYNTAX(Fault.QUERY),
        /** A graph of the dataset has no absolute name, or there are too many. */
        DATASET(Fault.QUERY),
        /** It asks another service. */
        SERVICE(Fault.QUERY),
        /** It uses a function that is none of SPARQL 1.1. */
        FUNCTION(Fault.QUERY),
        /** It is neither SELECT, ASK, CONSTRUCT nor DESCRIBE. */
        KIND(Fault.QUERY),
        /** It cannot be evaluated. */
        EVALUATION(Fault.QUERY),
        /** The answer has more rows or triples than the bound. */
        ROWS(Fault.SIZE),
        /** The answer has more bytes than the bound. */
        BYTES(Fault.SIZE),
        /** A value in the making is longer than the bound. */
        TEXT(Fault.SIZE),
        /** It took longer than the bound. */
        TIME(Fault.LOAD),
        /** Too many queries run at once. */
        BUSY(Fault.LOAD),
        /** It needed more memory than there is. */
        MEMORY(Fault.LOAD);

        private final Fault fault;

        Reason(Fault fault) {
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** What has to change before there is an answer. */
    enum Fault {
        /** The query is wrong, or asks for what is not offered. */
        QUERY,
        /** The answer is too large; a narrower query has one. */
        SIZE,
        /** The service cannot afford it now. */
        LOAD
    }
}
