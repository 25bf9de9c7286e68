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
 * @param page from 1; of no meaning with a cursor
 * @param size hits a page
 * @param isPlain hits alone, without passages and facets
 * @param cursor where to go on, as an answer said; {@link #START} for the first of many, null for pages
 */
public record SearchRequest(
        String text,
        Map<Facet, List<String>> filters,
        @Nullable LocalDate inForceOn,
        Sort sort,
        int page,
        int size,
        boolean isPlain,
        @Nullable String cursor) {

    public SearchRequest(
            String text,
            Map<Facet, List<String>> filters,
            @Nullable LocalDate inForceOn,
            Sort sort,
            int page,
            int size) {
        this(text, filters, inForceOn, sort, page, size, false, null);
    }

    /** Hits beyond are counted and reached by cursor alone: counting up to them costs memory. */
    public static final int DEEPEST = 100_000;

    /** The cursor of the first page. */
    public static final String START = "*";

    public static SearchRequest of(String text) {
        return new SearchRequest(text, Map.of(), null, Sort.RELEVANCE, 1, 20);
    }

    /** The same without passages and facets. */
    public SearchRequest hitsAlone() {
        return new SearchRequest(text, filters, inForceOn, sort, page, size, true, cursor);
    }

    /** The same from a cursor on, without passages and facets. */
    public SearchRequest from(String mark, int rows) {
        return new SearchRequest(text, filters, inForceOn, sort, 1, rows, true, mark);
    }

    /** What can be filtered and counted by, in the order in which pages show it. */
    public enum Facet {
        PLACE("place"),
        ISSUER("issuer"),
        /** An issuer by its identifier, however a document spells its name. */
        AGENCY("agency"),
        KIND("kind"),
        THEME("theme"),
        YEAR("year"),
        MONTH("month"),
        VALIDITY("validity"),
        NORMATIVE("normative"),
        GAZETTE("gazette"),
        HOLDS("holds");

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
        /** By agency code, year and sequence of the document number; documents without one come last. */
        NUMBER,
        /** What was published last here comes first, of whatever day it is. */
        PUBLISHED
    }
}
