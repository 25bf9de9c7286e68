package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attachments (附件): the titles of the list of attachments, in one line or several, and those that head an annex. A link
 * to an attachment's file gives its title without the file's ending.
 */
final class AttachmentStep implements Step {

    /** {@code 附件：1.名单}, {@code 附件1：名单}, {@code 附件 名单.docx}. */
    private static final Pattern LIST = Pattern.compile(
            "附\\s*件\\s*(?:[\\d０-９一二三四五六七八九十]{0,2}\\s*[:：．.、]|[" + Blanks.CLASS + "]+)[" + Blanks.CLASS + "]*(.*)",
            Pattern.DOTALL);

    /** The next entry: {@code 2.名单}, {@code 2．名单}, {@code 附件2：名单}. */
    private static final Pattern ENTRY = Pattern.compile("(?:^|(?<=[" + Blanks.CLASS
            + "；;）)])|(?<=\\p{IsHan}))(?:附件)?(?:\\d{1,2}|[０-９]{1,2})\\s*[.．、：:](?!\\d{1,3}(?!\\d))\\s*");

    private static final Pattern FILE =
            Pattern.compile("\\.(?:docx?|xlsx?|pdf|wps|et|ofd|rar|zip|rtf)$", Pattern.CASE_INSENSITIVE);

    private final LineKinds kinds;
    private final AttachmentLines lines;

    AttachmentStep(LineKinds kinds) {
        this.kinds = kinds;
        lines = new AttachmentLines(kinds);
    }

    @Override
    public void apply(Draft draft) {
        List<String> titles = new ArrayList<>();
        Flow flow = draft.flow();
        for (int line = draft.anatomy().body(); line < flow.size(); line++) {
            Segment segment = flow.segment(line);
            Matcher list = LIST.matcher(segment.text());
            if (segment.isCell()
                    || !list.matches()
                    || segment.text().contains("....")
                    || segment.text().length() >= 600
                    || list.group(1).isBlank() && !AttachmentLines.opensList(flow, line)) {
                continue;
            }
            int last = lines.last(flow, line);
            add(
                    draft,
                    titles,
                    segment.start() + list.start(1),
                    flow.segment(last).end());
            while (line <= last) {
                draft.listsAttachments(line++);
            }
            line = last;
        }
        if (titles.isEmpty()) {
            headings(draft, titles);
        }
        draft.attachments(titles);
    }

    private static void add(Draft draft, List<String> titles, int from, int to) {
        Matcher entry = ENTRY.matcher(draft.flow().text());
        List<int[]> spans = new ArrayList<>();
        int start = from;
        entry.region(from, to);
        entry.useTransparentBounds(true);
        while (entry.find()) {
            if (entry.start() > start) {
                spans.add(new int[] {start, entry.start()});
            }
            start = entry.end();
        }
        spans.add(new int[] {start, to});
        for (int[] span : spans) {
            title(draft, titles, span[0], span[1]);
        }
    }

    private static void title(Draft draft, List<String> titles, int from, int to) {
        String raw = draft.flow().text().substring(from, to);
        String title =
                FILE.matcher(Blanks.joined(raw).replaceAll("[。；;，,]+$", "")).replaceFirst("");
        if (title.startsWith("《") && title.endsWith("》")) {
            title = title.substring(1, title.length() - 1);
        }
        if (title.length() > 1 && !titles.contains(title) && !isTitleOfDocument(draft, title)) {
            titles.add(title);
            draft.claim("attachments", new Seen(title, raw, from, to, "attachment.list/1", 1, false));
        }
    }

    private static boolean isTitleOfDocument(Draft draft, String title) {
        return draft.title().filter(own -> title.endsWith(own)).isPresent();
    }

    /** Annexes that no list names: the title below the line 附件. */
    private void headings(Draft draft, List<String> titles) {
        for (int annex : draft.anatomy().annexes()) {
            List<Segment> lines = new ArrayList<>();
            for (int line = annex + 1; line < Math.min(annex + 5, draft.flow().size()); line++) {
                Segment segment = draft.flow().segment(line);
                if (segment.isCell() || kinds.isBody(segment.text())) {
                    break;
                }
                lines.add(segment);
                if (kinds.endsTitle(segment.text()) || segment.text().matches(".*[表单书]")) {
                    String title = TitleFinder.joined(lines);
                    if (!titles.contains(title)) {
                        titles.add(title);
                        Segment first = lines.get(0);
                        String raw = draft.flow().between(first.index(), segment.index());
                        draft.claim(
                                "attachments",
                                new Seen(title, raw, first.start(), segment.end(), "attachment.heading/1", 0.9, false));
                    }
                    break;
                }
            }
        }
    }
}
