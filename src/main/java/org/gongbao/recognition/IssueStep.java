package org.gongbao.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.GazetteIssue;

/**
 * What an issue of a gazette (公报) says of itself, not of a document in it: its title is series, year and number, its date of
 * publication (出版日期) stands on the masthead. A collection without number has the line above its contents for a title.
 */
final class IssueStep implements Step {

    private static final int MASTHEAD = 12;

    /** {@code 2023年6月30日出版}, {@code 出版日期：2023年6月30日}. */
    private static final Pattern PUBLISHED = Pattern.compile("出版(?:日期|时间)?[:：]?|^[^：:]{0,30}\\d日出版");

    /** {@code 文件汇编目录}: the name of a collection with the head of its contents behind it. */
    private static final Pattern COLLECTION = Pattern.compile("(.{0,24}(?:公报|政报|文告|合订|汇编).{0,8}?)(?:目录|目次)?");

    @Override
    public void apply(Draft draft) {
        Optional<GazetteIssue> gazette = draft.gazette();
        if (gazette.isPresent()) {
            String title = title(gazette.get());
            draft.title(title);
            draft.claim(
                    "title",
                    new Seen(
                            title,
                            draft.masthead().raw(),
                            draft.masthead().start(),
                            draft.masthead().end(),
                            "title.masthead/1",
                            1,
                            false));
        } else {
            collection(draft);
        }
        published(draft);
    }

    /** {@code 云州市人民政府公报2023年第3期}. */
    private static String title(GazetteIssue issue) {
        StringBuilder title = new StringBuilder(issue.series());
        if (issue.year() != null) {
            title.append(issue.year()).append('年');
        }
        if (issue.issue() != null) {
            title.append('第').append(issue.issue()).append('期');
        } else if (issue.totalIssue() != null) {
            title.append('总').append('第').append(issue.totalIssue()).append('期');
        }
        return title.toString();
    }

    private static void collection(Draft draft) {
        for (Segment line : masthead(draft)) {
            Matcher name = COLLECTION.matcher(line.squeezed());
            if (name.matches()) {
                draft.title(name.group(1));
                draft.claim("title", Seen.whole(line, name.group(1), "title.collection/1"));
                return;
            }
        }
    }

    private static void published(Draft draft) {
        for (Segment line : masthead(draft)) {
            Optional<ChineseDate> date = ChineseDate.first(line.text());
            if (date.isPresent() && PUBLISHED.matcher(line.text()).find()) {
                ChineseDate found = date.get();
                draft.record().publishedOn(found.date());
                draft.claim(
                        "publishedOn",
                        Seen.at(line, found.start(), found.end(), found.date().toString(), "date.masthead/1"));
                return;
            }
        }
    }

    private static java.util.List<Segment> masthead(Draft draft) {
        return draft.flow()
                .segments()
                .subList(0, Math.min(MASTHEAD, draft.flow().size()));
    }
}
