package org.gongbao.archive;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;

/** A process that writes to an archive until it is killed, and prints what it was promised. */
final class ArchiveUnderLoad {

    private ArchiveUnderLoad() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        long seed = Long.parseLong(args[1]);
        DataFolder data = new DataFolder(folder);
        Archive archive = new OcflArchive(data, Database.open(url(folder)), Clock.systemUTC());
        archive.recover();
        System.out.println("READY");
        Thread storing = new Thread(() -> store(archive, folder, seed));
        storing.start();
        receive(archive, seed);
    }

    static String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("gongbao.db");
    }

    private static void receive(Archive archive, long seed) {
        Random random = new Random(seed);
        for (int i = 0; ; i++) {
            byte[] bytes = new byte[random.nextInt(200_000)];
            random.nextBytes(bytes);
            Arrival arrival = archive.receive(new ByteArrayInputStream(bytes), i + ".bin", null);
            System.out.println("ARRIVED " + arrival.receipt() + " " + Digests.sha256(bytes));
            if (i % 2 == 0) {
                archive.settle(arrival);
                System.out.println("SETTLED " + arrival.receipt());
            }
        }
    }

    private static void store(Archive archive, Path folder, long seed) {
        try {
            Path file = folder.resolve("source-" + seed);
            for (int i = 0; ; i++) {
                String id = "package/" + seed + "-" + i / 3;
                int version = i % 3 + 1;
                Files.writeString(file, id + " " + version);
                archive.store(id, version, Map.of("record.json", file));
                System.out.println("STORED " + id + " " + version);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
