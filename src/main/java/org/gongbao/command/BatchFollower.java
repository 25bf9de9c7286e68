package org.gongbao.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gongbao.ingest.Batch;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.ingest.Progress;

/** Shows the progress of a batch, waits for its end and prints what became of each document. */
final class BatchFollower {

    private final Ingest ingest;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    BatchFollower(Ingest ingest) {
        this.ingest = ingest;
    }

    /** The exit status: 1 where the machine failed on a document, else 0. */
    int follow(Batch batch, Store store) throws InterruptedException {
        ProgressBar bar = ProgressBar.onTerminal(ingest.progress(batch).files());
        Progress progress = ingest.awaitDone(batch, now -> bar.at(now.done()));
        bar.end();
        store.finish();
        ingest.outcomes(batch).forEach(this::print);
        StringBuilder sum = new StringBuilder(progress.files() + " files:");
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (progress.count(kind) > 0) {
                sum.append(' ').append(progress.count(kind)).append(' ').append(kind.code());
            }
        }
        out.println(sum);
        return progress.count(OutcomeKind.FAILED) > 0 ? 1 : 0;
    }

    private void print(DocumentOutcome outcome) {
        StringBuilder line = new StringBuilder(outcome.kind().code()).append('\t');
        line.append(outcome.uid() == null ? "-" : outcome.uid()).append('\t').append(outcome.name());
        if (outcome.title() != null) {
            line.append('\t').append(outcome.title());
        }
        outcome.reasons().forEach(reason -> line.append("\n\t").append(reason));
        out.println(line);
    }
}
