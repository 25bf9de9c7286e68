package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.extraction.Workers;
import org.gongbao.recognition.RecordTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench faults} takes for a promise broken. */
@Timeout(120)
class FaultRunTest {

    private static final List<FaultSeed> SEEDS = List.of(
            new FaultSeed("letter.txt", "关于做好防汛工作的通知\n\n各县人民政府：\n请照办。".getBytes(StandardCharsets.UTF_8), false));
    private static final int FILES = 40;

    @TempDir
    Path folder;

    /** Reads in this process, after something has happened to the file. */
    private record Here(Consumer<Path> before) implements Workers {

        @Override
        public byte[] run(String task, Path file, Map<String, String> options) {
            before.accept(file);
            try {
                return new RecordTask().run(file, options, WorkerTask.Pages.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    private FaultTally read(Duration bound, Consumer<Path> before) throws Exception {
        FaultRun run = new FaultRun(new Here(before), folder, folder.resolve("kept"), bound);
        return run.read(new FaultMaker(run.look(SEEDS), 3), FILES, 2);
    }

    private static boolean isDamaged(Path file) {
        return !file.endsWith("letter.txt");
    }

    @Test
    void filesThatAreReadOrRefusedBreakNone() throws Exception {
        FaultTally tally = read(Duration.ofMinutes(1), file -> {
            if (file.toString().contains("-00001")) {
                throw new UnreadableFileException("file.damaged", "half a file came, expected a whole one");
            }
        });
        assertThat(tally.broken()).as(tally.lines().toString()).isZero();
        assertThat(tally.files()).isEqualTo(FILES);
        assertThat(tally.count(FaultOutcome.Kind.REFUSED)).isGreaterThanOrEqualTo(10);
        assertThat(tally.neighbours()).isEqualTo(2);
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void aWorkerThatIsKilledBreaksNoneButTheFileIsKept() throws Exception {
        FaultTally tally = read(Duration.ofMinutes(1), file -> {
            if (file.toString().contains("-000007-")) {
                throw new WorkerFailedException("worker.memory", "more than its bound");
            }
        });
        assertThat(tally.broken()).isZero();
        assertThat(tally.count(FaultOutcome.Kind.MEMORY)).isEqualTo(1);
        assertThat(folder.resolve("kept")).isDirectoryContaining("glob:**3-000007-*");
        assertThat(tally.lines()).anyMatch(line -> line.contains("3-000007-") && line.contains("worker.memory"));
    }

    @Test
    void memoryThatRunsOutInTheServiceIsAPromiseBroken() throws Exception {
        FaultTally tally = read(Duration.ofMinutes(1), file -> {
            if (file.toString().contains("-000007-")) {
                throw new OutOfMemoryError("made up");
            }
        });
        assertThat(tally.broken()).isEqualTo(1);
        assertThat(folder.resolve("kept")).isDirectoryContaining("glob:**3-000007-*");
    }

    @Test
    void aRefusalWithoutAWordIsAPromiseBroken() throws Exception {
        FaultTally tally = read(Duration.ofMinutes(1), file -> {
            if (file.toString().contains("-000007-")) {
                throw new UnreadableFileException("file.damaged", " ");
            }
        });
        assertThat(tally.broken()).isEqualTo(1);
    }

    @Test
    void aFileThatDoesNotComeBackIsNamedAndEndsTheRun() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        FaultTally tally = read(Duration.ofSeconds(1), file -> {
            if (file.toString().contains("-000007-")) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        assertThat(tally.broken()).isEqualTo(1);
        assertThat(tally.lines()).anyMatch(line -> line.contains("3-000007-") && line.contains("bound"));
    }

    @Test
    void aWholeDocumentThatComesOutOtherwiseIsAPromiseBroken() throws Exception {
        AtomicInteger times = new AtomicInteger();
        FaultTally tally = read(Duration.ofMinutes(1), file -> {
            if (!isDamaged(file) && times.getAndIncrement() == 1) {
                throw new WorkerFailedException("worker.died", "with its neighbour");
            }
        });
        assertThat(tally.neighbours()).isEqualTo(2);
        assertThat(tally.disturbed()).isEqualTo(1);
        assertThat(tally.broken()).isEqualTo(1);
    }
}
