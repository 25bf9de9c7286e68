package org.gongbao.access;

/** A change of accounts that is refused; its code names the words for it, such as {@code name-taken}. */
public final class AccessRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    public AccessRefusedException(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
