package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gongbao.record.Citation;
import org.junit.jupiter.api.Test;

class DisseminationEngineTest extends DisseminationFixture {

    @Test
    void whatIsPublishedIsSeenAtOnceAndWhatIsWithdrawnIsGone() {
        FileProjection projection = new FileProjection("pages", folder);
        TestStore store = open(projection);
        store.engine.start();
        Uid first = store.publish(Papers.notice(1));
        store.publish(Papers.citing(Papers.notice(2), new Citation(null, "云政办字〔2023〕1号", "依据", "根据")));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();

        store.publisher.withdraw(first, "依法撤下");
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();

        assertFollows(store, projection);
        assertThat(projection.documents()).hasSize(1);
        assertThat(store.engine.caughtUp()).isTrue();
        assertThat(store.engine.lag("pages")).isZero();
    }

    @Test
    void aDocumentThatOthersTouchIsProjectedAgain() {
        FileProjection projection = new FileProjection("pages", folder);
        TestStore store = open(projection);
        store.engine.start();
        Uid cited = store.publish(Papers.notice(1));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(projection.documents().get(cited.value())).startsWith("1 0 ");

        store.publish(Papers.citing(Papers.notice(2), new Citation(null, "云政办字〔2023〕1号", "废止", "废止")));

        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(projection.documents().get(cited.value())).startsWith("1 1 ");
    }

    @Test
    void aNewProjectionIsFilledFromWhatIsPublished() {
        TestStore store = open();
        for (int i = 1; i <= 5; i++) {
            store.publish(Papers.notice(i));
        }
        FileProjection late = new FileProjection("late", folder);
        store = open(late);

        store.engine.start();

        assertFollows(store, late);
    }

    @Test
    void aProjectionThatIsBeingFilledEndsWithTheProgramAndIsFilledAtTheNextStart() throws Exception {
        TestStore store = open();
        store.publish(Papers.notice(1));
        store.publish(Papers.notice(2));
        List<Uid> read = new CopyOnWriteArrayList<>();
        AtomicReference<Thread> closing = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        FileProjection slow = new FileProjection("slow", folder) {
            @Override
            public void rebuild(Stream<Change> documents, long position) {
                super.rebuild(
                        documents.peek(change -> {
                            read.add(change.uid());
                            begun.countDown();
                            awaitWaiting(closing);
                        }),
                        position);
            }
        };
        store = open(slow);
        store.engine.start();
        begun.await();
        closing.set(new Thread(store.engine::close));
        closing.get().start();
        closing.get().join();

        assertThat(read).hasSize(1);
        assertThat(slow.position()).isZero();
        FileProjection again = new FileProjection("slow", folder);
        store = open(again);
        store.engine.start();
        assertFollows(store, again);
    }

    /** Returns when a thread waits for another one. */
    private static void awaitWaiting(AtomicReference<Thread> thread) {
        while (thread.get() == null || thread.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aProjectionOfAnotherLogAndOneThatCannotBeReadAreFilledAnew() throws Exception {
        FileProjection ahead = new FileProjection("ahead", folder);
        FileProjection broken = new FileProjection("broken", folder);
        TestStore store = open();
        store.publish(Papers.notice(1));
        ahead.write(Map.of("zzzzzzzzzzzzzzzz", "1 0 foreign"), 99);
        Files.writeString(folder.resolve("broken.projection"), "no number");
        store = open(ahead, broken);

        store.engine.start();

        assertFollows(store, ahead);
        assertFollows(store, broken);
    }

    @Test
    void aRebuildWhilePublishingGoesOnLosesNoChange() throws Exception {
        CountDownLatch rebuilding = new CountDownLatch(1);
        CountDownLatch published = new CountDownLatch(1);
        FileProjection slow = new FileProjection("slow", folder) {
            @Override
            public void rebuild(Stream<Change> documents, long position) {
                List<Change> read = documents.toList();
                rebuilding.countDown();
                try {
                    published.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                super.rebuild(read.stream(), position);
            }
        };
        TestStore store = open(slow);
        store.engine.start();
        Uid first = store.publish(Papers.notice(1));
        store.publish(Papers.notice(2));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();

        Thread asking = new Thread(() -> store.engine.rebuild("slow"));
        asking.start();
        rebuilding.await();
        store.publisher.withdraw(first, "依法撤下");
        store.publish(Papers.notice(3));
        published.countDown();
        asking.join();

        assertFollows(store, slow);
    }

    @Test
    void aRebuildThatFailsSaysSoAndTheProjectionGoesOn() {
        FileProjection failing = new FileProjection("failing", folder) {
            @Override
            public void rebuild(Stream<Change> documents, long position) {
                throw new IllegalStateException("no room");
            }
        };
        TestStore store = open(failing);
        store.engine.start();
        store.publish(Papers.notice(1));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();

        assertThatThrownBy(() -> store.engine.rebuild("failing")).hasMessage("no room");
        assertThatThrownBy(() -> store.engine.rebuild("nothing")).hasMessageContaining("[archive, failing]");
        store.publish(Papers.notice(2));

        assertFollows(store, failing);
    }
}
