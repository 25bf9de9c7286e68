package org.gongbao.search;

/** A cursor came that no answer has given. */
public class BadCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadCursorException(String message, Throwable cause) {
        super(message, cause);
    }
}
