package org.gongbao.web.oai;

/** A request that the protocol has an error for; it travels under status 200. */
final class OaiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    OaiException(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** OAI-PMH 2.0, 3.6, by its own spelling. */
    enum Code {
        badVerb,
        badArgument,
        badResumptionToken,
        cannotDisseminateFormat,
        idDoesNotExist,
        noRecordsMatch;

        /** Whether the request is so wrong that its arguments are not repeated in the answer. */
        boolean hidesArguments() {
            return this == badVerb || this == badArgument;
        }
    }
}
