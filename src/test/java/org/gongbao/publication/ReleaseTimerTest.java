package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReleaseTimerTest {

    @TempDir
    Path folder;

    @Test
    void whatIsDueIsReleasedAtItsMomentAlsoAfterAReleaseThatExhaustedTheStack() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PublicationGate deep = new PublicationGate() {
            @Override
            public String name() {
                return "deep";
            }

            @Override
            public java.util.List<String> obstacles(org.gongbao.record.DocumentRecord working, PackageContent content) {
                if ("深".equals(working.title()) && asked.incrementAndGet() > 1) {
                    throw new StackOverflowError();
                }
                return java.util.List.of();
            }
        };
        try (TestStore store =
                        new TestStore(folder, TestStore.sqlite(folder), java.util.List.of(deep), java.util.List.of());
                ReleaseTimer timer = new ReleaseTimer(store.scheduled)) {
            Uid poison = schedule(store, "深", Duration.ofHours(1));
            Uid first = schedule(store, "一", Duration.ofHours(1));
            Uid second = schedule(store, "二", Duration.ofHours(2));
            timer.start();
            store.clock.move(Duration.ofMinutes(59));
            Thread.sleep(1500);
            assertThat(store.documents.count()).isZero();

            store.clock.move(Duration.ofMinutes(1));
            await(store, first);
            store.clock.move(Duration.ofHours(1));
            await(store, second);

            assertThat(store.documents.find(poison)).isEmpty();
            assertThat(store.scheduled.waiting())
                    .extracting(TimedReleases.Waiting::uid)
                    .containsExactly(poison);
        }
    }

    private static Uid schedule(TestStore store, String title, Duration in) {
        Uid uid = Uid.mint();
        store.scheduled.schedule(
                uid,
                Papers.notice(1, title),
                Papers.content(Papers.notice(1, title)),
                LogEvent.Type.RELEASED,
                store.clock.instant().plus(in));
        return uid;
    }

    private static void await(TestStore store, Uid uid) throws InterruptedException {
        while (store.documents.find(uid).isEmpty()) {
            Thread.sleep(20);
        }
    }
}
