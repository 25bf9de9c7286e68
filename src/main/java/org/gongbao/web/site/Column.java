package org.gongbao.web.site;

import java.util.Locale;

/**
 * A topic column (专题): a saved search with a title and an introduction, kept in {@code ingest/columns}.
 *
 * @param name of its file, and of its page
 */
record Column(String name, Words title, Words introduction, SearchQuery query, boolean isOfToday) {

    /** A text in both languages. */
    record Words(String chinese, String english) {

        String in(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    public String address() {
        return "/columns/" + name;
    }
}
