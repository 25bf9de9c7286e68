package org.gongbao.command;

/**
 * What became of a file in the workers.
 *
 * @param says the code of a failure or refusal with its message; of a record its digest
 * @param recognised whether text was recognised from images
 */
record FaultOutcome(Kind kind, String says, boolean recognised) {

    /** The ways in which a file may end. */
    enum Kind {
        READ("read"),
        REFUSED("refused with a finding"),
        LATE("ended at the bound of their time"),
        MEMORY("ended at the bound of their memory"),
        DIED("cost a worker the life otherwise"),
        FAILED("failed inside the task"),
        BROKEN("broke a promise");

        final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether a worker held, but a parser would better have said no. */
        boolean worthALook() {
            return this != READ && this != REFUSED;
        }
    }

    static FaultOutcome broken(String promise) {
        return new FaultOutcome(Kind.BROKEN, promise, false);
    }

    /** The outcome of a file whose worker did not bring it to an end. */
    static FaultOutcome failed(String code, String message) {
        Kind kind = switch (code) {
            case "worker.time" -> Kind.LATE;
            case "worker.memory" -> Kind.MEMORY;
            case "worker.failed" -> Kind.FAILED;
            default -> Kind.DIED;
        };
        return new FaultOutcome(kind, code + ": " + message, false);
    }
}
