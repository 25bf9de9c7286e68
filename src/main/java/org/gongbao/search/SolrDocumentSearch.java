package org.gongbao.search;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.gongbao.search.NumberKeys.Meant;

/**
 * Searches in Solr. Most words of a text must be in a document; when none has them, fewer do. A number typed in whatever way
 * brings its document first.
 */
final class SolrDocumentSearch implements DocumentSearch {

    private final SolrConnection connection;
    private final Simplification simplification;
    private final NumberKeys numbers;
    private final Clock clock;

    SolrDocumentSearch(SolrConnection connection, Simplification simplification, Clock clock) {
        this.connection = connection;
        this.simplification = simplification;
        this.numbers = new NumberKeys(simplification);
        this.clock = clock;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        SearchText text = SearchText.of(simplification.fold(request.text()));
        if (!text.isBlank() && text.hasNothingToFind()) {
            return new SearchResult(0, List.of(), Map.of());
        }
        Meant number = numbers.meant(text.typed());
        LocalDate today = LocalDate.now(clock);
        QueryResponse strict = ask(SearchParameters.of(request, text, number, today, SearchParameters.STRICT));
        boolean isEnough = text.isBlank()
                || !text.phrases().isEmpty()
                || strict.getResults().getNumFound() > 0;
        QueryResponse response =
                isEnough ? strict : ask(SearchParameters.of(request, text, number, today, SearchParameters.LENIENT));
        return SearchAnswer.read(response, number, today);
    }

    @Override
    public long issuers() {
        return SearchAnswer.values(ask(SearchParameters.issuers()), "issuer");
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
