package org.gongbao.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The column (栏目) that a page belongs to, as the meta tags of every page name it.
 *
 * @param type what kind of column it is, such as 政策文件
 */
public record SiteColumn(String name, String description, String keywords, String type) {

    private static final String OTHER = "other";

    /**
     * The column of a path, known by its first part: {@code /gazette/…} belongs to {@code column.gazette}. Whoever adds a column
     * adds its words, and nothing here.
     */
    static SiteColumn of(String path, MessageSource words, Locale locale) {
        String first = path.replaceFirst("^/+", "").replaceFirst("[/.].*", "");
        String key = first.isEmpty() ? "home" : first;
        String column = word(words, key, "name", locale) == null ? OTHER : key;
        return new SiteColumn(
                required(words, column, "name", locale),
                required(words, column, "description", locale),
                required(words, column, "keywords", locale),
                required(words, column, "type", locale));
    }

    private static @Nullable String word(MessageSource words, String column, String part, Locale locale) {
        return words.getMessage("column." + column + "." + part, null, null, locale);
    }

    private static String required(MessageSource words, String column, String part, Locale locale) {
        return words.getMessage("column." + column + "." + part, null, locale);
    }
}
