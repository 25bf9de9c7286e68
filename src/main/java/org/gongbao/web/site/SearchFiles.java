package org.gongbao.web.site;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.SpreadsheetCell;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.jspecify.annotations.Nullable;

/** Search results as JSON and CSV. */
final class SearchFiles {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SearchFiles() {}

    /** One page of hits with the true total and the address of the next page. */
    static byte[] json(SearchQuery query, SearchResult result) {
        Map<String, @Nullable Object> facets = new LinkedHashMap<>();
        result.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.parameter(),
                        counts.stream()
                                .map(count -> Map.of("value", count.value(), "count", count.documents()))
                                .toList()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("total", result.total());
        page.put("items", result.hits().stream().map(SearchFiles::item).toList());
        page.put("facets", facets);
        page.put("next", next("/search.json", query, result));
        return CanonicalJson.bytes(page);
    }

    /** The address of the next page of hits, null after the last. */
    static @Nullable String next(String path, SearchQuery query, SearchResult result) {
        if (result.next() != null) {
            return SearchAddress.of(path, query.from(result.next()));
        }
        if (query.cursor() != null) {
            return null;
        }
        boolean more = query.page() < SearchQuery.LAST_PAGE && (long) query.page() * SearchQuery.SIZE < result.total();
        return more ? SearchAddress.of(path, query.onPage(query.page() + 1)) : null;
    }

    private static Map<String, @Nullable Object> item(Hit hit) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", "/id/doc/" + hit.uid());
        item.put("title", hit.title().text());
        item.put("documentNumber", hit.documentNumber());
        item.put("documentKind", hit.documentKind());
        item.put("issuers", hit.issuers());
        item.put("issuedOn", hit.issuedOn());
        item.put("validity", hit.validity());
        item.put("passages", hit.passages().stream().map(Passage::text).toList());
        return item;
    }

    /**
     * All hits as CSV (RFC 4180) with a byte order mark, which spreadsheets need for Chinese, written as they are found.
     *
     * @param pages gives the hits from a cursor on
     */
    static void csv(String base, Function<String, SearchResult> pages, Writer target) throws IOException {
        target.write(BYTE_ORDER_MARK);
        try (CSVPrinter csv = new CSVPrinter(target, CSVFormat.RFC4180)) {
            csv.printRecord("id", "title", "documentNumber", "documentKind", "issuers", "issuedOn", "validity");
            String cursor = SearchRequest.START;
            while (cursor != null) {
                SearchResult page = pages.apply(cursor);
                for (Hit hit : page.hits()) {
                    row(csv, base, hit);
                }
                cursor = page.next();
            }
        }
    }

    private static void row(CSVPrinter csv, String base, Hit hit) throws IOException {
        csv.printRecord(
                base + "/id/doc/" + hit.uid(),
                cell(hit.title().text()),
                cell(hit.documentNumber()),
                cell(hit.documentKind()),
                cell(String.join("；", hit.issuers())),
                hit.issuedOn(),
                cell(hit.validity()));
    }

    /** The text, after an apostrophe where a spreadsheet would calculate it. */
    static @Nullable String cell(@Nullable String text) {
        return text == null ? null : SpreadsheetCell.safe(text);
    }
}
