package org.gongbao.web.oai;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The six verbs and their arguments (OAI-PMH 2.0, 4). */
enum OaiVerb {
    IDENTIFY("Identify", Set.of(), Set.of()),
    LIST_METADATA_FORMATS("ListMetadataFormats", Set.of(), Set.of("identifier")),
    LIST_SETS("ListSets", Set.of(), Set.of()),
    GET_RECORD("GetRecord", Set.of("identifier", "metadataPrefix"), Set.of()),
    LIST_IDENTIFIERS("ListIdentifiers", Set.of("metadataPrefix"), Set.of("from", "until", "set")),
    LIST_RECORDS("ListRecords", Set.of("metadataPrefix"), Set.of("from", "until", "set"));

    private final String spelling;
    private final Set<String> required;
    private final Set<String> optional;

    OaiVerb(String spelling, Set<String> required, Set<String> optional) {
        this.spelling = spelling;
        this.required = required;
        this.optional = optional;
    }

    static Optional<OaiVerb> of(String spelling) {
        return Arrays.stream(values())
                .filter(verb -> verb.spelling.equals(spelling))
                .findFirst();
    }

    String spelling() {
        return spelling;
    }

    Set<String> required() {
        return required;
    }

    boolean takes(String argument) {
        return required.contains(argument) || optional.contains(argument);
    }

    /** Whether it may be asked to go on: exclusively by a token. */
    boolean isList() {
        return this == LIST_SETS || this == LIST_IDENTIFIERS || this == LIST_RECORDS;
    }
}
