package org.gongbao.recognition;

import java.util.regex.Pattern;

/**
 * Which lines the list of attachments (附件说明) takes up: entries one a line (GB/T 9704-2012, 7.3.4), and lines that the title
 * of an entry goes on over.
 */
final class AttachmentLines {

    /** {@code 附件：} alone on its line. */
    private static final Pattern OPENING = Pattern.compile("附\\s*件\\s*[:：]");

    /** {@code 2.名单}, {@code ２．名单}, {@code 2、名单}, {@code 附件2：名单}. */
    private static final Pattern ENTRY = Pattern.compile("(?:附件)?[\\d０-９]{1,2}\\s*[.．、:：](?!\\d{1,3}(?!\\d)).{2,80}");

    /** A title that cannot end here: {@code …预算编制办法和}. */
    private static final Pattern UNFINISHED = Pattern.compile(".*[和与及、的]");

    /** A form, a list or a version as titles of attachments end, beside what all titles end with. */
    private static final Pattern WHOLE = Pattern.compile(".*(?:[表单书册图录案件]|[）)]|\\.[A-Za-z]{2,4})[。；;，,]?");

    private static final Pattern OTHER = Pattern.compile("[（(].*|附\\s*件.*|抄送.*|联系.*|.*[：:].*|.*印发");

    private final LineKinds kinds;

    AttachmentLines(LineKinds kinds) {
        this.kinds = kinds;
    }

    /** Whether the line is {@code 附件：} over numbered entries; without a colon it would open an annex. */
    static boolean opensList(Flow flow, int line) {
        return OPENING.matcher(flow.segment(line).text()).matches() && isEntry(flow, line + 1);
    }

    private static boolean isEntry(Flow flow, int line) {
        return line < flow.size()
                && !flow.segment(line).isCell()
                && ENTRY.matcher(flow.segment(line).text()).matches()
                && flow.segment(line).text().indexOf('。') < 0;
    }

    /** The last line of the list that begins on this line. */
    int last(Flow flow, int first) {
        int last = first;
        while (isEntry(flow, last + 1) || goesOn(flow, last)) {
            last++;
        }
        return last;
    }

    /** Whether the entry's title goes on over the next line: it cannot end here, or the next entry follows below that line. */
    private boolean goesOn(Flow flow, int line) {
        int next = line + 1;
        if (next >= flow.size() || !isRest(flow, flow.segment(next))) {
            return false;
        }
        String text = flow.segment(line).text();
        boolean open = UNFINISHED.matcher(text).matches() || isOpen(text, '（', '）') || isOpen(text, '《', '》');
        boolean between = isEntry(flow, next + 1);
        return open || between || !isWhole(text) && isWhole(flow.segment(next).text());
    }

    private boolean isRest(Flow flow, Segment line) {
        String text = line.text();
        return !line.isCell()
                && text.length() <= 60
                && text.indexOf('。') < 0
                && !OTHER.matcher(text).matches()
                && !kinds.isBody(text)
                && kinds.agencies().names(text).isEmpty()
                && org.gongbao.record.ChineseDate.first(text)
                        .filter(date -> date.end() == text.length())
                        .isEmpty();
    }

    private boolean isWhole(String title) {
        return kinds.endsTitle(title) || WHOLE.matcher(title).matches();
    }

    private static boolean isOpen(String text, char opening, char closing) {
        return text.lastIndexOf(opening) > text.lastIndexOf(closing);
    }
}
