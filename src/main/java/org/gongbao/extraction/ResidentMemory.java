package org.gongbao.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process, from {@code /proc}. Where there is none, only the heap bound of the worker holds. */
final class ResidentMemory {

    private static final String LABEL = "VmRSS:";

    private ResidentMemory() {}

    /** Bytes, or 0 where they cannot be known. */
    static long of(long processId) {
        try {
            String status = Files.readString(Path.of("/proc/" + processId + "/status"), StandardCharsets.ISO_8859_1);
            return kibibytes(status) << 10;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Reads the line {@code VmRSS:     12345 kB}. */
    static long kibibytes(String status) {
        int at = status.indexOf(LABEL);
        if (at < 0) {
            return 0;
        }
        int end = status.indexOf('\n', at);
        String line = end < 0 ? status.substring(at) : status.substring(at, end);
        String digits = line.substring(LABEL.length()).replace("kB", "").strip();
        return Long.parseLong(digits);
    }
}
