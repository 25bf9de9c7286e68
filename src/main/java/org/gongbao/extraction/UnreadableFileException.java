package org.gongbao.extraction;

/** A file of which nothing can be read. The message says what came and what was expected. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code stable name of the finding, such as {@code file.encrypted} */
    public UnreadableFileException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
