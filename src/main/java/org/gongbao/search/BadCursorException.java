package org.gongbao.search;

import org.jspecify.annotations.Nullable;

/** A cursor came that no answer has given. */
public class BadCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadCursorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
