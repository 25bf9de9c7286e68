package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongbao.access.Trail;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Quarantine;
import org.gongbao.bulk.DataMirror;
import org.gongbao.bulk.MirrorCheck;
import org.gongbao.bulk.ReleaseCheck;
import org.gongbao.publication.Certificates;
import org.gongbao.publication.DocumentProof;
import org.gongbao.publication.LogAudit;
import org.gongbao.system.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks that everything stored is what it was. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every stored byte against its digest, the packages against the log, and the audit trail.",
            "A downloaded release or delta, a mirror of data (follow URL DIR) and a downloaded document with its proof are checked"
                    + " offline, with nothing but the log's public key."
        },
        footer = "Exit status 1: something differs; each is named.")
final class VerifyCommand implements Callable<Integer> {

    /** What a data folder holds whose other parts are lost. Another folder is left as it is: to open it would fill it. */
    private static final List<String> DATA = List.of("archive", "gongbao.db", "keys");

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description =
                    "data folders, releases, deltas, mirrors of data, documents; the folder of gongbao.data where none is named")
    private List<Path> paths = List.of();

    @Option(
            names = "--key",
            description = "the log's public key, or a file with it; without it no signature is believed")
    private String key = "";

    @Option(
            names = "--proof",
            description = "the proof of a document, from /doc/UID/proof; FILE.proof.json where none is named")
    private @Nullable Path proof;

    private final Settings settings;

    VerifyCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
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

    private List<String> verify(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            return verifyDocument(folder);
        }
        if (DataMirror.isMirror(folder)) {
            return MirrorCheck.differences(folder, verifier());
        }
        if (ReleaseCheck.isRelease(folder)) {
            if (key.isBlank()) {
                System.out.println(folder + ": the signature is not checked, for that takes --key");
            }
            return ReleaseCheck.differences(folder, verifier());
        }
        if (DATA.stream().noneMatch(part -> Files.exists(folder.resolve(part)))) {
            return List.of(folder + ": is no data folder, release, delta or mirror of data");
        }
        try (Store store = Store.still(settings.with("--gongbao.data=" + folder))) {
            store.get(LogAudit.class).erased().forEach(System.out::println);
            return differences(store);
        }
    }

    private List<String> verifyDocument(Path file) throws IOException {
        Path beside = proof != null ? proof : file.resolveSibling(file.getFileName() + ".proof.json");
        String verifier = verifier();
        if (verifier == null || !Files.exists(beside)) {
            return List.of(file + ": a document is checked by its proof and the log's key; give --proof and --key");
        }
        return DocumentProof.difference(Files.readAllBytes(beside), Sha256.of(file), verifier).stream()
                .map(what -> file.getFileName() + ": " + what)
                .toList();
    }

    private @Nullable String verifier() throws IOException {
        if (key.isBlank()) {
            return null;
        }
        Path file = Path.of(key);
        return (!key.contains("+") || Files.exists(file) ? Files.readString(file) : key).strip();
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
