package org.gongbao.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write what became of each document to FILE.csv, and with the missing issues to FILE.json")
    private @Nullable Path report;

    private final Settings settings;

    IngestCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Store store = Store.open(settings)) {
            Ingest ingest = store.get(Ingest.class);
            Batch batch = ingest.submit(paths, publish);
            int status = new BatchFollower(ingest).follow(batch, store);
            if (report != null) {
                report(store).write(ingest.outcomes(batch), report);
            }
            return status;
        }
    }

    /** Where another process owns the store, no record can be read here: the report tells outcomes alone. */
    private static IngestReport report(Store store) {
        if (!store.isOwner()) {
            return new IngestReport(uid -> Optional.empty(), List.of());
        }
        PublishedDocuments documents = store.get(PublishedDocuments.class);
        WorkingDocuments working = store.get(WorkingDocuments.class);
        return new IngestReport(
                uid -> documents.find(uid).orElse(null) instanceof PublicState.Public found
                        ? Optional.of(found.document().record())
                        : working.find(uid).map(WorkingDocument::record),
                store.get(GazetteHoldings.class).series());
    }
}
