package org.gongbao.command;

import java.util.concurrent.Callable;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads originals anew. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description = {
            "Reads originals anew with today's extractors and rules; what is public gets a new version where it differs.",
            "Tells field by field what changed. What people said of a field stays."
        })
final class ReprocessCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "UID", description = "one document; all where none is named")
    private @Nullable String uid;

    @Option(names = "--dry-run", description = "only tell what would change, field by field; nothing is published")
    private boolean isDryRun;

    private final Settings settings;

    ReprocessCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Store store = Store.open(settings)) {
            Ingest ingest = store.get(Ingest.class);
            return new BatchFollower(ingest).follow(batch(ingest), store);
        }
    }

    private Batch batch(Ingest ingest) {
        if (uid == null) {
            return isDryRun ? ingest.compare() : ingest.reprocess();
        }
        Uid one = new Uid(uid);
        return (isDryRun ? ingest.compare(one) : ingest.reprocess(one))
                .orElseThrow(() -> new IllegalArgumentException("no file holds a document with the identifier " + uid));
    }
}
