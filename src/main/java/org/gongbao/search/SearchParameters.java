package org.gongbao.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrQuery.ORDER;
import org.apache.solr.common.params.CursorMarkParams;
import org.gongbao.publication.Terms;
import org.gongbao.search.NumberKeys.Meant;
import org.gongbao.search.SearchRequest.Sort;

/**
 * Writes a search as Solr's parameters. Everything that a reader gives stands in a parameter of its own, to which the query
 * only refers; fields, order and facets come from enumerations.
 */
final class SearchParameters {

    /** Of two words both, of more three quarters. */
    static final String STRICT = "2<75%";

    /** For a question in a sentence, of which no document has most words. */
    static final String LENIENT = "30%";

    /** Fields for fewer words: single characters that pass for words would bring anything. */
    private static final String PAIRS = "title^8 other_title^4 subject^3 text";

    static final int MOST_HITS = 1_000;

    /** Time that Solr may take for one search; what it has found until then is not shown. */
    private static final int MILLISECONDS = 4_000;

    /** What was typed beats the same in other words. */
    private static final String OTHER_WORDS = "{!boost b=0.8}";

    private final SolrQuery query = new SolrQuery();
    private final QueryParts parts = new QueryParts(query);
    private final FacetParameters facets = new FacetParameters(parts);

    private SearchParameters() {}

    /**
     * What is asked.
     *
     * @param variants the text in other words
     * @param match how many words a document must have
     */
    record Question(SearchRequest request, SearchText text, List<SearchText> variants, Meant number, String match) {

        Question matching(String fewer) {
            return new Question(request, text, variants, number, fewer);
        }
    }

    static SolrQuery of(Question question, NumberKeys numbers, LocalDate today) {
        SearchParameters parameters = new SearchParameters();
        SearchRequest request = question.request();
        SearchText text = question.text();
        parameters.query.setRequestHandler("/documents");
        parameters.days(today);
        if (text.hasNoWords()) {
            parameters.query.setQuery("*:*");
        } else {
            parameters.text(question);
        }
        parameters.facets.filters(request);
        ConditionParameters conditions = new ConditionParameters(parameters.parts, numbers);
        text.conditions().forEach(conditions::add);
        if (request.isPlain()) {
            parameters.query.set("hl", false);
        } else {
            parameters.facets.counts(request);
        }
        parameters.order(text.hasNoWords() && request.sort() == Sort.RELEVANCE ? Sort.NEWEST : request.sort());
        parameters.page(request);
        return parameters.query;
    }

    /** Asks for everything, what was published last first, hits alone. */
    static SolrQuery everything() {
        SearchRequest all = new SearchRequest("", Map.of(), null, Sort.PUBLISHED, 1, 1).hitsAlone();
        SearchParameters parameters = new SearchParameters();
        parameters.query.setRequestHandler("/documents");
        parameters.query.setQuery("*:*");
        parameters.query.set("hl", false);
        parameters.facets.filters(all);
        parameters.order(all.sort());
        parameters.page(all);
        return parameters.query;
    }

    /** Leaves out what is for its own page only. */
    static void carriedOn(SolrQuery query) {
        query.addFilterQuery("-{!term f=" + Entries.TERMS + " v=" + Terms.PAGE.code() + "}");
    }

    /** Only what is open data, wholly or by its description. */
    static void openData(SolrQuery query) {
        query.set(
                "open",
                Arrays.stream(Terms.values())
                        .filter(Terms::isOpenData)
                        .map(Terms::code)
                        .collect(Collectors.joining(",")));
        query.addFilterQuery("{!terms f=" + Entries.TERMS + " v=$open}");
    }

    /** Only these documents. */
    static void among(SolrQuery query, Collection<String> uids) {
        query.set("among", String.join(",", uids));
        query.addFilterQuery("{!terms f=id v=$among}");
    }

    /** Asks for all issuers there are. */
    static SolrQuery issuers() {
        SolrQuery query = new SolrQuery("*:*");
        query.setRequestHandler("/documents");
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        query.setRows(0);
        query.setFacet(true);
        query.addFacetField("issuer");
        query.setFacetMinCount(1);
        query.setFacetLimit(-1);
        return query;
    }

    private void days(LocalDate today) {
        query.set("today", today + "T00:00:00Z");
        query.set(FacetParameters.TODAY, today.toString());
        query.set("over", facets.anyDuring(ValiditySpan.OVER, FacetParameters.TODAY));
    }

    private void text(Question question) {
        SearchText text = question.text();
        List<String> clauses = new ArrayList<>();
        String character = text.onlyCharacter();
        if (character == null) {
            words(question, clauses);
        } else {
            query.set("character", character);
            String characters = "{!bool should=$inTitle should=$beginsTitle should=$beginsText}";
            query.set("characters", characters);
            query.set("inTitle", "{!boost b=4}{!field f=title_character v=$character}");
            query.set("beginsTitle", "{!boost b=2}{!prefix f=title v=$character}");
            query.set("beginsText", "{!prefix f=text v=$character}");
            clauses.add("{!boost b=$standing v=$characters}");
            query.set("hl.q", characters);
        }
        number(question.number(), clauses);
        query.setQuery(parts.any(clauses));
        query.set("hl", true);
        query.set("hl.tag.pre", String.valueOf(Marks.OPEN));
        query.set("hl.tag.post", String.valueOf(Marks.CLOSE));
    }

    private void words(Question question, List<String> clauses) {
        query.set("mm", question.match());
        if (question.match().equals(LENIENT)) {
            query.set("qf", PAIRS);
        }
        List<String> shown = new ArrayList<>();
        String typed = parts.hold(question.text().query());
        clauses.add("{!edismax v=" + typed + " boost=$standing}");
        shown.add("{!edismax v=" + typed + "}");
        for (SearchText variant : question.variants()) {
            String words = parts.hold(variant.query());
            clauses.add(OTHER_WORDS + "{!edismax v=" + words + " boost=$standing}");
            shown.add("{!edismax v=" + words + "}");
        }
        query.set("hl.q", parts.any(shown));
    }

    /** A number beats every word; what begins like it comes next. */
    private void number(Meant number, List<String> clauses) {
        number(1_000_000, "terms", "number_key", number.keys(), clauses);
        number(10_000, "terms", "number_tail", number.allTails(), clauses);
        for (String beginning : number.beginnings()) {
            clauses.add("{!boost b=1000}" + parts.clause("prefix", "number_key", beginning));
        }
    }

    private void number(int boost, String parser, String field, Set<String> keys, List<String> clauses) {
        if (!keys.isEmpty()) {
            clauses.add("{!boost b=" + boost + "}" + parts.clause(parser, field, String.join(",", keys)));
        }
    }

    private void order(Sort sort) {
        ORDER byDate = sort == Sort.OLDEST ? ORDER.asc : ORDER.desc;
        switch (sort) {
            case RELEVANCE -> query.addSort("score", ORDER.desc);
            case PUBLISHED -> query.addSort("published_at", byDate);
            case NUMBER -> query.addSort("number_order", ORDER.asc);
            default -> {}
        }
        query.addSort("issued_on", byDate);
        query.addSort(Entries.POSITION, byDate);
        query.addSort("id", ORDER.asc);
    }

    private void page(SearchRequest request) {
        query.setRows(Math.min(Math.max(0, request.size()), MOST_HITS));
        String cursor = request.cursor();
        if (cursor != null) {
            // Solr takes no time limit beside a cursor.
            query.set(CursorMarkParams.CURSOR_MARK_PARAM, cursor);
        } else {
            query.setTimeAllowed(MILLISECONDS);
            long start = (Math.max(1, request.page()) - 1L) * Math.max(0, request.size());
            query.setStart((int) Math.min(start, SearchRequest.DEEPEST));
            if (start > SearchRequest.DEEPEST) {
                query.setRows(0);
            }
        }
        query.setFields(
                request.isPlain() ? "id" : "id,outline",
                "title",
                "number",
                "number_key",
                "kind",
                "issuer",
                "issued_on",
                "published_at",
                "language",
                "validity");
    }
}
