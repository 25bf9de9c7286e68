package org.gongbao.recognition;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name that the text of a notice gives to what it carries (正文所称). A title drops 《》, the 的 before 若干措施 and the name
 * of the place: {@code 印发关于促进消费若干措施的通知} carries {@code 《云州市关于促进消费的若干措施》}, and so the instrument itself is
 * headed.
 */
final class CarriedName {

    /** The notice names what it carries in its first sentences. */
    private static final int LINES = 6;

    private static final Pattern BEFORE = Pattern.compile("(?:将|把)[^《》。]{0,30}$");

    private static final Pattern BEHIND = Pattern.compile("[^《》。]{0,80}?(?:印发|转发|批转|颁发|下发|公布|发布)");

    private CarriedName() {}

    /** The other name of an instrument whose name stands in the notice's title without 《》; empty where there is none. */
    static Optional<Seen> of(Draft draft, String inTitle) {
        Optional<Seen> other = Optional.empty();
        int end = Math.min(draft.flow().size(), draft.anatomy().body() + LINES);
        for (int line = draft.anatomy().body(); line < end; line++) {
            Segment segment = draft.flow().segment(line);
            String text = segment.text();
            for (int open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
                int close = CitationStep.closing(text, open);
                if (close < 0) {
                    break;
                }
                String name = Blanks.joined(text.substring(open + 1, close));
                if (plain(name).equals(plain(inTitle))) {
                    return Optional.empty();
                }
                if (other.isEmpty() && isSame(name, inTitle) && isCarried(text, open, close)) {
                    other = Optional.of(Seen.at(segment, open + 1, close, name, "enclosed.body/1"));
                }
                open = close;
            }
        }
        return other;
    }

    private static boolean isCarried(String text, int open, int close) {
        return BEFORE.matcher(text.substring(0, open)).find()
                || BEHIND.matcher(text.substring(close + 1)).lookingAt();
    }

    /** Equal but for 的 and for the place or body in front of one of them. */
    private static boolean isSame(String one, String other) {
        String first = plain(one).replace("的", "");
        String second = plain(other).replace("的", "");
        return Math.min(first.length(), second.length()) > 6 && (first.endsWith(second) || second.endsWith(first));
    }

    private static String plain(String name) {
        return name.replaceAll("[《》〈〉<>\\s]", "").replace('（', '(').replace('）', ')');
    }
}
