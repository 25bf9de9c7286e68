package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What harvesters are told of documents, in the order in which the log changed them: those that are open data, and for ever that
 * others are so no more. Moments are those of the log, to the second.
 */
public interface Harvest {

    /** Items behind a place, at most so many. */
    List<Item> after(Asked asked, @Nullable Place place, int most);

    /** The true number of items that are asked for. */
    long count(Asked asked);

    /** An item; empty for what never was open data. */
    Optional<Item> find(Uid uid);

    /** Kinds and agencies of which there is an item now. */
    List<Group> groups();

    /** The moment of the first event; empty before it. */
    Optional<Instant> earliest();

    /**
     * Which items are wanted; null is not asked, and both moments belong to what is asked for. What is gone is in every group: of
     * which it was may be told no more, and who has it is to know.
     *
     * @param kind 文种
     * @param agency identifier in the authority file
     */
    record Asked(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String kind,
            @Nullable String agency) {

        public static final Asked EVERYTHING = new Asked(null, null, null, null);
    }

    /** A place in the list: behind this event and document. */
    record Place(long seq, Uid uid) {}

    /**
     * A document.
     *
     * @param isGone whether it is open data no more: withdrawn, erased, or narrowed
     * @param kind null where it has none or is gone
     * @param agencies identifiers of its issuers
     */
    record Item(
            Place place,
            Instant at,
            boolean isGone,
            @Nullable String kind,
            List<String> agencies) {}

    /**
     * A group of items.
     *
     * @param agency identifier, null for a group by kind
     * @param label the kind, or what the agency is called
     */
    record Group(@Nullable String agency, String label) {}
}
