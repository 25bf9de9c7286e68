package org.gongbao.search;

/** The index cannot be asked now: Solr is away, or fails. Asking later may help. */
public final class SearchUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchUnavailableException(String message) {
        super(message);
    }

    SearchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
