package org.gongbao.review;

/** A person may not do this with a submission; {@link #word()} says why. */
public final class SubmissionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String word;

    public SubmissionRefusedException(String word, String message) {
        super(message);
        this.word = word;
    }

    /** A stable word for what stands in the way, such as {@code own-work}. */
    public String word() {
        return word;
    }
}
