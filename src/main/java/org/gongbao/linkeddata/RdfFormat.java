package org.gongbao.linkeddata;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which linked data is written. */
public enum RdfFormat {
    TURTLE("ttl", "text/turtle"),
    JSON_LD("jsonld", "application/ld+json"),
    N_TRIPLES("nt", "application/n-triples"),
    RDF_XML("rdf", "application/rdf+xml");

    private final String suffix;
    private final String mediaType;

    RdfFormat(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    public static Optional<RdfFormat> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }

    /** The suffix of addresses, without the dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }
}
