package org.gongbao.search;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;

/** Searches duties in Solr. */
final class SolrDutySearch implements DutySearch {

    private final SolrConnection connection;
    private final Clock clock;

    SolrDutySearch(SolrConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public DutyResult search(DutyRequest request) {
        LocalDate today = LocalDate.now(clock);
        QueryResponse response = ask(DutyParameters.of(request, agencies(request.units()), today));
        return DutyAnswer.read(response, request.size(), request.hasFacets(), today);
    }

    /** Short names, full names and other names of one agency mean the same. */
    private Collection<String> agencies(Collection<String> names) {
        TreeSet<String> agencies = new TreeSet<>();
        for (String name : names) {
            String clean = Marks.clean(name).replace(DutyEntries.SEPARATOR, " ");
            FacetField called = ask(DutyParameters.called(clean)).getFacetField("duty_unit_called");
            if (called != null) {
                called.getValues().forEach(found -> agencies.add(found.getName().substring(clean.length() + 1)));
            }
        }
        return agencies;
    }

    private QueryResponse ask(SolrQuery query) {
        SolrIndex index = connection.index();
        try {
            QueryResponse response = index.readers().query(index.name(), query, METHOD.POST);
            if (Boolean.TRUE.equals(response.getHeader().getBooleanArg("partialResults"))) {
                throw new SearchUnavailableException("the search index did not answer in time");
            }
            return response;
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("the search index does not answer: " + e.getMessage(), e);
        }
    }
}
