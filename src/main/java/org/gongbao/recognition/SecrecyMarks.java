package org.gongbao.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that keep a document from the public (密级, 内部标志; GB/T 9704-2012, 7.2.2): {@code 机密★5年}, {@code 密级：秘密},
 * {@code 内部资料 注意保存}. Blanks do not matter. A mark is a line of its own; running text that speaks of secrets is none.
 */
public final class SecrecyMarks {

    /** A line longer than this holds running text. */
    private static final int LONGEST = 60;

    private static final String STAR = "[★☆*＊]";
    private static final String TERM = "(?:长期|启用前|[\\d一二三四五六七八九十]{1,3}(?:年|个?月|天|日)?)";

    /** A term with its unit: behind it even a star that was read as another character is one. */
    private static final String SURE_TERM = "(?:长期|[\\d一二三四五六七八九十]{1,3}(?:年|个?月))";

    /** The copy's number before a mark: {@code 000012}, {@code 份号：000012}, {@code №000012}. */
    private static final String COPY = "(?:(?:份号[：:]?|No[.．]?|№)?\\d{1,8}份?)?";

    private static final String LABEL = "(?:(?:密级(?:和|及)?(?:保密期限)?|秘密等级|保密等级|涉密等级)[：:]?)?";
    private static final String KEEP = "(?:注意保存|注意保管|妥善保管|请勿外传|不得外传|严禁外传|不得复制|严禁复制|仅供参考)";
    private static final String OPEN = "[（(【\\[]?";
    private static final String CLOSE = "[)）】\\]]?";

    /** The number of a page or an issue beside a mark in a running head. */
    private static final String PAGE = "(?:[-—–·|]*第?\\d{1,4}[页期]?[-—–·|]*)?";

    /** A line that holds a sentence or a title speaks of marks and bears none. */
    private static final Pattern SPEAKS = Pattern.compile("[，。；：,;“”\"《》〈〉]");

    /** Longest line that bears a mark beside something else, such as the name of an office. */
    private static final int LONGEST_BESIDE = 30;

    private final Pattern line;
    private final Pattern live;
    private final Pattern bare;
    private final Pattern beside;
    private final Pattern starred;
    private final Pattern word;
    private final Simplification simplification;

    SecrecyMarks(Profiles profiles) {
        String levels = Profiles.anyOf(profiles.disclosure().words("secrecy"));
        String internal = Profiles.anyOf(profiles.disclosure().words("internal"));
        String urgency = "(?:" + Profiles.anyOf(profiles.disclosure().words("urgency")) + ")*";
        String secret = levels + "级?(?:" + STAR + "?" + TERM + "|" + STAR + ")?";
        String inside = internal + "(?:[，,、·！!]?" + KEEP + ")*";
        line = Pattern.compile(COPY + urgency + PAGE + OPEN + LABEL + OPEN + "(" + secret + "|" + inside + ")" + CLOSE
                + "[！!]?" + PAGE + urgency + COPY);
        String before = COPY + urgency + PAGE + OPEN + LABEL + OPEN;
        String after = CLOSE + "[！!]?" + PAGE + urgency + COPY;
        live = Pattern.compile(
                before + "(" + levels + ")级?(?:" + STAR + "?" + TERM + "|" + STAR + "|.?" + SURE_TERM + ")" + after);
        bare = Pattern.compile(before + "(" + levels + ")级?" + after);
        beside = Pattern.compile(
                "^(" + levels + ")" + STAR + TERM + "?|(" + levels + ")" + STAR + TERM + "?" + CLOSE + "$");
        starred = Pattern.compile("(" + levels + STAR + TERM + "?)");
        word = Pattern.compile("(" + levels + "|" + internal + ")");
        simplification = profiles.simplification();
    }

    /** The marks that the profiles name. */
    public static SecrecyMarks of(Profiles profiles) {
        return new SecrecyMarks(profiles);
    }

    /** A mark without blanks and its place in the line. */
    record Mark(String value, int start, int end) {}

    /** The mark that a line is, or the unmistakable one with a star that stands on a line with other things. */
    Optional<Mark> on(String text) {
        return search(text, line, true).or(() -> starred(text));
    }

    /** The mark with a star on a line: no running text has one. */
    Optional<Mark> starred(String text) {
        return search(text, starred, false);
    }

    /** The mark that a line is or bears. */
    public Optional<String> onLine(String text) {
        return on(text).map(Mark::value);
    }

    /** The mark with a star that a line bears. */
    public Optional<String> withStar(String text) {
        return starred(text).map(Mark::value);
    }

    /**
     * The level (绝密, 机密, 秘密) of a mark with a star or a term that a line at the head of a page is or begins or ends with.
     * Marks for internal use have none.
     *
     * @param first whether the line is among the very first, where a level alone is a mark too, as before 2012
     */
    Optional<String> levelOn(String text, boolean first) {
        if (text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String squeezed = simplification.of(Blanks.remove(text));
        Matcher whole = live.matcher(squeezed);
        if (whole.matches()) {
            return Optional.of(whole.group(1));
        }
        Matcher alone = bare.matcher(squeezed);
        if (first && alone.matches()) {
            return Optional.of(alone.group(1));
        }
        Matcher part = beside.matcher(squeezed);
        boolean isShort =
                squeezed.length() <= LONGEST_BESIDE && !SPEAKS.matcher(squeezed).find();
        return isShort && part.find()
                ? Optional.of(part.group(1) == null ? part.group(2) : part.group(1))
                : Optional.empty();
    }

    /** The mark that a watermark holds, which repeats itself over the page. */
    Optional<String> inWatermark(String text) {
        Matcher matcher = word.matcher(simplification.of(Blanks.remove(text)));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Optional<Mark> search(String text, Pattern pattern, boolean whole) {
        if (text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String squeezed = Blanks.remove(text);
        if (squeezed.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(simplification.of(squeezed));
        if (!(whole ? matcher.matches() : matcher.find())) {
            return Optional.empty();
        }
        return Optional.of(new Mark(
                squeezed.substring(matcher.start(1), matcher.end(1)),
                place(text, matcher.start(1)),
                place(text, matcher.end(1) - 1) + 1));
    }

    /** Where a character that is no blank stands in the text with its blanks. */
    private static int place(String text, int squeezed) {
        int left = squeezed;
        int at = 0;
        while (Blanks.isBlank(text.charAt(at)) || left > 0) {
            left -= Blanks.isBlank(text.charAt(at)) ? 0 : 1;
            at++;
        }
        return at;
    }
}
