package org.gongbao.extraction;

/** A file that cost its worker process the life. The message says what happened and what the bound was. */
public final class WorkerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code stable name of the finding: {@code worker.time}, {@code worker.memory}, {@code worker.died},
     *     {@code worker.output} (it sent too much) or {@code worker.failed} (the task ended with an exception)
     */
    public WorkerFailedException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
