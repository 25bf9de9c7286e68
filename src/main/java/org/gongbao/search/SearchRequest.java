package org.gongbao.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search as people ask it. The text is data, never query syntax.
 *
 * @param text what was typed, empty for everything
 * @param filters chosen values by facet
 * @param inForceOn only what held on this day, null for all
 * @param page from 1
 * @param size hits a page
 * @param isPlain hits alone, without passages and facets
 */
public record SearchRequest(
        String text,
        Map<Facet, List<String>> filters,
        @Nullable LocalDate inForceOn,
        Sort sort,
        int page,
        int size,
        boolean isPlain) {

    public SearchRequest(
            String text,
            Map<Facet, List<String>> filters,
            @Nullable LocalDate inForceOn,
            Sort sort,
            int page,
            int size) {
        this(text, filters, inForceOn, sort, page, size, false);
    }

    /** Hits beyond are counted, not shown: reaching them costs memory, and reading them all is what bulk files are for. */
    public static final int DEEPEST = 100_000;

    public static SearchRequest of(String text) {
        return new SearchRequest(text, Map.of(), null, Sort.RELEVANCE, 1, 20);
    }

    /** What can be filtered and counted by. */
    public enum Facet {
        ISSUER("issuer"),
        KIND("kind"),
        YEAR("year"),
        VALIDITY("validity");

        private final String parameter;

        Facet(String parameter) {
            this.parameter = parameter;
        }

        /** Its name in addresses and JSON. */
        public String parameter() {
            return parameter;
        }
    }

    /** The order of hits; an empty text is always newest first. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        OLDEST,
        /** What was published last here comes first, of whatever day it is. */
        PUBLISHED
    }
}
