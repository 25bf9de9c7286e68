package org.gongbao.ingest;

import java.util.List;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * What became of one document of a file.
 *
 * @param name of the file as it was submitted
 * @param part 0 for the file itself, from 1 for the documents inside a gazette issue or an archive
 * @param uid null where there is no document, as in a file that cannot be read
 * @param title null where none was found
 * @param reasons for people: why it is held, what cannot be read, which file has the same bytes
 */
public record DocumentOutcome(
        String name,
        int part,
        OutcomeKind kind,
        @Nullable Uid uid,
        @Nullable String title,
        List<String> reasons) {

    public DocumentOutcome {
        reasons = List.copyOf(reasons);
    }
}
