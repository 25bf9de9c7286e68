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
 * @param next the address of what comes after it, null for the last part (RFC 5005)
 */
record Feed(
        String id,
        String self,
        String alternate,
        String title,
        @Nullable String next,
        List<Item> items) {

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
