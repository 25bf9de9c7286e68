package org.gongbao.web.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed (订阅源), before it is written in one form or another. What is for its own page only is in none.
 *
 * @param self its own address
 * @param alternate the page that shows the same
 * @param next the address of what comes after it, null for the last part (RFC 5005, 3)
 * @param archive where it stands among the archives of a feed that is kept whole, null for others (RFC 5005, 4)
 */
record Feed(
        String id,
        String self,
        String alternate,
        String title,
        @Nullable String next,
        @Nullable Archive archive,
        List<Item> items) {

    /** A feed that is not kept whole. */
    Feed(String id, String self, String alternate, String title, @Nullable String next, List<Item> items) {
        this(id, self, alternate, title, next, null, items);
    }

    /**
     * A place among archives.
     *
     * @param current the address to subscribe to
     * @param previous the archive of what was before, null for the first
     * @param following the archive of what was after, null for the newest
     * @param isArchive whether it is an archive, not what is subscribed to
     */
    record Archive(
            String current,
            @Nullable String previous,
            @Nullable String following,
            boolean isArchive) {}

    /**
     * An entry.
     *
     * @param id stays the same for ever
     * @param at when what it tells of happened
     */
    record Item(
            String id,
            String url,
            String title,
            Instant at,
            List<String> authors,
            @Nullable String category,
            String summary) {}

    /** When the newest of the entries happened; a feed without entries is as old as time. */
    Instant updated() {
        return items.stream().map(Item::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
