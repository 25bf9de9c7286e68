package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile files of others, in the folder {@code hostile} of what {@code gongbao.corpus} names; skipped without it. */
class HostileCorpusTest {

    @TempDir
    Path folder;

    @Test
    void everyFileGivesARecordOrARefusalAndNoneCostsAWorkerTheLife() throws IOException {
        String corpus = System.getProperty("gongbao.corpus", "");
        assumeTrue(!corpus.isBlank(), "no folder of hostile files: set gongbao.corpus");
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(corpus, "hostile"))) {
            files = listed.sorted().toList();
        }
        Map<String, Integer> counts = new TreeMap<>();
        Map<Path, HostileOutcome> failed = new TreeMap<>();
        Duration longest = Duration.ZERO;
        long start = System.nanoTime();
        try (WorkerPool workers = new WorkerPool(WorkerSettings.DEFAULT, folder.resolve("workers"))) {
            for (Path file : files) {
                long begun = System.nanoTime();
                HostileOutcome outcome = HostileOutcome.of(workers, file);
                Duration taken = Duration.ofNanos(System.nanoTime() - begun);
                longest = taken.compareTo(longest) > 0 ? taken : longest;
                counts.merge(outcome.record() == null ? outcome.code() : "read", 1, Integer::sum);
                System.out.printf("%-90s %6d ms  %s%n", file.getFileName(), taken.toMillis(), outcome);
                if (outcome.failed()) {
                    failed.put(file, outcome);
                } else if (outcome.record() == null) {
                    outcome.saysWhatCameAndWhatWasExpected();
                }
            }
        }
        long total = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.println(files.size() + " hostile files in " + total + " s, the slowest in " + longest.toMillis()
                + " ms: " + counts);
        assertThat(files).isNotEmpty();
        assertThat(failed).isEmpty();
    }
}
