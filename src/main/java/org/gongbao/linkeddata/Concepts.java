package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.gongbao.linkeddata.Ontology.Words;
import org.jspecify.annotations.Nullable;

/** The schemes of concepts (概念表) to which documents refer, for reading by people and machines under {@code /concept/}. */
public interface Concepts {

    /** All schemes, in the order of their names. */
    List<Scheme> schemes();

    default Optional<Scheme> scheme(String name) {
        return schemes().stream().filter(scheme -> scheme.name().equals(name)).findFirst();
    }

    /** Writes a scheme with its concepts, or one concept; false where there is none. */
    boolean write(String scheme, @Nullable String code, RdfFormat format, OutputStream out);

    /** A scheme with its concepts in the order of their codes. */
    record Scheme(String name, Words chinese, Words english, List<Concept> concepts) {
        public Scheme {
            concepts = List.copyOf(concepts);
        }

        public Words in(String language) {
            return language.startsWith("zh") ? chinese : english;
        }

        public Optional<Concept> concept(String code) {
            return concepts.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        /** The concepts right under one. */
        public List<Concept> under(Concept concept) {
            return concepts.stream()
                    .filter(one -> concept.code().equals(one.broader()))
                    .toList();
        }
    }

    /**
     * A concept.
     *
     * @param broader code of the one that it is part of, null at the top
     */
    record Concept(
            String code,
            Words chinese,
            Words english,
            @Nullable String broader) {

        public Words in(String language) {
            return language.startsWith("zh") ? chinese : english;
        }
    }
}
