package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gongbao.system.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it ingests loses nothing that it acknowledged, and publishes nothing twice. */
class KilledIngestTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void everyAcknowledgedFileIsPublishedOnceAfterKills() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> taken = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            taken.addAll(runAndKill(round, 10 + random.nextInt(120)));
        }
        assertThat(taken).isNotEmpty();

        try (IngestWorld world = new IngestWorld(folder, IngestUnderLoad.url(folder))) {
            world.archive.recover();
            world.runner.start();
            world.runner.awaitIdle();

            List<FilePublisher.Event> events = world.publisher.events();
            assertThat(events).extracting(FilePublisher.Event::uid).doesNotHaveDuplicates();
            assertThat(events).extracting(FilePublisher.Event::title).doesNotHaveDuplicates();
            assertThat(events)
                    .extracting(FilePublisher.Event::title)
                    .containsAll(taken.stream().map(name -> "通知" + name).toList());
            for (String name : taken) {
                if (name.endsWith("-0")) {
                    assertThat(events).extracting(FilePublisher.Event::title).contains("甲" + name, "乙" + name);
                }
            }
            assertThat(world.archive.unsettled()).isEmpty();
            assertThat(world.archive.verify()).isEmpty();
        }
    }

    private List<String> runAndKill(int round, int lines) throws Exception {
        Path output = folder.resolve("output-" + round);
        Process process = JavaProcess.of(256, IngestUnderLoad.class, folder.toString(), Integer.toString(round))
                .redirectError(folder.resolve("error-" + round).toFile())
                .redirectOutput(output.toFile())
                .start();
        while (taken(output).size() < lines) {
            assertThat(process.isAlive()).as("the process ended by itself").isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly();
        process.waitFor();
        return taken(output);
    }

    /** Names on whole lines; logging may stand between them. */
    private static List<String> taken(Path output) throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("TAKEN "))
                .map(line -> line.substring(6))
                .toList();
    }
}
