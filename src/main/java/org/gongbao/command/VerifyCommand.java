package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.archive.Archive;
import org.gongbao.publication.LogAudit;
import picocli.CommandLine.Command;

/** Checks that everything stored is what it was. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every stored byte against its digest, and the packages against the log.",
        footer = "Exit status 1: something differs; each is named.")
final class VerifyCommand implements Callable<Integer> {

    private final Settings settings;

    VerifyCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (Store store = Store.own(settings)) {
            List<String> differences = new ArrayList<>(store.get(Archive.class).verify());
            differences.addAll(store.get(LogAudit.class).run());
            differences.forEach(System.out::println);
            System.out.println(differences.isEmpty() ? "all is as it was" : differences.size() + " differences");
            return differences.isEmpty() ? 0 : 1;
        }
    }
}
