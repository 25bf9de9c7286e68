package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongbao.publication.Mirror;
import org.gongbao.system.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies everything that lives, while the service runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the data folder into another one, from which restore brings it back; the service may run meanwhile.",
            "A backup holds the keys and whatever is not public: protect it as the data folder itself.",
            "What is made anew is left out, and the quarantine, and files that were not looked through yet."
        },
        footer = "Exit status 1: no backup was made, or what is in it was damaged before; that is named.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
    private Path target = Path.of("");

    private final Settings settings;

    BackupCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        Path data = settings.gongbao().data().toAbsolutePath().normalize();
        Path folder = target.toAbsolutePath().normalize();
        requirePossible(data, folder);
        makeFolder(folder);
        Backup.Made made = new Backup(data, folder).make(Clock.systemUTC().instant());
        new BackupList(data).add(folder, made);
        System.out.println(folder + ": " + made.files() + " files, " + made.bytes() + " bytes, " + made.position()
                + " events of the log");
        if (made.leftInInbox() > 0) {
            System.out.println(made.leftInInbox()
                    + " files of the inbox were not looked through yet and are not in it; they are still in " + data);
        }
        made.unknown().forEach(name -> System.out.println("left out, for nothing here is known by it: " + name));
        made.damaged().forEach(name -> System.out.println("damaged already, copied as it is: " + name));
        return made.damaged().isEmpty() ? 0 : 1;
    }

    private void requirePossible(Path data, Path folder) throws IOException {
        String url = settings.bind("gongbao.database", DatabaseAddress.class).url();
        if (!url.isEmpty()) {
            throw new IllegalStateException(
                    "the database is not in the data folder: stop the service, copy the database"
                            + " with pg_dump, and after it the folders archive, keys, scheduled, issues and the file node of "
                            + data);
        }
        if (!Files.exists(data.resolve("gongbao.db"))) {
            throw new IllegalStateException(data + " is no data folder");
        }
        if (folder.startsWith(data) || data.startsWith(folder)) {
            throw new IllegalArgumentException("a backup lies outside of the data folder " + data);
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IllegalArgumentException(folder + " is not empty, expected an empty folder or none");
        }
        try (DataFolder store = new DataFolder(data)) {
            store.requireWhole();
            if (Mirror.of(store).isPresent()) {
                throw new IllegalStateException("a mirror needs no backup: follow makes it anew from its leader");
            }
        }
    }

    /** The address of the database, empty for the embedded one. */
    record DatabaseAddress(
            @org.springframework.boot.context.properties.bind.DefaultValue("")
            String url) {}

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
