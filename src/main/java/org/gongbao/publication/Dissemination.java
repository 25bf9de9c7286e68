package org.gongbao.publication;

import java.util.List;
import java.util.stream.Stream;

/**
 * A projection of the publication log: search index, linked data, bulk files. It keeps the position up to which it has
 * applied the log inside itself, catches up by itself, and can be deleted and rebuilt.
 *
 * <p>Calls come from one thread at a time.
 */
public interface Dissemination {

    /** Its name in {@code rebuild NAME} and in health. */
    String name();

    /** The position up to which everything is applied and durable; 0 for a new or lost projection. */
    long position();

    /**
     * Applies changes in order, and then keeps {@code position} together with them. Applying the same changes again
     * does no harm. What cannot be applied is thrown; the same batch comes again later.
     */
    void apply(List<Change> changes, long position);

    /**
     * Fills a new store with all public documents and swaps it in, so that readers never see it empty.
     *
     * @param documents every public document as a change, ordered by position
     */
    void rebuild(Stream<Change> documents, long position);

    /** What it holds of documents, to be compared with what is published. */
    default List<Holdings> holdings() {
        return List.of();
    }

    /** Destroys what a rebuild left of the store before for those who read it. */
    default void forgetReplaced() {}
}
