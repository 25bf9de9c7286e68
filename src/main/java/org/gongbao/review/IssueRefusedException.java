package org.gongbao.review;

/** This cannot be done to an issue; {@link #word()} says why. */
public final class IssueRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String word;

    IssueRefusedException(String word, String message) {
        super(message);
        this.word = word;
    }

    /** A stable word for what stands in the way, such as {@code issue-taken}. */
    public String word() {
        return word;
    }
}
