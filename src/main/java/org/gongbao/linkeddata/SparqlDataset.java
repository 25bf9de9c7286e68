package org.gongbao.linkeddata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/**
 * The dataset of a query (SPARQL 1.1 Protocol, 2.1.4): what the request names goes before {@code FROM} in the query. Graphs are only
 * ever those of the store; one that is not there is empty, and nothing is fetched.
 */
final class SparqlDataset {

    private static final int MOST = 100;

    /** Jena's own names, by which the store's notes to itself would be reached. */
    private static final String OF_JENA = "urn:x-arq:";

    private SparqlDataset() {}

    /** Gives the query its dataset; the name that is wrong, or the number of too many. */
    static Optional<String> describe(Query query, SparqlService.Asked asked) {
        if (!asked.defaultGraphs().isEmpty() || !asked.namedGraphs().isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            asked.defaultGraphs().forEach(query::addGraphURI);
            asked.namedGraphs().forEach(query::addNamedGraphURI);
        }
        if (query.serialize().contains(OF_JENA)) {
            return Optional.of(OF_JENA);
        }
        List<String> all = Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                .toList();
        if (all.size() > MOST) {
            return Optional.of(Integer.toString(all.size()));
        }
        return all.stream().filter(name -> !isName(name)).findFirst();
    }

    private static boolean isName(String name) {
        try {
            return new URI(name).isAbsolute() && !name.startsWith(OF_JENA);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
