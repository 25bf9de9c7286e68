package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;

/**
 * Finds the end of a document: signature (署名), date (成文日期), notes, and the lines that open annexes. A date of printing
 * (印发日期, in 版记) is no date of signature.
 */
final class TailReader {

    /** {@code 附件}, {@code 附件1}, {@code 附件一：} alone on a line opens an annex. */
    private static final Pattern ANNEX =
            Pattern.compile("附\\s*件\\s*[\\d０-９一二三四五六七八九十]{0,3}\\s*[:：]?|附\\s*[录表]\\s*[\\d一二三四五六七八九十]{0,3}");

    private final LineKinds kinds;

    TailReader(LineKinds kinds) {
        this.kinds = kinds;
    }

    record Tail(List<Segment> signature, int date, int end, List<Integer> annexes) {}

    Tail read(Flow flow, Header header, int body, String title) {
        List<Integer> annexes = new ArrayList<>();
        int date = -1;
        for (int line = body; line < flow.size(); line++) {
            Segment segment = flow.segment(line);
            if (header.has(line)) {
                continue;
            }
            if (!segment.isCell()
                    && ANNEX.matcher(segment.text()).matches()
                    && !AttachmentLines.opensList(flow, line)) {
                annexes.add(line);
            } else if (date < 0 && annexes.isEmpty() && isSigned(flow, line, body)) {
                date = line;
            }
        }
        List<Segment> signature = new ArrayList<>(date < 0 ? List.of() : signature(flow, body, date));
        while (date >= 0) {
            int next = nextSigned(flow, date);
            if (next < 0) {
                break;
            }
            signature.addAll(signature(flow, date + 1, next));
            date = next;
        }
        return new Tail(List.copyOf(signature), date, end(flow, date, annexes), List.copyOf(annexes));
    }

    /**
     * Of a joint document each issuer may sign with a date of its own; the last one to sign dates the document (党政机关公文处理工作条例,
     * article 9).
     *
     * @return the line of the next date with names right above it or before it, -1 for none
     */
    private int nextSigned(Flow flow, int date) {
        int line = date + 1;
        while (line < flow.size()
                && !flow.segment(line).isCell()
                && !kinds.agencies().names(flow.segment(line).text()).isEmpty()) {
            line++;
        }
        boolean signed = line < flow.size() && isSigned(flow, line, date);
        boolean named = line > date + 1
                || signed && ChineseDate.parse(flow.segment(line).text()).isEmpty();
        return signed && named ? line : -1;
    }

    /** A line that is a date, or names with a date behind them, below running text. */
    private boolean isSigned(Flow flow, int line, int body) {
        Segment segment = flow.segment(line);
        if (segment.isCell() || segment.text().length() > 90) {
            return false;
        }
        String text = segment.text();
        if (ChineseDate.parse(text).isPresent() || !ChineseDate.readings(text).isEmpty()) {
            return line > body || body == 0;
        }
        return ChineseDate.find(text).stream()
                .filter(date -> date.end() == text.length())
                .anyMatch(date -> !kinds.agencies()
                        .names(Blanks.strip(text.substring(0, date.start())))
                        .isEmpty());
    }

    /** The lines of names right above the date, and the names on the date's own line. */
    private List<Segment> signature(Flow flow, int body, int date) {
        List<Segment> lines = new ArrayList<>();
        Segment dated = flow.segment(date);
        if (ChineseDate.find(dated.text()).stream().anyMatch(found -> found.start() > 0)) {
            lines.add(dated);
        }
        for (int line = date - 1; line >= Math.max(0, body - 1); line--) {
            Segment segment = flow.segment(line);
            if (segment.isCell() || kinds.agencies().names(segment.text()).isEmpty()) {
                break;
            }
            lines.add(0, segment);
        }
        return lines;
    }

    /** Behind date and note; or where the first annex opens. */
    private int end(Flow flow, int date, List<Integer> annexes) {
        int last = annexes.isEmpty() ? flow.size() : annexes.get(0);
        if (date < 0) {
            return last;
        }
        int line = date + 1;
        while (line < last
                && (kinds.isAnnotation(flow.segment(line).text())
                        || isNote(flow.segment(line).text()))) {
            line++;
        }
        return line;
    }

    /** Notes, lists of annexes and the imprint below the signature. */
    private static boolean isNote(String text) {
        return text.matches("[（(].{2,60}[)）]|抄送.*|.*印发?$|主送.*|附件\\d*[:：].*|\\d+[.．、].{2,60}|联系人.*");
    }
}
