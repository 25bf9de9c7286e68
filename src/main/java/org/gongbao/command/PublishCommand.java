package org.gongbao.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.Uid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Publishes a document that waits for review. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes a document that waits for review, if no gate holds it back.")
final class PublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "UID", description = "the document's identifier")
    private String uid = "";

    private final Settings settings;

    PublishCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Uid document = new Uid(uid);
        try (Store store = Store.open(settings)) {
            Ingest ingest = store.get(Ingest.class);
            Optional<Batch> batch = ingest.publish(document);
            if (batch.isEmpty()) {
                throw new IllegalArgumentException("no file holds a document with the identifier " + uid);
            }
            return new BatchFollower(ingest).follow(batch.get(), store);
        }
    }
}
