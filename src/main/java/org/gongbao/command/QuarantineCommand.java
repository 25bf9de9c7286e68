package org.gongbao.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.gongbao.archive.Quarantine;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.QuarantineDesk;
import org.gongbao.ingest.QuarantineDesk.TwoPeople;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, releases and destroys what lies in the quarantine; every call needs two people and is noted. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | release | destroy)",
        description = {
            "Files with a secrecy mark in force, or a virus, lie in the quarantine, encrypted, with nothing but a receipt.",
            "Two people decide on each; every call is noted before it is done."
        })
final class QuarantineCommand {

    private static final String BY = "one of the two people who decide; to be given twice";

    private final Settings settings;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    QuarantineCommand(Settings settings) {
        this.settings = settings;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists receipts with the time, the reason and the size; never names or content.")
    int list(@Option(names = "--by", required = true, paramLabel = "NAME", description = BY) List<String> by) {
        TwoPeople two = TwoPeople.of(by);
        try (Store store = Store.open(settings)) {
            List<Quarantine.Held> held = store.get(QuarantineDesk.class).list(two);
            for (Quarantine.Held file : held) {
                out.println(String.join(
                        "\t",
                        file.receipt(),
                        file.heldAt().toString(),
                        file.kind().name().toLowerCase(java.util.Locale.ROOT),
                        Objects.requireNonNullElse(file.level(), "cannot be opened"),
                        file.bytes() + " bytes"));
            }
            out.println(held.size() + " held");
            return 0;
        }
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Takes a file in as every other; it is read and waits for review, with the basis noted.")
    int release(
            @Parameters(paramLabel = "RECEIPT", description = "the receipt of the file") String receipt,
            @Option(names = "--by", required = true, paramLabel = "NAME", description = BY) List<String> by,
            @Option(
                            names = "--basis",
                            required = true,
                            paramLabel = "TEXT",
                            description =
                                    "what says that the file is secret no longer, such as the number of that notice")
                    String basis)
            throws InterruptedException {
        TwoPeople two = TwoPeople.of(by);
        try (Store store = Store.open(settings)) {
            var batch = store.get(QuarantineDesk.class).release(receipt, two, basis);
            return new BatchFollower(store.get(Ingest.class)).follow(batch, store);
        }
    }

    @Command(name = "destroy", mixinStandardHelpOptions = true, description = "Overwrites and deletes a file for good.")
    int destroy(
            @Parameters(paramLabel = "RECEIPT", description = "the receipt of the file") String receipt,
            @Option(names = "--by", required = true, paramLabel = "NAME", description = BY) List<String> by) {
        TwoPeople two = TwoPeople.of(by);
        try (Store store = Store.open(settings)) {
            store.get(QuarantineDesk.class).destroy(receipt, two);
            out.println(receipt + " is destroyed");
            return 0;
        }
    }
}
