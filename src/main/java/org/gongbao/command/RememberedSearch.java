package org.gongbao.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchResult;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** A search that answers from memory what it was asked before, when it is told to: what is left is the page. */
final class RememberedSearch implements DocumentSearch {

    private final DocumentSearch search;
    private final Map<SearchRequest, SearchResult> answers = new ConcurrentHashMap<>();
    private volatile boolean remembers;

    private RememberedSearch(DocumentSearch search) {
        this.search = search;
    }

    /** Takes the place of the search that pages ask. Without an annotation, for the program itself must not find it. */
    static class Parts {

        @Bean
        static BeanPostProcessor rememberedSearches() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("documentSearch") ? new RememberedSearch((DocumentSearch) bean) : bean;
                }
            };
        }
    }

    /** From now on what was asked before is answered from memory, or no more. */
    void remember(boolean isOn) {
        answers.clear();
        remembers = isOn;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return remembers ? answers.computeIfAbsent(request, search::search) : search.search(request);
    }

    @Override
    public SearchResult feed(SearchRequest request) {
        return search.feed(request);
    }

    @Override
    public SearchResult open(SearchRequest request) {
        return search.open(request);
    }

    @Override
    public Set<String> matching(SearchRequest request, Collection<String> uids) {
        return search.matching(request, uids);
    }

    @Override
    public long issuers() {
        return search.issuers();
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        return search.suggest(typed);
    }
}
