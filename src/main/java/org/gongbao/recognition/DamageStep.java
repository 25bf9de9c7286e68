package org.gongbao.recognition;

import java.util.regex.Pattern;
import org.gongbao.record.Finding;

/**
 * Counts damage of the whole text that nothing repairs (缺损统计): brackets without their partner, no-break blanks between
 * characters, a signature that is missing because the seal was an image. It tells; it changes nothing.
 */
final class DamageStep implements Step {

    /** {@code 1)}, {@code a）}, {@code 三)}: numbers of a list have one bracket by right. */
    private static final Pattern LISTED =
            Pattern.compile("(?m)(?<![（(\\p{IsHan}\\dA-Za-z])(?:[\\d０-９]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）]");

    /** Between two Chinese characters or figures; at the beginning of a line it is an indent. */
    private static final Pattern NO_BREAK =
            Pattern.compile("(?<=[\\p{IsHan}\\d，。、：；〔〕])\\u00a0+(?=[\\p{IsHan}\\d，。、：；〔〕])");

    @Override
    public void apply(Draft draft) {
        brackets(draft);
        long blanks = NO_BREAK.matcher(draft.flow().text()).results().count();
        if (blanks > 0) {
            draft.finding(Finding.info(
                    "text.no-break-blanks", blanks + " times no-break blanks stand between characters of the text"));
        }
        if (draft.anatomy().addressee() >= 0
                && draft.anatomy().signature().isEmpty()
                && draft.title().isPresent()) {
            draft.finding(Finding.info(
                    "signature.missing",
                    "the document has addressees, but no signature in its text; the seal may be an image"));
        }
    }

    private static void brackets(Draft draft) {
        String text = LISTED.matcher(draft.flow().text()).replaceAll("");
        long opened = text.chars().filter(c -> c == '(' || c == '（').count();
        long closed = text.chars().filter(c -> c == ')' || c == '）').count();
        if (opened != closed) {
            draft.finding(Finding.info(
                    "text.brackets-unbalanced",
                    opened + " round brackets open and " + closed + " close; expected as many of each"));
        }
    }
}
