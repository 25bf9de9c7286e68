package org.gongbao.web.site;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A page of search results as a feed. An entry is a document and is named by its permanent address, so that a corrected one
 * comes again as the same entry with a later time.
 */
final class SearchFeed {

    private SearchFeed() {}

    /**
     * The feed of a search.
     *
     * @param path of the feed, such as {@code /search.atom}
     * @param title in the reader's language
     */
    static Feed of(String base, String path, String title, SearchQuery query, SearchResult result) {
        @Nullable String next = SearchFiles.next(path, query, result);
        return new Feed(
                base + SearchAddress.of(path, query.onPage(1)),
                base + SearchAddress.of(path, query),
                base + SearchAddress.of(query),
                title,
                next == null ? null : base + next,
                items(base, result.hits()));
    }

    static List<Feed.Item> items(String base, List<Hit> hits) {
        return hits.stream()
                .map(hit -> new Feed.Item(
                        base + "/id/doc/" + hit.uid(),
                        base + "/doc/" + hit.uid(),
                        hit.title().text(),
                        hit.publishedAt(),
                        hit.issuers(),
                        hit.documentKind(),
                        summary(hit)))
                .toList();
    }

    /** Number, issuers and day, and the passages that were found. */
    private static String summary(Hit hit) {
        String facts = Stream.of(hit.documentNumber(), String.join("、", hit.issuers()), hit.issuedOn())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        String passages = hit.passages().stream().map(Passage::text).collect(Collectors.joining(" … "));
        return facts.isEmpty() || passages.isEmpty() ? facts + passages : facts + "\n" + passages;
    }
}
