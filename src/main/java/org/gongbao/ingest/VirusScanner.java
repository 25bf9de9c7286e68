package org.gongbao.ingest;

import java.nio.file.Path;
import java.util.Optional;

/** Looks for malware in a file that just came, before anything else opens it (病毒查杀). Safe for use by several threads. */
interface VirusScanner {

    /**
     * Looks through a file.
     *
     * @return the name of what was found; empty where the file is clean
     * @throws ScannerUnavailableException where the scanner cannot be asked or gave no verdict; the file is not let through
     */
    Optional<String> scan(Path file);

    /** Lets everything through: where no scanner is set. */
    VirusScanner NONE = file -> Optional.empty();

    /** No verdict on a file could be had: a fault of the machine, and the job is tried again. */
    final class ScannerUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ScannerUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }

        ScannerUnavailableException(String message) {
            super(message);
        }
    }
}
