package org.gongbao.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of one part of a document, or asks not to see: {@code 标题:养老}, {@code 机关:"教育局"}, {@code 年份:2023},
 * {@code -试行}.
 *
 * @param isExcluded whether it must not be there
 * @param phrase without anything but letters, digits and blanks
 */
record Condition(Part part, boolean isExcluded, String phrase) {

    /** Where the words have to stand. */
    enum Part {
        ANYWHERE,
        TITLE,
        NUMBER,
        ISSUER,
        TEXT,
        YEAR,
        KIND
    }

    private static final Pattern TYPED =
            Pattern.compile("(?<=^|\\s)(-)?(?:(标题|题名|title|文号|number|发文机关|机关|issuer|正文|text|年份|year|文种|kind):)?"
                    + "(?:[\"“”„「『]([^\"“”„「」『』]*)[\"“”„」』]|([^\\s\"“”„「」『』]+))");

    /** Takes the conditions out of a folded text; returns what is left. */
    static String take(String text, List<Condition> conditions) {
        StringBuilder rest = new StringBuilder();
        Matcher typed = TYPED.matcher(text);
        while (typed.find()) {
            String words = typed.group(3) != null ? typed.group(3) : typed.group(4);
            String phrase = SearchText.phrase(words);
            boolean isCondition = typed.group(1) != null || typed.group(2) != null;
            if (isCondition && !phrase.isEmpty()) {
                conditions.add(new Condition(part(typed.group(2)), typed.group(1) != null, phrase));
                typed.appendReplacement(rest, " ");
            }
        }
        return typed.appendTail(rest).toString();
    }

    private static Part part(@Nullable String name) {
        if (name == null) {
            return Part.ANYWHERE;
        }
        return switch (name) {
            case "标题", "题名", "title" -> Part.TITLE;
            case "文号", "number" -> Part.NUMBER;
            case "正文", "text" -> Part.TEXT;
            case "年份", "year" -> Part.YEAR;
            case "文种", "kind" -> Part.KIND;
            default -> Part.ISSUER;
        };
    }
}
