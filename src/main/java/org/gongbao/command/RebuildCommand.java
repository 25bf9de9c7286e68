package org.gongbao.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.ingest.IngestRunner;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.RegisterRebuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Rebuilds the register from the archive, and projections from the log. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Rebuilds one part from the archive and the log, or all of them.")
final class RebuildCommand implements Callable<Integer> {

    private static final String REGISTER = "register";

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "register, search, linkeddata or bulk; all where none is named")
    private @Nullable String part;

    private final Settings settings;

    RebuildCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Store store = Store.own(settings)) {
            DisseminationEngine engine = store.get(DisseminationEngine.class);
            store.get(IngestRunner.class).awaitIdle();
            if (part == null || part.equals(REGISTER)) {
                long events = store.get(RegisterRebuild.class).rebuild();
                System.out.println("register: " + events + " events restored from the archive");
            }
            if (part == null) {
                engine.rebuildAll();
            } else if (!part.equals(REGISTER)) {
                engine.rebuild(part);
            }
            store.finish();
            List<String> names = part == null ? engine.names() : List.of(part);
            names.stream()
                    .filter(name -> !name.equals(REGISTER))
                    .forEach(name -> System.out.println(name + ": rebuilt"));
            return 0;
        }
    }
}
