package org.gongbao.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Citation;

/**
 * The proposal that a reply answers (建议、提案的答复): {@code 对市人大…第45号建议的答复},
 * {@code 关于政协…第123号（教育类01号）提案的复函}, or in the letter itself {@code 您提出的第45号建议收悉}. It has no document number and often no
 * 《》, so the words that name it stand for its title.
 */
final class Replies {

    private static final int FIRST_LINES = 6;

    private static final String NUMBER = "[（(]?第\\s*[\\d０-９零〇一二三四五六七八九十百]{1,9}\\s*号[)）]?(?:[（(][^（）()]{1,16}[)）])?";

    private static final String PROPOSAL = "(?:建议|提案|议案)";

    /** {@code 市政协五届三次会议第123号（教育类01号）提案}, {@code 市人大代表建议第45号}. */
    private static final String NAMED = "(?<what>(?:[^，。；：、《》\\s]{0,40}?" + NUMBER + "[^，。；：《》\\s第号]{0,10}?" + PROPOSAL
            + "|[^，。；：、《》\\s]{0,40}?" + PROPOSAL + NUMBER + "))";

    /** In a title or an opening line: what 答复 or 复函 is about. */
    private static final Pattern TITLE = Pattern.compile("(?:关于对|关于|对)" + NAMED + "[^，。；]{0,60}?(?:答复|复函|回复|回函)");

    /** In the letter: {@code 您提出的第45号建议收悉}, {@code 您在市人大三次会议上提出的关于…的建议（第45号）收悉，现答复如下}. */
    private static final Pattern LETTER = Pattern.compile(
            "(?:提出|提交|转来)的?(?:[^。；]{0,60}?《[^《》]{2,60}》)?(?:的)?" + NAMED + "[^。；]{0,80}?(?:收悉|答复如下|回复如下)");

    private Replies() {}

    /** The proposal, and where it is named. */
    record Reply(Citation citation, Seen seen) {}

    static Optional<Reply> in(Draft draft) {
        Optional<Reply> ofTitle = draft.title().flatMap(title -> ofTitle(draft, title));
        return ofTitle.isPresent() ? ofTitle : ofLetter(draft);
    }

    private static Optional<Reply> ofTitle(Draft draft, String title) {
        Matcher reply = TITLE.matcher(title);
        if (!reply.find()) {
            return Optional.empty();
        }
        String what = reply.group("what");
        Seen seen = draft.flow().segments().stream()
                .filter(line -> line.text().contains(what))
                .findFirst()
                .map(line -> Seen.at(
                        line,
                        line.text().indexOf(what),
                        line.text().indexOf(what) + what.length(),
                        what,
                        "citation.reply/1"))
                .orElseGet(() -> Seen.outside(what, title, "citation.reply/1", 0.9));
        return Optional.of(new Reply(new Citation(what, null, "答复", title), seen));
    }

    private static Optional<Reply> ofLetter(Draft draft) {
        int body = draft.anatomy().body();
        int last = Math.min(draft.flow().size(), body + FIRST_LINES);
        for (Segment line : draft.flow().segments().subList(Math.min(body, last), last)) {
            Matcher reply = LETTER.matcher(line.text());
            if (reply.find()) {
                String what = reply.group("what");
                Seen seen = Seen.at(line, reply.start("what"), reply.end("what"), what, "citation.reply/1");
                return Optional.of(new Reply(new Citation(what, null, "答复", reply.group()), seen));
            }
        }
        return Optional.empty();
    }
}
