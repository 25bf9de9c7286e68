package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

class DisseminationFaultsTest extends DisseminationFixture {

    @Test
    void aStoreThatFailsForAWhileGetsEverythingAndDoesNotHoldUpOthers() {
        AtomicInteger outage = new AtomicInteger(4);
        FileProjection failing = new FileProjection("failing", folder) {
            @Override
            public void apply(List<Change> changes, long position) {
                if (outage.getAndDecrement() > 0) {
                    throw new IllegalStateException("the store is away");
                }
                super.apply(changes, position);
            }
        };
        FileProjection healthy = new FileProjection("healthy", folder);
        TestStore store = open(failing, healthy);
        store.engine.start();

        for (int i = 1; i <= 3; i++) {
            store.publish(Papers.notice(i));
        }

        assertFollows(store, healthy);
        assertFollows(store, failing);
        assertThat(store.engine.status("failing").orElseThrow().parked()).isEmpty();
    }

    @Test
    void aPoisonousDocumentIsParkedAndNamedWhileTheOthersGoOn() {
        Refusing projection = new Refusing(folder);
        TestStore store = open(projection);
        store.engine.start();
        store.publish(Papers.notice(1));
        Uid poison = store.publish(Papers.notice(2, "毒"));
        store.publish(Papers.notice(3));

        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();

        assertThat(projection.documents()).hasSize(2).doesNotContainKey(poison.value());
        assertThat(projection.position()).isEqualTo(3);
        ParkedDocument parked =
                store.engine.status("refusing").orElseThrow().parked().get(0);
        assertThat(parked.uid()).isEqualTo(poison);
        assertThat(parked.error()).contains("poison");
        projection.isCured = true;
        awaitUnparked(store);
        assertFollows(store, projection);
    }

    @Test
    void aDocumentThatExhaustsTheStackIsParkedAndTheThreadGoesOn() {
        FileProjection deep = new FileProjection("deep", folder) {
            @Override
            public void apply(List<Change> changes, long position) {
                for (Change change : changes) {
                    PublishedDocument document = change.document();
                    if (document != null && "深".equals(document.record().title())) {
                        throw new StackOverflowError();
                    }
                }
                super.apply(changes, position);
            }
        };
        TestStore store = open(deep);
        store.engine.start();
        Uid poison = store.publish(Papers.notice(1, "深"));
        store.publish(Papers.notice(2));

        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(deep.documents()).hasSize(1);
        assertThat(store.engine.status("deep").orElseThrow().parked())
                .extracting(ParkedDocument::uid, ParkedDocument::error)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(poison, "java.lang.StackOverflowError"));
    }

    private static void awaitUnparked(TestStore store) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!store.engine.status("refusing").orElseThrow().parked().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** Refuses whatever has 毒 in its title. */
    private static final class Refusing extends FileProjection {
        private volatile boolean isCured;

        Refusing(Path folder) {
            super("refusing", folder);
        }

        @Override
        public void apply(List<Change> changes, long position) {
            for (Change change : changes) {
                DocumentRecord record =
                        change.document() == null ? null : change.document().record();
                if (!isCured && record != null && "毒".equals(record.title())) {
                    throw new IllegalArgumentException("poison");
                }
            }
            super.apply(changes, position);
        }

        @Override
        public void rebuild(Stream<Change> documents, long position) {
            super.rebuild(
                    documents.peek(change -> {
                        if (!isCured && "毒".equals(change.document().record().title())) {
                            throw new IllegalArgumentException("poison");
                        }
                    }),
                    position);
        }
    }

    @Test
    void aStoreThatCannotBeFilledAtOnceIsFilledDocumentByDocument() {
        TestStore store = open();
        store.publish(Papers.notice(1));
        store.publish(Papers.notice(2, "毒"));
        Refusing projection = new Refusing(folder);
        store = open(projection);

        store.engine.start();

        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(projection.documents()).hasSize(1);
        assertThat(store.engine.status("refusing").orElseThrow().parked()).hasSize(1);
    }

    @Test
    void aDocumentWhosePackageIsDamagedIsParkedAndTheOthersAreProjected() throws Exception {
        TestStore store = open();
        Uid damaged = store.publish(Papers.notice(1));
        store.publish(Papers.notice(2));
        Path record = store.archive.stored("package/" + damaged, 1).get("record.json");
        Files.writeString(record, Files.readString(record).replace("第1项", "第9项"));
        FileProjection projection = new FileProjection("pages", folder);
        store = open(projection);

        store.engine.start();

        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(projection.documents()).hasSize(1);
        assertThat(store.engine.status("pages").orElseThrow().parked())
                .extracting(ParkedDocument::uid)
                .containsExactly(damaged);
        assertThat(store.audit.run())
                .containsExactly("package " + damaged + " version 1: record.json differs from the manifest");
    }

    @Test
    void aCrashAfterAnyStepOfAProjectionLeavesItToBeFinishedByTheNextStart() {
        Map<String, Integer> crashes = new HashMap<>();
        for (String point : List.of("before", "after")) {
            FileProjection crashing = new FileProjection("crashing", folder) {
                @Override
                public void apply(List<Change> changes, long position) {
                    if (point.equals("before")) {
                        crashes.merge(point, 1, Integer::sum);
                        throw new IllegalStateException("crash");
                    }
                    super.apply(changes, position);
                    crashes.merge(point, 1, Integer::sum);
                    throw new IllegalStateException("crash");
                }
            };
            TestStore store = open(crashing);
            store.engine.start();
            store.publish(Papers.notice(1));
            store.publish(Papers.notice(2));
            assertThat(store.engine.awaitCaughtUp(Duration.ofMillis(200))).isFalse();
            assertThat(crashes.get(point)).isPositive();
            FileProjection sound = new FileProjection("crashing", folder);
            store = open(sound);
            store.engine.start();

            assertFollows(store, sound);
        }
    }
}
