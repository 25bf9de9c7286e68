package org.gongbao.search;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.gongbao.search.SearchParameters.Question;
import org.gongbao.search.SearchRequest.Sort;

/**
 * Searches in Solr. Most words of a text must be in a document; when none has them, fewer do. A number typed in whatever way
 * brings its document first.
 */
final class SolrDocumentSearch implements DocumentSearch, IndexProbe {

    private static final int ASKED_AT_ONCE = 200;

    private final SolrConnection connection;
    private final Simplification simplification;
    private final Synonyms synonyms;
    private final NumberKeys numbers;
    private final Suggestions suggestions;
    private final Clock clock;

    SolrDocumentSearch(SolrConnection connection, Simplification simplification, Synonyms synonyms, Clock clock) {
        this.connection = connection;
        this.simplification = simplification;
        this.synonyms = synonyms;
        this.numbers = new NumberKeys(simplification);
        this.suggestions = new Suggestions(this::ask, simplification, clock);
        this.clock = clock;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return search(request, query -> {});
    }

    @Override
    public SearchResult feed(SearchRequest request) {
        return search(request, SearchParameters::carriedOn);
    }

    @Override
    public SearchResult open(SearchRequest request) {
        return search(request, SearchParameters::openData);
    }

    @Override
    public Set<String> matching(SearchRequest request, Collection<String> uids) {
        SearchRequest all = new SearchRequest(
                        request.text(), request.filters(), request.inForceOn(), Sort.PUBLISHED, 1, ASKED_AT_ONCE)
                .hitsAlone();
        List<String> asked = List.copyOf(uids);
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from < asked.size(); from += ASKED_AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + ASKED_AT_ONCE));
            search(all, query -> {
                        SearchParameters.carriedOn(query);
                        SearchParameters.among(query, some);
                    })
                    .hits()
                    .forEach(hit -> found.add(hit.uid()));
        }
        return found;
    }

    private SearchResult search(SearchRequest request, Consumer<SolrQuery> narrowed) {
        SearchText text = SearchText.of(simplification.fold(request.text()));
        if (!text.isBlank() && text.hasNothingToFind()) {
            return new SearchResult(0, List.of(), Map.of());
        }
        Question question = question(request, text);
        QueryResponse strict = ask(question, narrowed);
        boolean isEnough = text.hasNoWords()
                || !text.phrases().isEmpty()
                || request.cursor() != null
                || text.words().stream().noneMatch(SearchText::hasPair)
                || strict.getResults().getNumFound() > 0;
        QueryResponse response = isEnough ? strict : ask(question.matching(SearchParameters.LENIENT), narrowed);
        boolean isLenient = !isEnough && response.getResults().getNumFound() > 0;
        SearchResult found = SearchAnswer.read(response, question, LocalDate.now(clock));
        return request.isPlain() ? found : new Understanding(this, numbers, suggestions).of(question, found, isLenient);
    }

    private Question question(SearchRequest request, SearchText text) {
        return new Question(request, text, synonyms.of(text), numbers.meant(text.typed()), SearchParameters.STRICT);
    }

    @Override
    public Callable<Long> prepared(SearchRequest request) {
        Question question = question(request, SearchText.of(simplification.fold(request.text())));
        SolrQuery query = SearchParameters.of(question, numbers, LocalDate.now(clock));
        return () -> ask(query).getResults().getNumFound();
    }

    /** How many documents there are without filters. */
    long countWithoutFilters(SearchRequest request) {
        return search(new SearchRequest(request.text(), Map.of(), null, request.sort(), 1, 0, true, null))
                .total();
    }

    @Override
    public long issuers() {
        return SearchAnswer.values(ask(SearchParameters.issuers()), "issuer");
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        return suggestions.of(typed);
    }

    private QueryResponse ask(Question question, Consumer<SolrQuery> narrowed) {
        SolrQuery query = SearchParameters.of(question, numbers, LocalDate.now(clock));
        narrowed.accept(query);
        if (question.request().cursor() != null) {
            CursorForm.check(question.request().cursor(), query.getSorts());
        }
        return ask(query);
    }

    QueryResponse ask(SolrQuery query) {
        SolrIndex index = connection.index();
        try {
            QueryResponse response = index.readers().query(index.name(), query, METHOD.POST);
            if (Boolean.TRUE.equals(response.getHeader().getBooleanArg("partialResults"))) {
                throw new SearchUnavailableException("the search index did not answer in time");
            }
            return response;
        } catch (SolrException e) {
            if (query.get("cursorMark") != null && e.code() == SolrException.ErrorCode.BAD_REQUEST.code) {
                throw new BadCursorException("the cursor is none that an answer to this search gave", e);
            }
            throw new SearchUnavailableException("the search index does not answer: " + e.getMessage(), e);
        } catch (SolrServerException | IOException e) {
            throw new SearchUnavailableException("the search index does not answer: " + e.getMessage(), e);
        }
    }
}
