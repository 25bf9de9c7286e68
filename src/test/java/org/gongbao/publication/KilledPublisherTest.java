package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPublisherTest {

    private static final long SEED = 20240301;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void afterEveryKillWhatWasAcknowledgedIsPublicOnceAndAllProjectionsAgree() throws Exception {
        System.out.println("KilledPublisherTest seed " + SEED);
        Random random = new Random(SEED);
        Map<String, String> acknowledged = new TreeMap<>();
        Map<String, Integer> tried = new TreeMap<>();
        int next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            Path said = folder.resolve("said" + kill);
            Process process = start(next, said);
            awaitLines(process, said, 1 + random.nextInt(30));
            Thread.sleep(random.nextInt(60));
            process.destroyForcibly().waitFor();
            for (String line : Files.readAllLines(said)) {
                String[] words = line.split(" ");
                if (words.length == 3 && words[0].equals("trying")) {
                    tried.put(words[1], Integer.parseInt(words[2]));
                    next = Integer.parseInt(words[2]) + 1;
                } else if (words.length == 3) {
                    acknowledged.put(words[1], words[0]);
                }
            }
            check(acknowledged, tried);
        }
    }

    private Process start(int first, Path said) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishingProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private static void awaitLines(Process process, Path said, int count) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (lines(said) < count) {
            assertThat(process.isAlive()).as("the publishing process is alive").isTrue();
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.sleep(2);
        }
    }

    private static long lines(Path said) throws Exception {
        try (Stream<String> lines = Files.lines(said)) {
            return lines.filter(line -> line.startsWith("published ") || line.startsWith("withdrawn "))
                    .count();
        }
    }

    private void check(Map<String, String> acknowledged, Map<String, Integer> tried) {
        FileProjection pages = new FileProjection("pages", folder);
        try (TestStore store = new TestStore(folder, TestStore.sqlite(folder), List.of(), List.of(pages))) {
            store.rebuild.restoreMissing();
            store.engine.start();
            acknowledged.forEach((uid, what) -> {
                PublicState state = store.documents.find(new Uid(uid)).orElseThrow();
                if (what.equals("withdrawn")) {
                    assertThat(state).isInstanceOf(PublicState.Gone.class);
                }
            });
            tried.forEach((uid, number) -> tryAgain(store, new Uid(uid), number));
            assertThat(store.engine.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
            Map<String, String> published = new TreeMap<>();
            store.documents
                    .all()
                    .forEach(document -> published.put(document.uid().value(), FileProjection.line(document)));
            assertThat(pages.documents()).isEqualTo(published);
            assertThat(store.logArchive.position()).isEqualTo(store.log.size());
            assertThat(store.audit.run()).isEmpty();
        }
    }

    /** Whoever was not acknowledged tries again: a document is released once, whatever the kill left. */
    private static void tryAgain(TestStore store, Uid uid, int number) {
        if (store.documents.find(uid).isEmpty()) {
            Outcome outcome = store.publisher.publish(
                    uid, Papers.notice(number), Papers.content(Papers.notice(number)), LogEvent.Type.RELEASED);
            assertThat(outcome).isInstanceOf(Outcome.Published.class);
        }
        assertThat(store.log.events(uid).stream().filter(event -> event.event() == LogEvent.Type.RELEASED))
                .hasSize(1);
    }
}
