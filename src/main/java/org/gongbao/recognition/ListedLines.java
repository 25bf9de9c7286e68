package org.gongbao.recognition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Documents listed line by line below a line that says how they stand (清理目录): {@code 下列文件自即日起废止：} and then
 * {@code 1.云州市人民政府关于…的通知（云政发〔2005〕3号）}, with 《》 or without. The words are those of {@code cleanup.tsv}.
 */
final class ListedLines {

    private static final int LONGEST_LEAD = 100;

    /** A line that opens a list: {@code 下列文件予以废止：}, {@code 附件1 废止的规范性文件目录（共3件）}. */
    private static final Pattern LEAD = Pattern.compile(
            ".*(?:(?:下列|以下|如下).*[：:]|(?:目录|清单|名录)(?:[（(][^（）()]{1,16}[)）])?|(?:废止|失效|继续有效|修改)的[^。]{0,16}(?:文件|规章)[^。]{0,12}[：:]?)");

    private static final Pattern LABEL =
            Pattern.compile("^(?:[（(]?[一二三四五六七八九十百]{1,4}[)）、．.]|[（(]?\\d{1,3}[)）、．.]|\\d{1,3}\\s+|[①-⑳])\\s*");

    /** A title with its number in brackets, and nothing but a mark of its end behind. */
    private static final Pattern ITEM = Pattern.compile(
            "(?<title>[^（(。；].{4,120}?)\\s*[（(](?<number>[^（）()]{4,40}(?:[（(]\\d{4}[)）][^（）()]{1,12})?)[)）]\\s*[。；;，,]?");

    private static final Pattern QUOTED = Pattern.compile("《.*》.{0,70}");

    private final ListedCitations words;

    ListedLines(ListedCitations words) {
        this.words = words;
    }

    /** How a line's document stands, and the words that say so. */
    record Listed(String relation, String lead) {}

    /** A listed title without 《》. */
    record Bare(String title, DocumentNumberReader.Reading number, int from, int to) {}

    /** The lines of lists, by the index of their segment. */
    Map<Integer, Listed> in(Flow flow, int body) {
        Map<Integer, Listed> listed = new HashMap<>();
        Listed current = null;
        for (Segment line : flow.segments()) {
            if (line.index() < body || line.isCell()) {
                current = null;
                continue;
            }
            String text = line.text();
            Optional<String> relation =
                    text.length() > LONGEST_LEAD || !LEAD.matcher(text).matches() || isItem(text)
                            ? Optional.empty()
                            : words.relation(text);
            if (relation.isPresent()) {
                current = new Listed(relation.get(), text);
            } else if (current != null && isItem(text)) {
                listed.put(line.index(), current);
            } else {
                current = null;
            }
        }
        return listed;
    }

    private static boolean isItem(String text) {
        String item = LABEL.matcher(text).replaceFirst("");
        return QUOTED.matcher(item).matches() && item.startsWith("《")
                || bare(text).isPresent();
    }

    /** A title and its number, where the line names them without 《》. */
    static Optional<Bare> bare(String text) {
        Matcher label = LABEL.matcher(text);
        int start = label.lookingAt() ? label.end() : 0;
        Matcher item = ITEM.matcher(text.substring(start));
        if (text.indexOf('《') == start || !item.matches()) {
            return Optional.empty();
        }
        DocumentNumberReader.@Nullable Reading number =
                DocumentNumberReader.find(item.group("number"), Set.of()).stream()
                        .findFirst()
                        .orElse(null);
        return number == null
                ? Optional.empty()
                : Optional.of(new Bare(item.group("title"), number, start, start + item.end("number") + 1));
    }
}
