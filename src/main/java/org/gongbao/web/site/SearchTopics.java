package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongbao.notification.Topic;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest.Facet;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Searches that are followed by mail, kept as their parameters stand in an address. */
@Component
class SearchTopics implements Topic.Searches {

    private final DocumentSearch search;
    private final Phrases phrases;

    SearchTopics(DocumentSearch search, Phrases phrases) {
        this.search = search;
        this.phrases = phrases;
    }

    /** The topic of a search; its page and its order do not matter. */
    static Topic topic(SearchQuery query) {
        SearchQuery plain = new SearchQuery(
                query.text(), query.filters(), query.inForceOn(), org.gongbao.search.SearchRequest.Sort.RELEVANCE, 1);
        String address = SearchAddress.of("", plain);
        return new Topic(Topic.Kind.SEARCH, address.isEmpty() ? "" : address.substring(1));
    }

    static SearchQuery query(String parameters) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("?" + parameters)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> decoded.add(
                        name, UriUtils.decode(value.replace("+", "%20"), java.nio.charset.StandardCharsets.UTF_8))));
        return SearchQuery.of(decoded);
    }

    @Override
    public Set<String> matching(String parameters, Set<String> uids) {
        return search.matching(query(parameters).request(), uids);
    }

    @Override
    public String path(String parameters) {
        return parameters.isEmpty() ? "/search" : "/search?" + parameters;
    }

    @Override
    public String title(String parameters, Locale language) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(language);
        try {
            return title(query(parameters));
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    /** What is asked, in the reader's language. */
    String title(SearchQuery query) {
        List<String> parts = new ArrayList<>();
        if (!query.text().isEmpty()) {
            parts.add(phrases.text("follow.text", query.text()));
        }
        for (Facet facet : Facet.values()) {
            query.chosen(facet).forEach(value -> parts.add(phrases.facet(facet.parameter(), value)));
        }
        if (query.inForceOn() != null) {
            parts.add(phrases.text("facet.inForceOn") + " " + query.inForceOn());
        }
        return parts.isEmpty() ? phrases.text("search.title.all") : String.join(" · ", parts);
    }
}
