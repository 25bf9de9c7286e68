package org.gongbao.extraction;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * One worker process as the host sees it. One thread at a time runs work in it; the watchdog may kill it meanwhile, and
 * then the reason is known to the thread that waits.
 */
final class ChildProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path folder;
    private final DataSize heap;
    private final WorkerSettings settings;
    private final FrameStream frames;
    private final ErrorTail errors;
    private volatile @Nullable TryBounds bounds;
    private volatile @Nullable Attempt killed;
    private boolean ready;
    private boolean recognised;
    private int documents;
    private volatile boolean gone;

    ChildProcess(Process process, Path folder, DataSize heap, WorkerSettings settings) {
        this.process = process;
        this.folder = folder;
        this.heap = heap;
        this.settings = settings;
        this.frames = new FrameStream(
                process.getInputStream(),
                process.getOutputStream(),
                settings.output().toBytes());
        this.errors = new ErrorTail(process.getErrorStream(), "gongbao-worker-" + process.pid() + "-errors");
    }

    long processId() {
        return process.pid();
    }

    /** Whether it may take another document. */
    boolean usable() {
        return killed == null && process.isAlive() && documents < settings.documents();
    }

    /** Runs a request to its end, whatever that is. */
    Attempt run(WorkerRequest request, TryBounds given, KeptPages kept) {
        awaitReady();
        kept.noneBegun();
        given.start(System.nanoTime(), this::processorTime, documents == 0, recognised);
        documents++;
        bounds = given;
        try {
            for (Map.Entry<Integer, byte[]> page : kept.results().entrySet()) {
                frames.write(Frame.page(Frame.Kind.KEPT, page.getKey(), page.getValue()));
            }
            frames.send(request.frame());
            return converse(given, kept);
        } catch (FrameStream.FloodException e) {
            return flooded(e);
        } catch (IOException e) {
            return lost();
        } finally {
            bounds = null;
        }
    }

    private void awaitReady() {
        if (ready) {
            return;
        }
        TryBounds starting = TryBounds.starting(settings);
        bounds = starting;
        try {
            Frame frame = frames.read();
            ready = frame.kind() == Frame.Kind.READY;
        } catch (IOException e) {
            throw new IllegalStateException("a worker process did not start: " + lost().message(), e);
        } finally {
            bounds = null;
        }
    }

    private Attempt converse(TryBounds given, KeptPages kept) throws IOException {
        while (true) {
            Frame frame = frames.read();
            DataInputStream fields = frame.fields();
            switch (frame.kind()) {
                case EXPECT -> {
                    int pages = fields.readInt();
                    boolean ocr = fields.readBoolean();
                    recognised |= ocr;
                    kept.noneBegun();
                    given.expect(pages, ocr, System.nanoTime());
                }
                case BEGIN -> {
                    kept.begin(fields.readInt());
                    given.begin(System.nanoTime());
                }
                case KEEP -> {
                    kept.keep(fields.readInt(), fields.readAllBytes());
                    given.keep(System.nanoTime());
                }
                case DEFER -> {
                    return Attempt.of(Attempt.End.DEFERRED, "", "");
                }
                case RESULT -> {
                    return Attempt.result(frame.content());
                }
                case REFUSED -> {
                    return Attempt.of(Attempt.End.REFUSED, fields.readUTF(), fields.readUTF());
                }
                case FAILED -> {
                    return Attempt.of(Attempt.End.FAILED, "worker.failed", fields.readUTF());
                }
                default -> throw new FrameStream.FloodException("a frame " + frame.kind() + " of the host's own");
            }
        }
    }

    private Attempt flooded(FrameStream.FloodException e) {
        Attempt attempt = Attempt.of(
                Attempt.End.LOST,
                "worker.output",
                "the worker sent " + e.getMessage() + ", expected frames of at most "
                        + settings.output().toMegabytes() + " MB");
        kill(attempt);
        return attempt;
    }

    private Attempt lost() {
        Attempt reason = killed;
        return reason != null ? reason : died();
    }

    private Attempt died() {
        kill(Attempt.of(Attempt.End.LOST, "worker.died", "the worker closed its output"));
        String last = errors.lastLine();
        int exit = exitCode();
        if (exit == OUT_OF_MEMORY && last.contains("OutOfMemoryError")) {
            return Attempt.of(
                    Attempt.End.LOST,
                    "worker.memory",
                    "the worker needed more Java heap than its bound of " + heap.toMegabytes() + " MB");
        }
        String said = last.isEmpty() ? "" : "; its last words: " + last;
        return Attempt.of(Attempt.End.LOST, "worker.died", "the worker process ended with exit status " + exit + said);
    }

    private int exitCode() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Looks whether the try that goes on keeps its bounds, and kills the process where it does not. */
    void watch(long now) {
        TryBounds current = bounds;
        if (current == null || killed != null) {
            return;
        }
        if (current.late(now)) {
            kill(Attempt.of(
                    Attempt.End.LATE,
                    "worker.time",
                    "the file took longer than its bound of " + seconds(current.granted())));
        } else if (current.memory() < Long.MAX_VALUE) {
            long resident = ResidentMemory.of(process.pid());
            if (resident > current.memory()) {
                kill(Attempt.of(
                        Attempt.End.LOST,
                        "worker.memory",
                        "the worker held " + (resident >> 20) + " MB of memory, its bound is "
                                + (current.memory() >> 20) + " MB"));
            }
        }
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    private synchronized void kill(Attempt reason) {
        if (killed == null) {
            killed = reason;
            List<ProcessHandle> descendants = descendants();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Asked before the process ends, since its children have another parent then. Where the system does not say, none. */
    private List<ProcessHandle> descendants() {
        try {
            return process.descendants().toList();
        } catch (RuntimeException e) {
            LOG.warn("the children of worker {} are not known; it is ended alone", process.pid(), e);
            return List.of();
        }
    }

    /** Whether it has ended and its folder is deleted. */
    boolean gone() {
        return gone;
    }

    /** Ends the process at once, whatever it does, and deletes its folder. */
    synchronized void close() {
        if (gone) {
            return;
        }
        kill(Attempt.of(Attempt.End.LOST, "worker.died", "the workers were closed"));
        exitCode();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " of a worker cannot be deleted", e);
        } finally {
            gone = true;
        }
    }
}
