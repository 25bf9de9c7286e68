package org.gongbao.web.site;

import java.util.List;

/**
 * The pages of the site that lead on to all others, as the site map shows them. Whoever adds such a page adds a line here; its
 * words are {@code sitemap.page.<key>}.
 */
final class SitePages {

    /**
     * A part of the site map.
     *
     * @param key {@code sitemap.group.<key>} is its heading
     */
    record Group(String key, List<Page> pages) {}

    /**
     * A page.
     *
     * @param isIndexable whether search engines are told of it; others are for machines, or asked not to be listed
     */
    record Page(String key, String address, boolean isIndexable) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "documents",
                    List.of(
                            new Page("home", "/", true),
                            new Page("search", "/search", true),
                            new Page("browse", "/browse", true),
                            new Page("gazette", "/gazette", true),
                            new Page("catalog", "/catalog", true),
                            new Page("duties", "/duties", true),
                            new Page("feed", "/search.atom", false))),
            new Group(
                    "trust",
                    List.of(
                            new Page("verify", "/verify", false),
                            new Page("log", "/log/checkpoint", false),
                            new Page("log-feed", "/feed.atom", false),
                            new Page("statistics", "/statistics", true),
                            new Page("quality", "/quality", true))),
            new Group(
                    "data",
                    List.of(
                            new Page("data", "/data", true),
                            new Page("api", "/api", true),
                            new Page("sparql", "/sparql", false),
                            new Page("def", "/def/", true),
                            new Page("concept", "/concept", true),
                            new Page("schema", "/data/schema", true))),
            new Group("site", List.of(new Page("sitemap", "/sitemap", true), new Page("privacy", "/privacy", true))));

    private SitePages() {}

    static List<Page> indexable() {
        return GROUPS.stream()
                .flatMap(group -> group.pages().stream())
                .filter(Page::isIndexable)
                .toList();
    }
}
