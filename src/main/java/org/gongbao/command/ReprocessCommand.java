package org.gongbao.command;

import java.util.concurrent.Callable;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads originals anew. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description =
                "Reads originals anew with today's extractors and rules; what is public gets a new version where it differs.")
final class ReprocessCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "UID", description = "one document; all where none is named")
    private @Nullable String uid;

    private final Settings settings;

    ReprocessCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Store store = Store.open(settings)) {
            Ingest ingest = store.get(Ingest.class);
            Batch batch = uid == null
                    ? ingest.reprocess()
                    : ingest.reprocess(new Uid(uid))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "no file holds a document with the identifier " + uid));
            return new BatchFollower(ingest).follow(batch, store);
        }
    }
}
