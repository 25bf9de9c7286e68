package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who takes all he can with 64 connections is asked to wait, and people are not. */
@Timeout(120)
class StormTest {

    private static final int CONNECTIONS = 64;
    private static final int PAGES_OF_A_PERSON = 30;

    @Test
    void aStormIsRefusedAndPeopleAreServed() throws Exception {
        long idle = medianOf(people());
        ConcurrentLinkedQueue<HttpResponse<String>> stormed = new ConcurrentLinkedQueue<>();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService storm = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                storm.submit(() -> {
                    while (!isOver.get()) {
                        stormed.add(LiveSite.get("/search", "Accept", "text/html", "X-Forwarded-For", "198.51.100.66"));
                    }
                });
            }
            while (stormed.size() < 1_000) {
                Thread.sleep(20);
            }
            long busy = medianOf(people());
            System.out.println("a person's page: " + idle / 1_000 + " µs idle, " + busy / 1_000 + " µs in a storm of "
                    + CONNECTIONS + " connections");
        } finally {
            isOver.set(true);
            storm.shutdown();
            assertThat(storm.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        List<HttpResponse<String>> refused =
                stormed.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(stormed).extracting(HttpResponse::statusCode).containsOnly(200, 429);
        assertThat(refused.size()).isGreaterThan(stormed.size() / 2);
        assertThat(refused)
                .allSatisfy(answer -> assertThat(Integer.parseInt(LiveSite.header(answer, "Retry-After")))
                        .isPositive());
    }

    /** Nanoseconds of each page of a person who reads one after the other. */
    private static List<Long> people() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < PAGES_OF_A_PERSON; i++) {
            long start = System.nanoTime();
            HttpResponse<String> page =
                    LiveSite.get("/search", "Accept", "text/html", "X-Forwarded-For", "203.0.113." + (i + 1));
            times.add(System.nanoTime() - start);
            assertThat(page.statusCode()).isEqualTo(200);
        }
        return times;
    }

    private static long medianOf(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
