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

    /** Kinds, agencies and gazettes of which there is an item now. */
    List<Group> groups();

    /** Every gazette of which a document ever was here. */
    List<String> gazettes();

    /** The moment of the first event; empty before it. */
    Optional<Instant> earliest();

    /**
     * Which items are wanted; null is not asked, and both moments belong to what is asked for. What is gone is in every group: of
     * which it was may be told no more, and who has it is to know.
     *
     * @param kind 文种
     * @param agency identifier in the authority file
     * @param gazettes series, none where they are not asked
     */
    record Asked(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String kind,
            @Nullable String agency,
            List<String> gazettes) {

        public static final Asked EVERYTHING = new Asked(null, null, null, null, List.of());

        public Asked {
            gazettes = List.copyOf(gazettes);
        }
    }

    /** A place in the list: behind this event and document. */
    record Place(long seq, Uid uid) {}

    /**
     * A document.
     *
     * @param isGone whether it is open data no more: withdrawn, erased, or narrowed
     * @param kind null where it has none or is gone
     * @param agencies identifiers of its issuers
     * @param gazette the series that it is an issue of or stands in, null for none or where it is gone
     */
    record Item(
            Place place,
            Instant at,
            boolean isGone,
            @Nullable String kind,
            List<String> agencies,
            @Nullable String gazette) {}

    /**
     * A group of items.
     *
     * @param agency identifier, null for another group
     * @param gazette the series, null for another group
     * @param label the kind, or what agency or gazette are called
     */
    record Group(@Nullable String agency, @Nullable String gazette, String label) {}
}
