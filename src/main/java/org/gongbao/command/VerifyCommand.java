package org.gongbao.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.access.Trail;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Quarantine;
import org.gongbao.publication.Certificates;
import org.gongbao.publication.LogAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks that everything stored is what it was. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every stored byte against its digest, the packages against the log, and the audit trail.",
        footer = "Exit status 1: something differs; each is named.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "data folders; the one of gongbao.data where none is named")
    private List<Path> paths = List.of();

    private final Settings settings;

    VerifyCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        List<Path> folders = paths.isEmpty() ? List.of(settings.gongbao().data()) : paths;
        List<String> differences = new ArrayList<>();
        for (Path folder : folders) {
            String prefix = folders.size() > 1 ? folder + ": " : "";
            verify(folder).forEach(difference -> differences.add(prefix + difference));
        }
        differences.forEach(System.out::println);
        System.out.println(differences.isEmpty() ? "all is as it was" : differences.size() + " differences");
        return differences.isEmpty() ? 0 : 1;
    }

    private List<String> verify(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of(folder + ": no data folder");
        }
        try (Store store = Store.still(settings.with("--gongbao.data=" + folder))) {
            store.get(LogAudit.class).erased().forEach(System.out::println);
            return differences(store);
        }
    }

    /** What differs in an open store, one sentence each. */
    static List<String> differences(Store store) {
        List<String> differences = new ArrayList<>(store.get(Archive.class).verify());
        differences.addAll(store.get(Quarantine.class).differences());
        differences.addAll(store.get(LogAudit.class).run());
        differences.addAll(store.get(Trail.class).verify());
        // What is made from a damaged store is neither repaired nor certified: the damage comes first.
        if (differences.isEmpty()) {
            differences.addAll(store.get(Certificates.class).ofEverything());
        }
        return differences;
    }
}
