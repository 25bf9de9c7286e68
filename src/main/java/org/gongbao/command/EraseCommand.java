package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Erasure;
import org.gongbao.publication.Uid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Destroys every byte of a withdrawn document. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Destroys every byte of a withdrawn document: all versions, its original and every trace; only digests stay.",
            "It cannot be undone. Backups that hold it are named: destroy them and make them anew, then call it again."
        },
        footer = "Exit status 1: something has to stay; each is named with the reason.")
final class EraseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "UID", description = "the document's identifier")
    private String uid = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who asks for it")
    private String first = "";

    @Option(names = "--with", required = true, paramLabel = "NAME", description = "who else agrees")
    private String second = "";

    @Option(names = "--reason", required = true, description = "the reason, as the public reads it")
    private String reason = "";

    private final Settings settings;

    EraseCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Uid document = new Uid(uid);
        Erasure.Request request = new Erasure.Request(first, second, reason);
        try (Store store = Store.still(settings)) {
            List<String> left = new ArrayList<>(store.get(Erasure.class).erase(document, request));
            BackupList backups = new BackupList(settings.gongbao().data());
            left.addAll(backups.holding(document));
            backups.elsewhere().forEach(System.out::println);
            store.awaitCaughtUp();
            store.get(DisseminationEngine.class).purge();
            left.forEach(System.out::println);
            System.out.println(uid + ": erased");
            return left.isEmpty() ? 0 : 1;
        }
    }
}
