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
 * @param facets counts by facet, the most frequent first, years and months newest first, places by their codes
 * @param next the cursor of what follows, null after the last and for pages
 */
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<SearchRequest.Facet, List<Count>> facets,
        @Nullable String next,
        Understood understood) {

    public SearchResult(long total, List<Hit> hits, Map<SearchRequest.Facet, List<Count>> facets) {
        this(total, hits, facets, null, Understood.NOTHING);
    }

    /**
     * How the text was taken.
     *
     * @param words and phrases that were looked for
     * @param otherWords that mean the same and were looked for, too
     * @param conditions as {@code part:phrase}, with a minus where it must not be there
     * @param isLenient whether no document had most words, and hits have some
     * @param number the document whose number the whole text is, null where it is none or of several
     * @param alike words of titles that sound like the text, where nothing was found
     * @param withoutFilters number of hits without filters, where with them there are none
     * @param absent the number that the text is and that no document here bears, null for none
     * @param unknownThen where a day was asked for: documents of which nobody knows whether they held then
     */
    public record Understood(
            List<String> words,
            List<String> otherWords,
            List<String> conditions,
            boolean isLenient,
            @Nullable String number,
            @Nullable String absent,
            List<String> alike,
            long withoutFilters,
            long unknownThen) {

        static final Understood NOTHING =
                new Understood(List.of(), List.of(), List.of(), false, null, null, List.of(), 0, 0);
    }

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

    /**
     * Text in pieces, so that marks need no markup in it.
     *
     * @param start offset of its first code point in the record's text; null for a title, and where it is not known
     * @param page of the public file
     * @param section label and heading of the section that it stands in
     */
    public record Passage(
            List<Piece> pieces,
            @Nullable Integer start,
            @Nullable Integer page,
            @Nullable String section) {

        public Passage(List<Piece> pieces) {
            this(pieces, null, null, null);
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }
    }

    /** A piece of text, marked where it was searched for. */
    public record Piece(String text, boolean marked) {}
}
