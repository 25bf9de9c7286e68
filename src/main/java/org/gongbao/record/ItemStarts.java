package org.gongbao.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the documents of a digitised issue (公报一期) begin in its text. A title also stands in the table of contents, so a
 * document is looked for by how its own text begins; only where that cannot be found, by its title.
 */
public final class ItemStarts {

    /** Beyond this title, number and addressees of two documents are not alike. */
    private static final int BEGINNING = 120;

    private ItemStarts() {}

    /** An offset in the issue's text for each of its documents, in their order; -1 where it is not found. */
    public static List<Integer> of(DocumentRecord issue) {
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (DocumentRecord item : issue.items()) {
            int found = find(item, issue.text(), from);
            starts.add(found);
            from = Math.max(from, found + 1);
        }
        return List.copyOf(starts);
    }

    private static int find(DocumentRecord item, String text, int from) {
        String own = item.text().strip();
        String beginning = own.substring(0, Math.min(BEGINNING, own.length()));
        int found = beginning.isEmpty() ? -1 : text.indexOf(beginning, from);
        if (found >= 0) {
            return found;
        }
        String title = item.displayTitle();
        return title == null || title.isBlank() ? -1 : text.indexOf(title, from);
    }
}
