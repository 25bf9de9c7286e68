package org.gongbao.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongbao.publication.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A duty (任务) of a public document, with where it stands.
 *
 * @param uid the document
 * @param place among the document's duties, from 1
 * @param item where it is that of a document of a digitised issue, null elsewhere
 * @param key what the duty is known by as long as its words stay
 * @param number as the document numbers it, null where it does not
 * @param units in the document's order, the first one leads
 * @param page of the document's file, null where it has none
 * @param quote the words of the document, null where they are not known
 * @param publishedAt when this version of the document was published
 * @param title of the document, or of the document
 * @param documentNumber likewise
 * @param validity the document's today
 * @param terms how far the document may travel
 */
public record Duty(
        String uid,
        int place,
        @Nullable Item item,
        String key,
        @Nullable Integer number,
        @Nullable String category,
        String text,
        @Nullable String measure,
        List<Unit> units,
        List<LocalDate> deadlines,
        @Nullable Integer page,
        @Nullable String quote,
        String title,
        @Nullable String documentNumber,
        String language,
        Instant publishedAt,
        String validity,
        Terms terms) {

    public Duty {
        units = List.copyOf(units);
        deadlines = List.copyOf(deadlines);
    }

    /**
     * Where a duty stands in a digitised issue.
     *
     * @param number of the document in the issue, from 1
     * @param place among that document's duties, from 1
     */
    public record Item(int number, int place) {}

    /**
     * A responsible unit (责任单位).
     *
     * @param name as the document has it
     * @param id of the authority file, null where it is not known whose name this is
     * @param fullName by the authority file, null where there is none
     */
    public record Unit(
            String name, @Nullable String id, @Nullable String fullName) {

        /** What to filter by. */
        public String key() {
            return id == null ? name : id;
        }
    }

    /** Whether the document is over (废止、宣布失效、期满失效). */
    public boolean isOver() {
        return ValiditySpan.OVER.contains(validity);
    }

    /** The place behind this duty. */
    DutyCursor cursor() {
        return new DutyCursor(deadlines.isEmpty() ? null : deadlines.get(0), DutyEntries.id(uid, place));
    }
}
