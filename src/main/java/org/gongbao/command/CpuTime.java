package org.gongbao.command;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of this process and of all that it started, by process, at one moment. On Linux the Java runtime reads it
 * from {@code /proc/PID/stat}, in hundredths of a second; where the system does not tell, it is zero.
 */
record CpuTime(Map<Long, Duration> byProcess) {

    static CpuTime now() {
        ProcessHandle self = ProcessHandle.current();
        return new CpuTime(Stream.concat(Stream.of(self), self.descendants())
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO),
                        (one, other) -> one)));
    }

    /** Seconds used since an earlier moment. What a process used that ended meanwhile is not known and left out. */
    double secondsSince(CpuTime before) {
        Duration sum = Duration.ZERO;
        for (Map.Entry<Long, Duration> process : byProcess.entrySet()) {
            Duration then = before.byProcess.getOrDefault(process.getKey(), Duration.ZERO);
            sum = sum.plus(process.getValue().minus(then));
        }
        return sum.toNanos() / 1e9;
    }
}
