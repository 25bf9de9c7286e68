package org.gongbao.search;

import java.io.EOFException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;

/** Tells damage of an index, which filling it anew cures, from other faults such as a full disk, which it does not. */
final class Damage {

    private Damage() {}

    static boolean isCauseOf(Throwable failure) {
        return find(failure) != null;
    }

    /** What the damage is, in the words of whoever found it. */
    static String message(Throwable failure) {
        Throwable damage = find(failure);
        return String.valueOf(damage == null ? failure : damage);
    }

    private static @Nullable Throwable find(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isDamage(cause)) {
                return cause;
            }
        }
        return null;
    }

    private static boolean isDamage(Throwable cause) {
        return cause instanceof CorruptIndexException
                || cause instanceof IndexFormatTooOldException
                || cause instanceof IndexFormatTooNewException
                || cause instanceof IndexNotFoundException
                || cause instanceof EOFException
                || cause instanceof NoSuchFileException;
    }
}
