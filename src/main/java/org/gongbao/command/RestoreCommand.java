package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.archive.Quarantine;
import org.gongbao.publication.BackupManifest;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Erasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a data folder back from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a backup back into a data folder that is empty: every file is checked first, then copied, then what is",
            "made from them is made anew, and everything is verified.",
            "What was erased after the backup was made comes back with it: erase it again."
        },
        footer =
                "Exit status 1: a file of the backup is damaged, and nothing was restored; or what was restored differs.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "the folder that backup wrote")
    private Path folder = Path.of("");

    @Option(names = "--key", description = "the key of the log that must have signed the backup; else the one in it")
    private String key = "";

    private final Settings settings;

    RestoreCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        BackupManifest manifest = BackupManifest.read(folder, key);
        Path data = settings.gongbao().data().toAbsolutePath().normalize();
        List<String> damaged = new Restore(folder, data).run(manifest);
        if (!damaged.isEmpty()) {
            damaged.forEach(System.out::println);
            System.out.println("nothing was restored");
            return 1;
        }
        System.out.println(data + ": " + manifest.files().size() + " files of " + manifest.madeAt() + ", signed by "
                + BackupManifest.verifier(folder));
        List<String> differences = new ArrayList<>();
        try (Store store = Store.still(settings)) {
            fill(store);
            differences.addAll(VerifyCommand.differences(store));
        }
        System.out.println("what was erased after " + manifest.madeAt()
                + " has come back: erase it again; what arrived after it has to be handed in again");
        differences.forEach(System.out::println);
        System.out.println(differences.isEmpty() ? "all is as it was" : differences.size() + " differences");
        return differences.isEmpty() ? 0 : 1;
    }

    /** What was being destroyed when the backup was made is destroyed to its end before anything is made from it. */
    private static void fill(Store store) {
        int absent = store.get(Quarantine.class).noteAbsent().size();
        if (absent > 0) {
            System.out.println(absent + " receipts are of files that stayed where the backup was made");
        }
        store.get(Erasure.class).repeat().forEach(System.out::println);
        DisseminationEngine engine = store.get(DisseminationEngine.class);
        engine.rebuildAll();
        store.awaitCaughtUp();
        engine.names().forEach(name -> System.out.println(name + ": rebuilt"));
    }
}
