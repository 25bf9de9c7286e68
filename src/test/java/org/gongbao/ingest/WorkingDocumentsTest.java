package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.archive.Archive;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.Uid;
import org.gongbao.system.GongbaoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk reads a document while the archive goes on with its own work. */
@Timeout(60)
class WorkingDocumentsTest {

    @TempDir
    Path folder;

    @TempDir
    Path files;

    @Test
    void anOriginalThatSettlesWhileItIsReadIsReadAtItsNewPlace() throws Exception {
        try (IngestWorld world = new IngestWorld(folder, "jdbc:sqlite:" + folder.resolve("gongbao.db"))) {
            Uid uid = waiting(world);
            AtomicInteger asked = new AtomicInteger();
            Archive settling = settlingOnce(world.archive, asked);

            Optional<WorkingDocument> found = documents(world, settling).find(uid);

            assertThat(found)
                    .get()
                    .satisfies(document -> assertThat(document.original()).exists());
            assertThat(asked).hasValue(2);
        }
    }

    private Uid waiting(IngestWorld world) throws Exception {
        Path file = Files.writeString(files.resolve("通知.txt"), "关于做好样例工作的通知\n正文");
        world.runner.start();
        Batch batch = world.ingest.submit(List.of(file), false);
        world.ingest.awaitDone(batch, progress -> {});
        world.runner.awaitIdle();
        return Optional.ofNullable(world.ingest.outcomes(batch).get(0).uid()).orElseThrow();
    }

    private WorkingDocuments documents(IngestWorld world, Archive archive) {
        GongbaoSettings settings = new GongbaoSettings(
                folder, URI.create("http://localhost"), ZoneId.of("Asia/Shanghai"), "云州市人民政府办公室", false, null);
        return new WorkingDocuments(
                archive,
                world.documents,
                world.workers,
                new FileReading(world.workers, settings, original -> List.of()),
                new Extractions(folder.resolve("work/extractions")),
                PersonalData.over(null),
                world.corrections);
    }

    /** The archive, whose first answer is a place from which the original has gone meanwhile. */
    private Archive settlingOnce(Archive archive, AtomicInteger asked) {
        return (Archive) Proxy.newProxyInstance(
                Archive.class.getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("original") && asked.getAndIncrement() == 0) {
                        return Optional.of(folder.resolve("archive/inbox/gone"));
                    }
                    try {
                        return method.invoke(archive, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
