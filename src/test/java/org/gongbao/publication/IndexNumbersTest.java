package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class IndexNumbersTest {

    private static final IndexNumberSettings SCHEME =
            new IndexNumberSettings("{organisation}/{year}-{serial:5}", "YZ0001");

    @TempDir
    Path folder;

    private TestStore store;

    @BeforeEach
    void open() {
        store = open(SCHEME);
    }

    private TestStore open(IndexNumberSettings numbers) {
        return new TestStore(folder, TestStore.sqlite(folder), List.of(), List.of(), numbers);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private @org.jspecify.annotations.Nullable String numberOf(Uid uid) {
        return store.document(uid).record().indexNumber();
    }

    private void revise(Uid uid, DocumentRecord record) {
        store.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.REVISED);
    }

    @Test
    void fortyReleasesAtTheSameTimeGetFortyNumbersWithoutGapOrDouble() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Future<Uid>> released = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            DocumentRecord record = Papers.notice(number);
            released.add(threads.submit(() -> store.publish(record)));
        }
        List<String> numbers = new ArrayList<>();
        for (Future<Uid> each : released) {
            numbers.add(Objects.requireNonNull(numberOf(each.get())));
        }
        threads.shutdown();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40)
                        .mapToObj(serial -> String.format("YZ0001/2024-%05d", serial))
                        .toList());
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void twoProcessesOnOneDatabaseLeaveNoGapEither() throws Exception {
        try (TestStore other =
                new TestStore(folder.resolve("other"), TestStore.sqlite(folder), List.of(), List.of(), SCHEME)) {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<?>> done = new ArrayList<>();
            for (TestStore each : List.of(store, other)) {
                done.add(threads.submit(
                        () -> IntStream.rangeClosed(1, 10).forEach(number -> each.publish(Papers.notice(number)))));
            }
            for (Future<?> each : done) {
                each.get();
            }
            threads.shutdown();

            assertThat(store.database
                            .read()
                            .sql("select number_serial from log_event order by number_serial")
                            .query(Long.class)
                            .list())
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 20)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aDocumentKeepsItsNumberInEveryVersionAndAfterAWithdrawal() {
        Uid uid = store.publish(Papers.notice(1));
        store.publish(Papers.notice(2));
        revise(uid, Papers.notice(1, "新题"));
        store.publisher.withdraw(uid, "依法撤下");
        revise(uid, Papers.notice(1, "又一题"));

        assertThat(numberOf(uid)).isEqualTo("YZ0001/2024-00001");
        assertThat(numberOf(store.publish(Papers.notice(3)))).isEqualTo("YZ0001/2024-00003");
        assertThat(store.document(uid).record().claims().get("indexNumber"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.rule()).isEqualTo(IndexNumbers.RULE));
    }

    @Test
    void publishingTheSameContentAgainTakesNoNumber() {
        Uid uid = store.publish(Papers.notice(1));

        Publisher.Outcome again =
                store.publisher.publish(uid, Papers.notice(1), Papers.content(Papers.notice(1)), LogEvent.Type.REVISED);

        assertThat(again).isEqualTo(new Publisher.Outcome.Unchanged(uid, 1));
    }

    @Test
    void aDocumentThatCarriesANumberKeepsThat() {
        Uid uid = store.publish(
                Papers.notice(1).toBuilder().indexNumber("015123456/2023-00077").build());

        assertThat(numberOf(uid)).isEqualTo("015123456/2023-00077");
        assertThat(numberOf(store.publish(Papers.notice(2)))).isEqualTo("YZ0001/2024-00001");
    }

    @Test
    void aReleaseThatIsTakenBackLeavesNoGap() {
        store.steps.add((sql, event) -> {
            throw new IllegalStateException("the desk says no");
        });
        assertThatThrownBy(() -> store.publish(Papers.notice(1))).hasMessageContaining("the desk says no");
        store.steps.clear();

        assertThat(numberOf(store.publish(Papers.notice(2)))).isEqualTo("YZ0001/2024-00001");
    }

    @Test
    void theYearIsThatOfTheReleaseAtTheOfficeAndBeginsItsOwnSeries() {
        store.publish(Papers.notice(1));
        Uid uid = Uid.mint();
        store.scheduled.schedule(
                uid,
                Papers.notice(2),
                Papers.content(Papers.notice(2)),
                LogEvent.Type.RELEASED,
                java.time.Instant.parse("2024-12-31T16:00:00Z"));
        store.clock.move(Duration.between(store.clock.instant(), java.time.Instant.parse("2024-12-31T16:00:00Z")));
        store.scheduled.releaseDue();

        assertThat(numberOf(uid)).isEqualTo("YZ0001/2025-00001");
    }

    @Test
    void theRegisterRestoredFromTheArchiveGoesOnWithTheNextNumber() {
        Uid first = store.publish(Papers.notice(1));
        store.publish(Papers.notice(2));

        store.rebuild.rebuild();

        assertThat(numberOf(store.publish(Papers.notice(3)))).isEqualTo("YZ0001/2024-00003");
        revise(first, Papers.notice(1, "新题"));
        assertThat(numberOf(first)).isEqualTo("YZ0001/2024-00001");
    }

    @Test
    void anAllottedNumberStaysWhenTheSchemeIsSwitchedOff() {
        Uid uid = store.publish(Papers.notice(1));
        store.close();
        store = open(new IndexNumberSettings("", ""));

        revise(uid, Papers.notice(1, "新题"));

        assertThat(numberOf(uid)).isEqualTo("YZ0001/2024-00001");
        assertThat(numberOf(store.publish(Papers.notice(2)))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{year}", "{serial}-{serial:3}", "{organisation}-{serial}", "{day}-{serial}", "{serial:0}"})
    void aSchemeThatCannotWorkIsRefusedAtTheStart(String scheme) {
        assertThatThrownBy(() -> new IndexNumberSettings(scheme, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gongbao.index-number");
    }
}
