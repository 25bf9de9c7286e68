package org.gongbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queue with its archive on whichever database, and what tests ask of it. */
@Timeout(60)
abstract class OnIngest {

    @TempDir
    Path folder;

    @TempDir
    Path files;

    String url = "";

    IngestWorld world;

    abstract String url(Path folder);

    @BeforeEach
    void open() {
        url = url(folder);
        world = new IngestWorld(folder, url);
    }

    @AfterEach
    void close() {
        world.close();
    }

    Path file(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    List<DocumentOutcome> run(boolean publish, Path... paths) throws InterruptedException {
        world.runner.start();
        Batch batch = world.ingest.submit(List.of(paths), publish);
        world.ingest.awaitDone(batch, progress -> {});
        return world.ingest.outcomes(batch);
    }

    static Uid uid(DocumentOutcome outcome) {
        return Objects.requireNonNull(outcome.uid());
    }

    DocumentRecord published(Uid uid) {
        return world.publisher
                .find(uid)
                .map(PublicState.Public.class::cast)
                .orElseThrow()
                .document()
                .record();
    }
}
