package org.gongbao.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a projection holds of documents, as digests in a form of its own, so that it can be compared with what is published. It
 * is read from the store itself, never from what the projection was given.
 */
public interface Holdings {

    /** Its name in certificates. */
    String name();

    /**
     * The digest of what is held of each document; a document that is not held is absent.
     *
     * @param uids those asked for, null for all that are held
     */
    Map<Uid, String> held(@Nullable Set<Uid> uids);

    /** The digest of what has to be held of a document as it is now; null where nothing may be held of it. */
    @Nullable
    String expected(PublishedDocument document);

    /** Names of files that differ from the digests that the store itself keeps. */
    default List<String> damage() {
        return List.of();
    }

    /** Whether everything that was applied is held; false as long as it is only noted. */
    default boolean isUpToDate() {
        return true;
    }

    /** Has what was only noted held as well. */
    default void bringUpToDate() {}
}
