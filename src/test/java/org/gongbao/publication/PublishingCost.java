package org.gongbao.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;

/** Measures what publishing costs; a program to be run by hand. */
final class PublishingCost {

    private PublishingCost() {}

    /** @param arguments number of documents */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("publishing-cost");
        FileProjection none = new FileProjection("none", folder) {
            @Override
            public void apply(List<Change> changes, long position) {
                write(java.util.Map.of(), position);
            }
        };
        try (TestStore store = new TestStore(folder, TestStore.sqlite(folder), List.of(), List.of(none))) {
            store.engine.start();
            publish(store, 1, 100);
            long start = System.nanoTime();
            publish(store, 101, count);
            report("published by one thread, package forced", start, count);
            start = System.nanoTime();
            store.engine.awaitCaughtUp(Duration.ofMinutes(5));
            report("then caught up", start, count);
            start = System.nanoTime();
            IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> publish(store, 1000 + i * count + 1, count / 8),
                            command -> new Thread(command).start()))
                    .toList()
                    .forEach(CompletableFuture::join);
            report("published by eight threads, package forced", start, count);
            store.engine.awaitCaughtUp(Duration.ofMinutes(5));
            store.engine.close();
            start = System.nanoTime();
            eventsAlone(store, count);
            report("events alone, one transaction each", start, count);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void publish(TestStore store, int first, int count) {
        for (int i = first; i < first + count; i++) {
            DocumentRecord record =
                    Papers.citing(Papers.notice(i), new Citation(null, "云政办字〔2023〕" + (i - 1) + "号", "依据", "根据"));
            store.publish(record.toBuilder().text("正文。".repeat(600)).build());
        }
    }

    private static void eventsAlone(TestStore store, int count) {
        for (int i = 0; i < count; i++) {
            int number = 100_000 + i;
            store.database.write(sql -> {
                long seq = new LogStore(sql).next();
                LogEvent event = new LogEvent(
                        seq,
                        store.clock.instant(),
                        LogEvent.Type.RELEASED,
                        Uid.mint(),
                        1,
                        "00".repeat(32),
                        "11".repeat(32));
                new Register(sql)
                        .apply(new Register.Entry(
                                LogStore.Entry.of(event, 1),
                                Papers.notice(number),
                                "",
                                java.util.Set.of(),
                                Terms.OPEN));
                return seq;
            });
        }
    }

    private static void report(String what, long start, int count) {
        double milliseconds = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                "%s: %.2f ms a document, %.0f a second%n", what, milliseconds / count, count * 1000 / milliseconds);
    }
}
