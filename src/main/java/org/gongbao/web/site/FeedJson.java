package org.gongbao.web.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Writes a feed as JSON Feed 1.1. */
final class FeedJson {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private FeedJson() {}

    static byte[] write(Feed feed) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("version", VERSION);
        values.put("title", feed.title());
        values.put("home_page_url", feed.alternate());
        values.put("feed_url", feed.self());
        if (feed.next() != null) {
            values.put("next_url", feed.next());
        }
        values.put("items", feed.items().stream().map(FeedJson::item).toList());
        return CanonicalJson.bytes(values);
    }

    private static Map<String, @Nullable Object> item(Feed.Item item) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", item.id());
        values.put("url", item.url());
        values.put("title", item.title());
        values.put("content_text", item.summary().isEmpty() ? item.title() : item.summary());
        values.put("date_published", item.at());
        values.put("date_modified", item.at());
        if (!item.authors().isEmpty()) {
            values.put(
                    "authors",
                    item.authors().stream().map(name -> Map.of("name", name)).toList());
        }
        if (item.category() != null) {
            values.put("tags", List.of(item.category()));
        }
        return values;
    }
}
