package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the system says of a process in {@code /proc/PID/status}. */
final class ProcessStatus {

    /** {@code VmHWM:   483920 kB}. */
    private static final Pattern SIZE = Pattern.compile("(?m)^(\\w+):\\s+(\\d+) kB$");

    private ProcessStatus() {}

    /** MiB of a field such as {@code VmRSS}; empty where the process has ended or the system does not tell. */
    static OptionalDouble mebibytes(long process, String field) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.isReadable(status)) {
            return OptionalDouble.empty();
        }
        Matcher size = SIZE.matcher(Files.readString(status));
        while (size.find()) {
            if (size.group(1).equals(field)) {
                return OptionalDouble.of(Long.parseLong(size.group(2)) / 1024.0);
            }
        }
        return OptionalDouble.empty();
    }
}
