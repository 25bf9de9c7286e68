package org.gongbao.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor time of this process and of all that it started, by process, at one moment. On Linux the Java runtime reads it
 * from {@code /proc/PID/stat}, in hundredths of a second; where the system does not tell, it is zero.
 *
 * @param ended what children used that ended before
 */
record CpuTime(Map<Long, Duration> byProcess, Duration ended) {

    /** This process as the Linux kernel describes it, proc(5). */
    private static final Path SELF = Path.of("/proc/self/stat");

    /** Where the times of ended children, user and system, stand behind the name in brackets. */
    private static final int ENDED_USER = 13;

    private static final long MILLISECONDS_PER_TICK = 10;

    static CpuTime now() {
        ProcessHandle self = ProcessHandle.current();
        Map<Long, Duration> alive = Stream.concat(Stream.of(self), self.descendants())
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO),
                        (one, other) -> one));
        return new CpuTime(alive, ofEnded());
    }

    private static Duration ofEnded() {
        if (!Files.isReadable(SELF)) {
            return Duration.ZERO;
        }
        try {
            String line = Files.readString(SELF);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[ENDED_USER]) + Long.parseLong(fields[ENDED_USER + 1]);
            return Duration.ofMillis(ticks * MILLISECONDS_PER_TICK);
        } catch (IOException e) {
            throw new UncheckedIOException(SELF + " cannot be read", e);
        }
    }

    /**
     * Seconds used since an earlier moment, with those of processes that were started and ended meanwhile. One that was
     * running before and has ended counts with all that it ever used.
     */
    double secondsSince(CpuTime before) {
        Duration sum = ended.minus(before.ended);
        for (Map.Entry<Long, Duration> process : byProcess.entrySet()) {
            Duration then = before.byProcess.getOrDefault(process.getKey(), Duration.ZERO);
            sum = sum.plus(process.getValue().minus(then));
        }
        return sum.toNanos() / 1e9;
    }
}
