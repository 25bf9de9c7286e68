package org.gongbao.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.solr.client.solrj.SolrQuery;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * What the search of everything lists, the newest first: each document with the time of its version. The feed
 * ({@code /search.atom}) is made from it, and leaves out what is for its own page only. It is asked for
 * as readers ask for it, with a query and a client of theirs.
 */
final class FeedHoldings implements Holdings {

    private final SolrConnection connection;

    FeedHoldings(SolrConnection connection) {
        this.connection = connection;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Map<Uid, String> held(@Nullable Set<Uid> uids) {
        SolrQuery query = SearchParameters.everything();
        Map<Uid, String> held = new HashMap<>();
        SolrIndex index = connection.index();
        new IndexReading(index.readers(), index.name())
                .each(
                        query,
                        uids,
                        entry -> held.merge(
                                new Uid((String) entry.getFirstValue("id")),
                                time(entry.getFirstValue("published_at")),
                                (once, twice) -> once + " and " + twice));
        return held;
    }

    private static String time(@Nullable Object value) {
        return value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
    }

    @Override
    public String expected(PublishedDocument document) {
        Instant time = document.versionAt().truncatedTo(ChronoUnit.MILLIS);
        return time.toString();
    }
}
