package org.gongbao.linkeddata;

import java.io.OutputStream;

/** The project's own vocabulary, for reading by people and machines under {@code /def/}. */
public interface Ontology {

    /** Writes the whole vocabulary. */
    void write(RdfFormat format, OutputStream out);

    /** Writes what the vocabulary says of one term; false where it has no such term. */
    boolean writeTerm(String localName, RdfFormat format, OutputStream out);

    /** The version of the vocabulary, such as {@code 1.1.0}. */
    String version();

    /** Writes what descriptions of documents must fulfil, in SHACL. */
    void writeShapes(RdfFormat format, OutputStream out);

    /** The context (JSON-LD 1.1) by which the JSON of a document is linked data. */
    byte[] context();

    /** The JSON Schema of records. */
    byte[] recordSchema();

    /** All terms in the order of their names. */
    java.util.List<TermDescription> terms();

    /** What the vocabulary says of a term. */
    record TermDescription(String localName, boolean type, Words chinese, Words english) {

        /** Its words in the reader's language. */
        public Words in(String language) {
            return language.startsWith("zh") ? chinese : english;
        }
    }

    /** Name and definition of a term in a language. */
    record Words(String name, String definition) {}
}
