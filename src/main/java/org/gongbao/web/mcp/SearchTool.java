package org.gongbao.web.mcp;

import static org.gongbao.web.mcp.McpTool.argument;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.search.BadCursorException;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.jspecify.annotations.Nullable;

/** Searches open documents; passages come with their places. */
final class SearchTool implements McpTool {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    private final DocumentSearch search;
    private final PublishedDocuments documents;
    private final String base;

    SearchTool(DocumentSearch search, PublishedDocuments documents, String base) {
        this.search = search;
        this.documents = documents;
        this.base = base;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String title() {
        return "检索公文 Search documents";
    }

    @Override
    public String description() {
        return "Finds open government documents by words, phrases or a document number (发文字号), with passages and their places."
                + " The total is the true one; go on with cursor.";
    }

    @Override
    public Map<String, Map<String, Object>> properties() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put("query", argument("string", "Words, a phrase in quotes or a document number, in Chinese"));
        properties.put("kind", argument("string", "Kind of document (文种), such as 通知"));
        properties.put("issuer", argument("string", "Name of the issuing agency"));
        properties.put("year", argument("string", "Year of issue, four digits"));
        properties.put("validity", argument("string", "Status today, such as 现行有效"));
        properties.put("limit", argument("integer", "Most results, 1 to " + MOST));
        properties.put("cursor", argument("string", "Where to go on, from the answer before"));
        return properties;
    }

    @Override
    public String required() {
        return "query";
    }

    @Override
    public Map<String, @Nullable Object> call(McpArguments arguments) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : List.of(Facet.KIND, Facet.ISSUER, Facet.YEAR, Facet.VALIDITY)) {
            String value = arguments.text(facet.parameter());
            if (value != null) {
                filters.put(facet, List.of(value));
            }
        }
        String cursor = arguments.text("cursor");
        SearchResult found = found(new SearchRequest(
                arguments.required("query"),
                filters,
                null,
                Sort.RELEVANCE,
                1,
                arguments.number("limit", USUAL, 1, MOST),
                false,
                cursor == null ? SearchRequest.START : cursor));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("total", found.total());
        answer.put(
                "results",
                found.hits().stream().flatMap(hit -> result(hit).stream()).toList());
        answer.put("next", found.next());
        return answer;
    }

    private SearchResult found(SearchRequest request) {
        try {
            return search.open(request);
        } catch (BadCursorException e) {
            throw new McpArguments.Wrong("the cursor is none that an answer to this search gave");
        }
    }

    private Optional<Map<String, @Nullable Object>> result(Hit hit) {
        return documents
                .find(new Uid(hit.uid()))
                .filter(PublicState.Public.class::isInstance)
                .map(state -> ((PublicState.Public) state).document())
                .filter(document -> document.terms().isOpenData())
                .map(document -> described(hit, document));
    }

    private Map<String, @Nullable Object> described(Hit hit, PublishedDocument document) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", hit.uid());
        result.put("title", hit.title().text());
        result.put("url", base + "/doc/" + hit.uid());
        result.put("documentNumber", hit.documentNumber());
        result.put("documentKind", hit.documentKind());
        result.put("issuers", hit.issuers());
        result.put("issuedOn", hit.issuedOn());
        result.put("validity", hit.validity());
        result.put("terms", document.terms().code());
        result.put(
                "passages",
                document.terms() == Terms.OPEN
                        ? hit.passages().stream().map(SearchTool::passage).toList()
                        : List.of());
        return result;
    }

    private static Map<String, @Nullable Object> passage(Passage passage) {
        String text = passage.text();
        Integer start = passage.start();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("start", start);
        values.put("end", start == null ? null : start + text.codePointCount(0, text.length()));
        values.put("page", passage.page());
        values.put("section", passage.section());
        return values;
    }
}
