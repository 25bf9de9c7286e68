package org.gongbao.recognition;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a document is cited (引用关系): from the words before and behind it in its sentence, by {@code citations.tsv}. */
final class CitationRelations {

    private static final int NEAR = 40;

    /** Between 《…》 and 印发: {@code 》已经市政府同意，现}. */
    private static final int CARRIED = 22;

    /** Something else is issued: {@code 》规定，现将驻地名称予以公布}, not {@code 》已经同意，现将其予以公布}. */
    private static final Pattern OTHER_OBJECT = Pattern.compile("将\\p{IsHan}{3,}$");

    private final ProfileTable table;

    CitationRelations(Profiles profiles) {
        table = profiles.citations();
    }

    /** A relation and the words that say so. */
    record Found(String relation, String quote) {}

    Found of(Draft draft, String text, int from, int to, @Nullable String title) {
        int start = sentenceStart(text, from);
        int end = sentenceEnd(text, to);
        String quote = text.substring(Math.max(start, from - 60), Math.min(end, to + 60));
        if (title != null && draft.enclosedTitle().filter(title::equals).isPresent()) {
            boolean forwarded = draft.title().filter(own -> own.contains("转发")).isPresent();
            return new Found(forwarded ? "转发" : "印发", quote);
        }
        if (title != null
                && draft.title()
                        .filter(own -> own.matches(".*《" + Pattern.quote(title) + "》.{0,6}(?:解读|政策问答|答记者问).*"))
                        .isPresent()) {
            return new Found("解读", quote);
        }
        String before = text.substring(Math.max(start, from - NEAR), from);
        String behind = text.substring(to, Math.min(end, to + NEAR));
        for (List<String> row : table.rows()) {
            boolean after = row.get(1).equals("after");
            for (String word : ProfileTable.alternatives(row.get(2))) {
                if (after
                        ? behind.contains(word) && isNear(behind, word) && isInReach(row.get(0), behind, word)
                        : before.endsWith(word) || beforeNear(before, word)) {
                    return new Found(row.get(0), quote);
                }
            }
        }
        return new Found("引用", quote);
    }

    /** What is issued or forwarded stands right before the verb; with other verbs more words may stand between. */
    private static boolean isInReach(String relation, String behind, String word) {
        boolean carried = relation.equals("印发") || relation.equals("转发");
        int at = behind.indexOf(word);
        return !carried
                || at <= CARRIED
                        && !OTHER_OBJECT.matcher(behind.substring(0, at)).find();
    }

    /** Behind: another title between the word and this one takes the word, unless both stand in one list. */
    private static boolean isNear(String behind, String word) {
        String between = behind.substring(0, behind.indexOf(word));
        return between.indexOf('《') < 0 || between.matches("[、和及（）()〔〕\\d\\p{IsHan}《》]*");
    }

    private static boolean beforeNear(String before, String word) {
        int at = before.lastIndexOf(word);
        if (at < 0) {
            return false;
        }
        String between = before.substring(at + word.length());
        return between.indexOf('，') < 0 && between.indexOf(',') < 0 && between.indexOf('；') < 0;
    }

    private static int sentenceStart(String text, int from) {
        int stop = Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from));
        return stop < 0 ? 0 : stop + 1;
    }

    private static int sentenceEnd(String text, int to) {
        int stop = text.indexOf('。', to);
        return stop < 0 ? text.length() : stop + 1;
    }
}
