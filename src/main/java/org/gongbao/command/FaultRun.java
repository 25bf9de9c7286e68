package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongbao.extraction.Workers;

/**
 * Reads damaged files in workers, several at once, with whole documents among them that must come out as they did before.
 * Files worth a look are kept.
 */
final class FaultRun {

    /** One whole document for so many damaged ones. */
    private static final int NEIGHBOUR = 20;

    private static final long LOOK_MILLISECONDS = 200;

    private static final long END_SECONDS = 10;

    /** A whole document and what became of it when no damaged one had been read. */
    private record Neighbour(Path file, FaultOutcome before) {

        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    private final FaultReading reading;
    private final Path folder;
    private final Path kept;
    private final Duration bound;
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final FaultTally tally = new FaultTally();

    /**
     * @param folder for files while they are read
     * @param kept for files worth a look; made when there is one
     * @param bound longest time that any file may take
     */
    FaultRun(Workers workers, Path folder, Path kept, Duration bound) {
        this.reading = new FaultReading(workers);
        this.folder = folder;
        this.kept = kept;
        this.bound = bound;
    }

    /** Reads the whole documents once; says which are costly. */
    List<FaultSeed> look(List<FaultSeed> seeds) throws IOException {
        List<FaultSeed> known = new ArrayList<>();
        Path place = Files.createDirectories(folder.resolve("whole"));
        for (FaultSeed seed : seeds) {
            Path file = Files.write(place.resolve(seed.name()), seed.content());
            FaultOutcome outcome = reading.read(file);
            known.add(seed.asCostly(outcome.recognised()));
            if (!outcome.recognised()) {
                neighbours.add(new Neighbour(file, outcome));
            }
        }
        return known;
    }

    /** Reads files of the numbers from 0; ends early when one does not come back. */
    FaultTally read(FaultMaker maker, int files, int threads) throws InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        for (int number = 0; number < files; number++) {
            int own = number;
            readers.execute(() -> one(maker, own));
        }
        readers.shutdown();
        ProgressBar bar = ProgressBar.onTerminal(files);
        while (!readers.awaitTermination(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            bar.at(tally.files());
            if (hangs()) {
                readers.shutdownNow();
                // The others end what they are at, so that nobody writes into the folder any more.
                readers.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
                break;
            }
        }
        bar.end();
        return tally;
    }

    /** Whether a file has been read for longer than any may; it is counted once. */
    private boolean hangs() {
        long now = System.nanoTime();
        for (Map.Entry<String, Long> file : begun.entrySet()) {
            double seconds = (now - file.getValue()) / 1e9;
            if (seconds > bound.toSeconds() && begun.remove(file.getKey()) != null) {
                tally.add(file.getKey(), seconds, FaultOutcome.broken("still read after its bound of " + bound));
                return true;
            }
        }
        return false;
    }

    private void one(FaultMaker maker, int number) {
        FaultyFile made = maker.file(number);
        long start = System.nanoTime();
        begun.put(made.name(), start);
        FaultOutcome outcome = read(made);
        if (begun.remove(made.name()) != null) {
            tally.add(made.name(), (System.nanoTime() - start) / 1e9, outcome);
        }
        if (number % NEIGHBOUR == 0 && !neighbours.isEmpty()) {
            Neighbour neighbour = neighbours.get(number / NEIGHBOUR % neighbours.size());
            tally.neighbour(neighbour.name(), neighbour.before(), reading.read(neighbour.file()));
        }
    }

    private FaultOutcome read(FaultyFile made) {
        try {
            Path file = Files.write(folder.resolve(made.name()), made.content());
            FaultOutcome outcome = reading.read(file);
            if (outcome.kind().worthALook()) {
                Files.createDirectories(kept);
                Files.write(kept.resolve(made.name()), made.content());
            }
            Files.delete(file);
            return outcome;
        } catch (IOException e) {
            return FaultOutcome.broken("the file cannot be written or deleted: " + e);
        }
    }
}
