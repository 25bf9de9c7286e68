package org.gongbao.web.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.site.TextView.Block;
import org.jspecify.annotations.Nullable;

/**
 * Documents of an issue one after the other, in its order, from one of them on (整期阅读): as many as are read at a sitting. Each reads
 * as it is public now; what was withdrawn has only its place.
 *
 * @param previous number of the document with which the part before begins; null at the beginning
 * @param next number of the first document that does not stand here any more; null at the end
 */
record IssueReading(
        List<Part> parts,
        @Nullable Integer previous,
        @Nullable Integer next) {

    /** Characters after which no further document begins, and lines of one document. */
    private static final int SITTING = 30_000;

    private static final int MOST_LINES = 1_000;

    /**
     * A document.
     *
     * @param number its place in the issue, from 1
     * @param page on which it begins in print; null where that is not known
     * @param isNewer whether it was changed since it was printed
     * @param goneAt null where it is public, as is the reason
     * @param isCut whether only its beginning stands here
     */
    record Part(
            int number,
            Uid uid,
            String column,
            String title,
            @Nullable String documentNumber,
            String language,
            @Nullable Integer page,
            boolean isNewer,
            @Nullable Instant goneAt,
            @Nullable String reason,
            List<Block> blocks,
            boolean isCut) {

        private int length() {
            return blocks.stream().mapToInt(block -> block.text().length()).sum();
        }
    }

    /** @param from number of the first document */
    static IssueReading of(IssueContents contents, int from, PublishedDocuments documents) {
        List<Entry> entries = contents.entries();
        List<Part> parts = new ArrayList<>();
        int length = 0;
        int number = from;
        while (number <= entries.size() && (parts.isEmpty() || length < SITTING)) {
            Part part = part(number, entries.get(number - 1), documents);
            parts.add(part);
            length += part.length();
            number++;
        }
        return new IssueReading(parts, from == 1 ? null : from - 1, number > entries.size() ? null : number);
    }

    private static Part part(int number, Entry entry, PublishedDocuments documents) {
        Integer page = entry.pages().isEmpty() ? null : entry.pages().get(0);
        PublicState state = documents.find(entry.uid()).orElse(null);
        if (state instanceof PublicState.Public open) {
            return open(number, entry, page, open.document());
        }
        Instant at = state instanceof PublicState.Gone gone ? gone.at() : null;
        String reason = state instanceof PublicState.Gone gone ? gone.reason() : "";
        return new Part(number, entry.uid(), entry.column(), "", null, "zh", page, false, at, reason, List.of(), false);
    }

    private static Part open(int number, Entry entry, @Nullable Integer page, PublishedDocument document) {
        DocumentRecord record = document.record();
        TextView text = TextLayout.of(record);
        List<Block> blocks =
                text.blocks().subList(0, Math.min(MOST_LINES, text.blocks().size()));
        String title = record.displayTitle();
        return new Part(
                number,
                entry.uid(),
                entry.column(),
                title == null ? "" : title,
                record.documentNumber(),
                record.language(),
                page,
                document.version() != entry.version(),
                null,
                null,
                blocks,
                text.cut() || blocks.size() < text.blocks().size());
    }
}
