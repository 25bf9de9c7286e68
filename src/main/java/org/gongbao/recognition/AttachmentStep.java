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
            + "；;）)])|(?<=\\p{IsHan}))(?:附件)?(?:\\d{1,2}|[０-９]{1,2})\\s*[.．、：:](?!\\d)\\s*");

    private static final Pattern CONTINUED = Pattern.compile("\\d{1,2}\\s*[.．、](?!\\d).{2,80}");

    private static final Pattern FILE =
            Pattern.compile("\\.(?:docx?|xlsx?|pdf|wps|et|ofd|rar|zip|rtf)$", Pattern.CASE_INSENSITIVE);

    private final LineKinds kinds;

    AttachmentStep(LineKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void apply(Draft draft) {
        List<String> titles = new ArrayList<>();
        int open = -1;
        for (Segment line : draft.flow().segments()) {
            if (line.isCell() || line.index() < draft.anatomy().body()) {
                continue;
            }
            Matcher list = LIST.matcher(line.text());
            if (list.matches()
                    && !list.group(1).isBlank()
                    && !line.text().contains("....")
                    && line.text().length() < 600) {
                add(draft, titles, line, list.start(1));
                draft.listsAttachments(line.index());
                open = line.index() + 1;
            } else if (line.index() == open
                    && CONTINUED.matcher(line.text()).matches()
                    && line.text().indexOf('。') < 0) {
                add(draft, titles, line, 0);
                draft.listsAttachments(line.index());
                open++;
            }
        }
        if (titles.isEmpty()) {
            headings(draft, titles);
        }
        draft.attachments(titles);
    }

    private static void add(Draft draft, List<String> titles, Segment line, int from) {
        Matcher entry = ENTRY.matcher(line.text());
        List<int[]> spans = new ArrayList<>();
        int start = from;
        entry.region(from, line.text().length());
        entry.useTransparentBounds(true);
        while (entry.find()) {
            if (entry.start() > start) {
                spans.add(new int[] {start, entry.start()});
            }
            start = entry.end();
        }
        spans.add(new int[] {start, line.text().length()});
        for (int[] span : spans) {
            title(draft, titles, line, span[0], span[1], "attachment.list/1");
        }
    }

    private static void title(Draft draft, List<String> titles, Segment line, int from, int to, String rule) {
        String raw = line.text().substring(from, to);
        String title =
                FILE.matcher(Blanks.joined(raw).replaceAll("[。；;，,]+$", "")).replaceFirst("");
        if (title.startsWith("《") && title.endsWith("》")) {
            title = title.substring(1, title.length() - 1);
        }
        if (title.length() > 1 && !titles.contains(title) && !isTitleOfDocument(draft, title)) {
            titles.add(title);
            draft.claim("attachments", Seen.at(line, from, to, title, rule));
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
