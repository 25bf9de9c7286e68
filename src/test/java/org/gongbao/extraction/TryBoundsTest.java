package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Times are given as nanoseconds, so that no clock runs here. */
class TryBoundsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicReference<Duration> processor = new AtomicReference<>(Duration.ZERO);

    private TryBounds started(TryBounds bounds) {
        bounds.start(0, processor::get, false, false);
        return bounds;
    }

    @Test
    void theFirstTryHasTwoSecondsWhateverTheTaskAnnounces() {
        TryBounds fast = started(TryBounds.fast(WorkerSettings.DEFAULT));
        fast.expect(1000, false, SECOND);
        processor.set(Duration.ofMillis(1900));
        assertThat(fast.late(2 * SECOND)).isFalse();
        assertThat(fast.late(2 * SECOND + 1)).isTrue();
    }

    @Test
    void theFirstTryIsLongerWhereTheProcessorIsBusyElsewhere() {
        TryBounds fast = started(TryBounds.fast(WorkerSettings.DEFAULT));
        processor.set(Duration.ofMillis(500));
        assertThat(fast.late(5 * SECOND)).isFalse();
        assertThat(fast.late(7 * SECOND)).isTrue();
    }

    @Test
    void theFirstFileOfAWorkerHasTimeForItsClassesToLoad() {
        TryBounds cold = TryBounds.fast(WorkerSettings.DEFAULT);
        cold.start(0, processor::get, true, false);
        processor.set(Duration.ofSeconds(4));
        assertThat(cold.late(5 * SECOND)).isFalse();
        assertThat(cold.late(19 * SECOND)).isTrue();
    }

    @Test
    void theSlowLaneHasSixtySecondsAndFiftyMillisecondsAPage() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        processor.set(Duration.ofSeconds(55));
        assertThat(slow.late(61 * SECOND)).isTrue();
        slow.expect(5000, false, SECOND);
        processor.set(Duration.ofSeconds(300));
        assertThat(slow.late(309 * SECOND)).isFalse();
        assertThat(slow.late(311 * SECOND)).isTrue();
    }

    @Test
    void aFileOfTheSlowLaneThatWaitsForABusyProcessorHasThreeTimesTheClock() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        processor.set(Duration.ofSeconds(5));
        assertThat(slow.late(179 * SECOND)).isFalse();
        assertThat(slow.late(181 * SECOND)).isTrue();
    }

    @Test
    void whatAPageComputesDoesNotCountAgainstTheFile() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        slow.expect(0, true, 0);
        processor.set(Duration.ofSeconds(10));
        slow.begin(10 * SECOND);
        processor.set(Duration.ofSeconds(100));
        slow.keep(100 * SECOND);
        assertThat(slow.late(151 * SECOND)).isFalse();
        processor.set(Duration.ofSeconds(146));
        assertThat(slow.late(151 * SECOND)).isTrue();
    }

    @Test
    void aPageThatComputesHasTwentySecondsFromItsBeginning() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        slow.expect(1, true, 0);
        slow.begin(50 * SECOND);
        slow.begin(100 * SECOND);
        processor.set(Duration.ofSeconds(19));
        assertThat(slow.late(119 * SECOND)).isFalse();
        assertThat(slow.late(121 * SECOND)).isTrue();
    }

    @Test
    void aPageHasNoMoreTimeBecauseTheFileHasManyOthers() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        slow.expect(1000, true, 0);
        slow.begin(SECOND);
        processor.set(Duration.ofSeconds(20));
        assertThat(slow.late(20 * SECOND)).isFalse();
        assertThat(slow.late(22 * SECOND)).isTrue();
    }

    @Test
    void theTimeBetweenPagesCountsTogetherAgainstThatOfTheFile() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        slow.expect(200, true, 0);
        slow.begin(40 * SECOND);
        slow.keep(55 * SECOND);
        processor.set(Duration.ofSeconds(64));
        assertThat(slow.late(84 * SECOND)).isFalse();
        assertThat(slow.late(86 * SECOND)).isTrue();
        slow.begin(80 * SECOND);
        slow.keep(90 * SECOND);
        assertThat(slow.late(94 * SECOND)).isFalse();
        assertThat(slow.late(96 * SECOND)).isTrue();
    }

    @Test
    void aPageOfWhichNothingIsKeptEndsWhereTheTaskAnnouncesThePagesAgain() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        slow.expect(1000, true, 0);
        slow.begin(SECOND);
        slow.expect(1000, true, 2 * SECOND);
        processor.set(Duration.ofSeconds(90));
        assertThat(slow.late(90 * SECOND)).isFalse();
    }

    @Test
    void aPageThatWaitsForABusyProcessorHasNineTimesTheClock() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        slow.expect(1, true, 0);
        slow.begin(0);
        processor.set(Duration.ofSeconds(5));
        assertThat(slow.late(179 * SECOND)).isFalse();
        assertThat(slow.late(181 * SECOND)).isTrue();
    }

    @Test
    void recognitionMayHoldMoreMemoryThanParsing() {
        TryBounds slow = started(TryBounds.slow(WorkerSettings.DEFAULT));
        assertThat(slow.memory()).isEqualTo(512L << 20);
        slow.expect(1, true, 0);
        assertThat(slow.memory()).isEqualTo(1L << 30);
    }
}
