package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.PublicPages;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.site.TextRuns.Kind;
import org.gongbao.web.site.TextRuns.Mark;

/** What is to be seen within a document's text: where its pages begin, and what was repaired. */
final class TextMarks {

    private TextMarks() {}

    /** The beginnings of pages, each after the one before; a page of which no line is in the text has none. */
    static List<Mark> pages(PublicPages pages) {
        List<Mark> marks = new ArrayList<>();
        pages.starts().forEach((page, start) -> marks.add(new Mark(Kind.PAGE, start, start, Integer.toString(page))));
        return marks;
    }

    /** Values that were read otherwise than they stand, where the record says which characters they are. */
    static List<Mark> repairs(DocumentRecord record) {
        List<Mark> marks = new ArrayList<>();
        for (Map.Entry<String, List<Claim>> field : record.claims().entrySet()) {
            for (Claim claim : field.getValue()) {
                Integer start = claim.start();
                Integer end = claim.end();
                if (claim.repaired() && start != null && end != null && end > start) {
                    marks.add(new Mark(Kind.REPAIR, start, end, claim.value()));
                }
            }
        }
        return marks.stream().distinct().toList();
    }
}
