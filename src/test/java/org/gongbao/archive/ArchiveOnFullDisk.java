package org.gongbao.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;

/** A process for which the operating system refuses to make any file larger than a bound, as a full disk would. */
final class ArchiveOnFullDisk {

    private ArchiveOnFullDisk() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path large = Path.of(args[1]);
        Path small = Files.writeString(folder.resolve("small"), "小");
        Archive archive =
                new OcflArchive(new DataFolder(folder), Database.open(ArchiveUnderLoad.url(folder)), Clock.systemUTC());
        archive.recover();
        refused(() -> archive.store("package/1", 1, Map.of("f", large)));
        refused(() -> {
            try (var in = Files.newInputStream(large)) {
                archive.receive(in, "large", null);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        archive.store("package/small", 1, Map.of("f", small));
        System.out.println("STORED small");
        System.out.println("DIFFERENCES " + archive.verify());
        System.exit(0);
    }

    private static void refused(Runnable action) {
        try {
            action.run();
            System.out.println("ACCEPTED");
        } catch (StorageException e) {
            System.out.println("REFUSED " + e.getMessage());
        }
    }
}
