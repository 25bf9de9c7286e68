package org.gongbao.extraction;

/** A page that asks for more work than any honest page does. What was read of it before stays. */
final class PageTooCostlyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PageTooCostlyException(String message) {
        super(message);
    }
}
