package org.gongbao.recognition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;

/**
 * Marks that keep a document from the public (密级, 内部标志; GB/T 9704-2012, 7.2.2): {@code 机密★5年}, {@code 内部资料}, as a line
 * of their own near the head of a document. Finding one never removes anything; publication is held back by it.
 */
final class SecrecyStep implements Step {

    private static final int NEAR_HEAD = 25;

    private final Pattern secret;
    private final Pattern internal;

    SecrecyStep(Profiles profiles) {
        secret = Pattern.compile(
                "(?:\\d{3,8}\\s*)?(" + Profiles.anyOf(profiles.disclosure().words("secrecy"))
                        + "(?:\\s*[★☆*＊]\\s*(?:长期|[\\d一二三四五六七八九十]{1,3}(?:年|个?月|天)?)?)?)(?:\\s*(?:特急|加急|平急))?");
        internal =
                Pattern.compile("[（(【]?(" + Profiles.anyOf(profiles.disclosure().words("internal"))
                        + "(?:[\\s，,、]*(?:注意保存|请勿外传|不得外传|妥善保管|严禁外传))?)[）)】]?");
    }

    @Override
    public void apply(Draft draft) {
        for (Segment line : draft.flow().segments()) {
            String text = line.text();
            Matcher mark = secret.matcher(text);
            Matcher inside = internal.matcher(text);
            boolean near =
                    line.index() < NEAR_HEAD || line.index() < draft.anatomy().body();
            if (near && !line.isCell() && (mark.matches() || inside.matches())) {
                Matcher found = mark.matches() ? mark : inside;
                String value = Blanks.remove(found.group(1));
                Seen seen = Seen.at(line, found.start(1), found.end(1), value, "secrecy.mark/1");
                draft.record().secrecy(value);
                draft.claim("secrecy", seen);
                draft.finding(Finding.warning("secrecy.mark", "the document bears the mark " + value), seen);
                return;
            }
        }
    }
}
