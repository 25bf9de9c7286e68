package org.gongbao.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupCommitTest {

    @Test
    void whoWaitsForACommitThatRunsOutOfMemoryIsToldSo() throws Exception {
        CountDownLatch firstCommits = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        AtomicInteger commits = new AtomicInteger();
        GroupCommit<Integer> commit = new GroupCommit<>(items -> {
            if (commits.incrementAndGet() == 1) {
                firstCommits.countDown();
                await(othersWait);
            } else {
                throw new OutOfMemoryError("Java heap space");
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Future<?> first = threads.submit(() -> commit.add(1));
        firstCommits.await();
        List<Future<?>> others = List.of(threads.submit(() -> commit.add(2)), threads.submit(() -> commit.add(3)));
        Thread.sleep(100);
        othersWait.countDown();

        first.get();
        for (Future<?> other : others) {
            assertThatThrownBy(other::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("Java heap space");
        }
        assertThat(commits).hasValueBetween(2, 3);
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
