package org.gongbao.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param total the true number of hits
 * @param facets counts by facet, the most frequent first, years newest first
 */
public record SearchResult(long total, List<Hit> hits, Map<SearchRequest.Facet, List<Count>> facets) {

    /** A facet value and the number of hits that have it. */
    public record Count(String value, long documents) {}

    /**
     * A document found.
     *
     * @param publishedAt when the version found was published
     * @param language the document's, as a tag such as {@code zh-Hans}
     * @param exactNumber whether the text was this document's number
     * @param passages pieces of its text around the words found
     */
    public record Hit(
            String uid,
            Passage title,
            @Nullable String documentNumber,
            @Nullable String documentKind,
            List<String> issuers,
            @Nullable LocalDate issuedOn,
            Instant publishedAt,
            String language,
            String validity,
            boolean exactNumber,
            List<Passage> passages) {}

    /** Text in pieces, so that marks need no markup in it. */
    public record Passage(List<Piece> pieces) {
        public String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }
    }

    /** A piece of text, marked where it was searched for. */
    public record Piece(String text, boolean marked) {}
}
