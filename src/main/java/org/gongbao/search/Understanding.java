package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongbao.search.SearchParameters.Question;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Understood;
import org.jspecify.annotations.Nullable;

/** Says how a text was taken, and where nothing was found, what would find something. */
final class Understanding {

    private final SolrDocumentSearch search;
    private final NumberKeys numbers;
    private final Suggestions suggestions;

    Understanding(SolrDocumentSearch search, NumberKeys numbers, Suggestions suggestions) {
        this.search = search;
        this.numbers = numbers;
        this.suggestions = suggestions;
    }

    SearchResult of(Question question, SearchResult found, boolean isLenient) {
        SearchRequest request = question.request();
        SearchText text = question.text();
        boolean isFiltered = !request.filters().isEmpty() || request.inForceOn() != null;
        boolean isNothing = found.total() == 0;
        Understood understood = new Understood(
                words(text),
                question.variants().stream()
                        .flatMap(variant -> words(variant).stream())
                        .filter(word -> !words(text).contains(word))
                        .distinct()
                        .toList(),
                text.conditions().stream().map(Understanding::words).toList(),
                isLenient,
                number(question, found),
                isFiltered ? null : absent(question, found),
                (isNothing || isLenient) && !text.hasNoWords()
                        ? suggestions.alike(String.join(" ", text.words()))
                        : List.of(),
                isNothing && isFiltered ? search.countWithoutFilters(request) : 0,
                found.understood().unknownThen());
        return new SearchResult(found.total(), found.hits(), found.facets(), found.next(), understood);
    }

    private static List<String> words(SearchText text) {
        return Stream.concat(text.words().stream(), text.phrases().stream()).toList();
    }

    private static String words(Condition condition) {
        String part = condition.part() == Condition.Part.ANYWHERE
                ? ""
                : condition.part().name().toLowerCase(Locale.ROOT) + ":";
        return (condition.isExcluded() ? "-" : "") + part + condition.phrase();
    }

    /** Only the first page of the most relevant is sure to hold what bears the number. */
    private @Nullable String absent(Question question, SearchResult found) {
        SearchRequest request = question.request();
        boolean isTold = request.sort() == SearchRequest.Sort.RELEVANCE && request.page() == 1;
        return isTold && found.hits().stream().noneMatch(Hit::exactNumber)
                ? numbers.whole(question.text().typed())
                : null;
    }

    private @Nullable String number(Question question, SearchResult found) {
        List<String> exact = new ArrayList<>();
        for (Hit hit : found.hits()) {
            if (hit.exactNumber()
                    && hit.documentNumber() != null
                    && numbers.isWhole(question.text().typed(), hit.documentNumber())) {
                exact.add(hit.uid());
            }
        }
        return exact.size() == 1 ? exact.get(0) : null;
    }
}
