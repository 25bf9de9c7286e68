package org.gongbao.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What public documents say of others (引用关系), as edges for datasets: of documents whose whole text is open data, in the words of
 * their newest version.
 */
public interface CitationEdges {

    /** Edges behind a place, at most so many, in the order of {@link Place}. */
    List<Edge> after(Asked asked, @Nullable Place place, int most);

    /** The true number of edges that are asked for. */
    long count(Asked asked);

    /**
     * Which edges are wanted; null is not asked.
     *
     * @param relation 依据, 印发, 废止 … as in a citation
     * @param cited the document meant
     * @param isHere whether the document meant is published here
     */
    record Asked(
            @Nullable Uid citing,
            @Nullable Uid cited,
            @Nullable String relation,
            @Nullable Boolean isHere) {}

    /**
     * A place in the list, which says nothing but what stands in it.
     *
     * @param ordinal of a citation among those of its document, from 0
     */
    record Place(Uid citing, int ordinal) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int order = citing.compareTo(other.citing);
            return order != 0 ? order : Integer.compare(ordinal, other.ordinal);
        }
    }

    /**
     * A citation.
     *
     * @param version of the citing document
     * @param cited the document meant where it is public here, else null
     * @param stub the key of the page of a document that is not here, else null
     * @param title of the document meant, and its number, issuer and date, as the citing document has them
     */
    record Edge(
            Place place,
            int version,
            @Nullable Uid cited,
            @Nullable String stub,
            String relation,
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            String quote) {}
}
