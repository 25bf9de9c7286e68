package org.gongbao.extraction;

import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself: its meta tags, such as those of 国办发〔2017〕47号, and its title. */
final class HtmlMetadata {

    private HtmlMetadata() {}

    /** Meta tags by name, the first of a name wins; {@code title} is the page's title. */
    static Map<String, String> of(Document page) {
        Map<String, String> metadata = new TreeMap<>();
        for (Element meta : page.select("meta[content]")) {
            String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
            String content = meta.attr("content").strip();
            if (!name.isBlank() && !content.isEmpty()) {
                metadata.putIfAbsent(name.strip(), content);
            }
        }
        Element title = page.selectFirst("title");
        if (title != null && !title.text().isBlank()) {
            metadata.put("title", title.text().strip());
        }
        return metadata;
    }
}
