package org.gongbao.recognition;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a document is cited (引用关系): from the words before and behind it in its sentence, by {@code citations.tsv}. */
final class CitationRelations {

    private static final int NEAR = 40;

    /** How much a quote holds on either side; more where the deciding word comes later. */
    private static final int QUOTE = 60;

    private static final int AFTER_WORD = 16;
    private static final int LONGEST_LIST = 600;

    /** Between 《…》 and 印发: {@code 》已经市政府同意，现}. */
    private static final int CARRIED = 22;

    /** Something else is issued: {@code 》规定，现将驻地名称予以公布}, not {@code 》已经同意，现将其予以公布}. */
    private static final Pattern OTHER_OBJECT = Pattern.compile("将\\p{IsHan}{3,}$");

    /** A title, and a number or a part in brackets: they do not count as words of the sentence. */
    private static final Pattern TITLE = Pattern.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》?");

    private static final Pattern BRACKETS = Pattern.compile("[（(][^（）()]{0,60}[）)]");

    /** More titles of one list: {@code 、》}, {@code 和2010年3月1日云州市人民政府发布的》}; each title is a mere 》 by then. */
    private static final Pattern LIST =
            Pattern.compile("(?:(?:[、；，和及与]|以及)+(?:[^，。；》、]{2,40}?(?:发布|公布|印发|颁布|制定|出台|下发)的)?》(?:等)?)+");

    /** What may stand between a title and a word that must follow at once: {@code 自本办法施行之日起，同时}. */
    private static final Pattern AT_ONCE = Pattern.compile("(?:同时|即行|一律|均|也|相应|予以|全部|都|，|文件|等|[自从][^，。；]{2,24}起)*");

    /** Another thing ends: {@code 《甲》执行，原办法同时废止}; or only what contradicts: {@code 《甲》与本办法不一致的，同时废止}. */
    private static final Pattern OTHER_SUBJECT = Pattern.compile("，(?:原|以前|此前|其他|其它|凡|之前|过去|本)|不一致|不相符|不符|抵触");

    private static final Set<String> DECISIVE = Set.of("废止", "宣布失效", "继续有效", "延长有效期");

    private final ProfileTable table;

    CitationRelations(Profiles profiles) {
        table = profiles.citations();
    }

    /** A relation and the words that say so. */
    record Found(String relation, String quote) {}

    Found of(Draft draft, String text, int from, int to, @Nullable String title) {
        int start = sentenceStart(text, from);
        int end = sentenceEnd(text, to);
        String quote = text.substring(Math.max(start, from - QUOTE), Math.min(end, to + QUOTE));
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
        String before = last(words(text.substring(start, from)));
        String behind = behind(text.substring(to, end));
        for (List<String> row : table.rows()) {
            for (String word : ProfileTable.alternatives(row.get(2))) {
                if (says(row.get(0), row.get(1), word, before, behind)) {
                    return new Found(row.get(0), quote + beyond(text, to, end, word));
                }
            }
        }
        return new Found("引用", quote);
    }

    private static boolean says(String relation, String place, String word, String before, String behind) {
        return switch (place) {
            case "next" ->
                behind.contains(word)
                        && AT_ONCE.matcher(behind.substring(0, behind.indexOf(word)))
                                .matches();
            case "after" ->
                behind.contains(word) && isNear(relation, behind, word) && isInReach(relation, behind, word);
            default -> before.endsWith(word) || beforeNear(before, word);
        };
    }

    /** The text without the words of titles and brackets. */
    private static String words(String text) {
        String signs = text.replace(',', '，').replace(';', '；');
        return BRACKETS.matcher(TITLE.matcher(signs).replaceAll("》")).replaceAll("");
    }

    /** What a quote lacks when a list of titles stands before the word. */
    private static String beyond(String text, int to, int end, String word) {
        int at = text.indexOf(word, to);
        int last = Math.min(end, at + word.length() + AFTER_WORD);
        return at < 0 || at > to + LONGEST_LIST || last <= to + QUOTE ? "" : text.substring(to + QUOTE, last);
    }

    private static String last(String before) {
        return before.substring(Math.max(0, before.length() - NEAR));
    }

    /** What the sentence says behind a title and behind the other titles of its list. */
    private static String behind(String text) {
        String words = words(text);
        Matcher list = LIST.matcher(words);
        String rest = list.lookingAt() ? words.substring(list.end()) : words;
        return rest.substring(0, Math.min(rest.length(), NEAR));
    }

    /** What is issued or forwarded stands right before the verb; with other verbs more words may stand between. */
    private static boolean isInReach(String relation, String behind, String word) {
        boolean carried = relation.equals("印发") || relation.equals("转发");
        int at = behind.indexOf(word);
        return !carried
                || at <= CARRIED
                        && !OTHER_OBJECT.matcher(behind.substring(0, at)).find();
    }

    /** Behind: another title between the word and this one takes the word, and so does another subject. */
    private static boolean isNear(String relation, String behind, String word) {
        String between = behind.substring(0, behind.indexOf(word));
        return between.indexOf('》') < 0
                && (!DECISIVE.contains(relation)
                        || between.indexOf('；') < 0
                                && !OTHER_SUBJECT.matcher(between).find());
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
