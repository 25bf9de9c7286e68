package org.gongbao.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.RegisterRebuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Rebuilds the register from the archive, and projections from the log. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Rebuilds one part from the archive and the log, or all of them.",
        footer = "Exit status 1: a package is damaged; each is named, and everything else is restored.")
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
        try (Store store = Store.still(settings)) {
            List<String> damaged = rebuildRegister(store);
            DisseminationEngine engine = store.get(DisseminationEngine.class);
            if (part == null) {
                engine.rebuildAll();
            } else if (!part.equals(REGISTER)) {
                engine.rebuild(part);
            }
            store.awaitCaughtUp();
            List<String> names = part == null ? engine.names() : List.of(part);
            names.stream()
                    .filter(name -> !name.equals(REGISTER))
                    .forEach(name -> System.out.println(name + ": rebuilt"));
            return damaged.isEmpty() ? 0 : 1;
        }
    }

    /** Before any projection runs, for nothing may be published or archived meanwhile; what is damaged. */
    private List<String> rebuildRegister(Store store) {
        if (part != null && !part.equals(REGISTER)) {
            return List.of();
        }
        RegisterRebuild register = store.get(RegisterRebuild.class);
        System.out.println("register: " + register.rebuild() + " events restored from the archive");
        register.damaged().forEach(what -> System.out.println("register: damaged: " + what));
        return register.damaged();
    }
}
