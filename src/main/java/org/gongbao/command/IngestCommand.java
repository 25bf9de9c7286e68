package org.gongbao.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files in and follows them to the end. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Takes files and folders in, reads them, and says what became of each document.",
        footer = "What is held back or cannot be read is listed with its reason; the exit status stays 0.")
final class IngestCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with files")
    private List<Path> paths = List.of();

    @Option(names = "--publish", description = "publish what is public already; without it a document waits for review")
    private boolean publish;

    private final Settings settings;

    IngestCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Store store = Store.open(settings)) {
            Ingest ingest = store.get(Ingest.class);
            Batch batch = ingest.submit(paths, publish);
            return new BatchFollower(ingest).follow(batch, store);
        }
    }
}
