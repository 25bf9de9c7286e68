package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of a system that does not tell their children, as {@link Process} is by itself. */
class WatchdogTest {

    @TempDir
    Path folder;

    @Test
    void aWorkerWhoseChildrenAreNotKnownIsEndedAllTheSame() throws Exception {
        SilentProcess process = new SilentProcess(false);
        ChildProcess child =
                new ChildProcess(process, folder, WorkerSettings.DEFAULT.parsingHeap(), WorkerSettings.DEFAULT);
        CompletableFuture<Void> run = started(child);
        process.asked.await();
        WorkerPool.watch(List.of(child), farAhead());
        assertThat(process.ended).isTrue();
        assertThatThrownBy(() -> run.get(20, TimeUnit.SECONDS)).hasMessageContaining("longer than its bound");
    }

    @Test
    void aWorkerThatCannotBeEndedLeavesTheOthersWatched() throws Exception {
        SilentProcess stubborn = new SilentProcess(true);
        SilentProcess process = new SilentProcess(false);
        List<ChildProcess> children = List.of(
                new ChildProcess(stubborn, folder, WorkerSettings.DEFAULT.parsingHeap(), WorkerSettings.DEFAULT),
                new ChildProcess(process, folder, WorkerSettings.DEFAULT.parsingHeap(), WorkerSettings.DEFAULT));
        children.forEach(WatchdogTest::started);
        stubborn.asked.await();
        process.asked.await();
        WorkerPool.watch(children, farAhead());
        assertThat(process.ended).isTrue();
    }

    private static CompletableFuture<Void> started(ChildProcess child) {
        WorkerRequest request = new WorkerRequest("echo", "a", Map.of(), false, java.util.Set.of(), false);
        return CompletableFuture.runAsync(
                () -> child.run(request, TryBounds.fast(WorkerSettings.DEFAULT), new KeptPages(1 << 20, 1)), work -> {
                    Thread thread = new Thread(work);
                    thread.setDaemon(true);
                    thread.start();
                });
    }

    private static long farAhead() {
        return System.nanoTime() + TimeUnit.HOURS.toNanos(1);
    }

    /** Says nothing until it is ended. */
    private static final class SilentProcess extends Process {

        private final boolean stubborn;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile boolean ended;

        SilentProcess(boolean stubborn) {
            this.stubborn = stubborn;
        }

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public Process destroyForcibly() {
            if (stubborn) {
                throw new IllegalStateException("it does not end");
            }
            ended = true;
            end.countDown();
            return this;
        }

        @Override
        public void destroy() {
            destroyForcibly();
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    asked.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return -1;
                }
            };
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public int waitFor() {
            return 137;
        }

        @Override
        public int exitValue() {
            return 137;
        }
    }
}
