package org.gongbao.linkeddata;

/** Answers SPARQL 1.1 queries over the public documents: read only, bounded in time and rows. */
public interface SparqlService {

    /**
     * Answers a query wholly, or refuses it.
     *
     * @param accept media types that the client takes, as an {@code Accept} header, empty for any
     */
    Answer answer(String query, String accept);

    /** An answer or a refusal. */
    sealed interface Answer {

        /** The whole result. */
        @SuppressWarnings("ArrayRecordComponent") // written out once, never compared
        record Result(String mediaType, byte[] bytes) implements Answer {}

        /** The query is wrong, or asks for what is not allowed; the message says what. */
        record Refused(String message) implements Answer {}

        /** The answer would cost more time or rows than the bound; the message says which. */
        record TooCostly(String message) implements Answer {}

        /** No offered form of the result is acceptable to the client. */
        record NotAcceptable(String offered) implements Answer {}
    }
}
