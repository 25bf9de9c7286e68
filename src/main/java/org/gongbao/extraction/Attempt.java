package org.gongbao.extraction;

/**
 * How one try at a file ended.
 *
 * @param content the result, empty where there is none
 * @param code name of the finding of a failure
 * @param message of a failure
 */
record Attempt(End end, byte[] content, String code, String message) {

    /** The ways in which a try ends. */
    enum End {
        /** With a result. */
        RESULT,
        /** The task says that nothing of the file can be read. */
        REFUSED,
        /** The task ended with an exception. */
        FAILED,
        /** The task must recognise images. */
        DEFERRED,
        /** The time was over. */
        LATE,
        /** The worker died or was killed for its memory or output. */
        LOST
    }

    private static final byte[] NOTHING = {};

    static Attempt result(byte[] content) {
        return new Attempt(End.RESULT, content, "", "");
    }

    static Attempt of(End end, String code, String message) {
        return new Attempt(end, NOTHING, code, message);
    }

    /** Whether another try cannot change it. */
    boolean settled() {
        return end == End.RESULT || end == End.REFUSED || end == End.FAILED;
    }

    byte[] value() {
        return switch (end) {
            case RESULT -> content;
            case REFUSED -> throw new UnreadableFileException(code, message);
            default -> throw new WorkerFailedException(code, message);
        };
    }
}
