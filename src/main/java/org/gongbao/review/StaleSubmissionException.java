package org.gongbao.review;

/** A submission was changed since who changes it now has seen it, or somebody else is editing it. */
public final class StaleSubmissionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Submission current;

    StaleSubmissionException(Submission current, int seen) {
        super("version " + seen + " of submission " + current.id() + " was seen, but it is at version "
                + current.version());
        this.current = current;
    }

    /** The submission as it is now. */
    public Submission current() {
        return current;
    }
}
