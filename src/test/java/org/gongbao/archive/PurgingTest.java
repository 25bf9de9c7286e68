package org.gongbao.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is destroyed is nowhere, and everything else is as it was. */
class PurgingTest {

    private static final String ID = "package/0123456789abcdef";

    @TempDir
    Path folder;

    private Database database;
    private OcflArchive archive;

    @BeforeEach
    void open() throws IOException {
        database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
        archive = open(Disk.REAL);
        store(1, Map.of("text.txt", "金丝雀一", "same.txt", "两版相同"));
        store(2, Map.of("text.txt", "金丝雀二", "same.txt", "两版相同"));
        store(3, Map.of("text.txt", "第三版", "same.txt", "两版相同"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private OcflArchive open(Disk disk) throws IOException {
        return new OcflArchive(
                Files.createDirectories(folder.resolve("archive")), database, ArchiveContract.CLOCK, disk);
    }

    private void store(int version, Map<String, String> texts) throws IOException {
        Map<String, Path> files = new java.util.HashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.put(text.getKey(), Files.writeString(Files.createTempFile(folder, "new", ""), text.getValue()));
        }
        archive.store(ID, version, files);
        for (Path file : files.values()) {
            Files.delete(file);
        }
    }

    private List<Path> holding(String words) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return Files.readString(file).contains(words);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    @Test
    void theFirstVersionsOfAnObjectGoAndTheLaterOnesStay() throws IOException {
        assertThat(holding("金丝雀")).hasSize(2);

        archive.purge(ID, 2);
        archive.purge(ID, 2);

        assertThat(holding("金丝雀")).isEmpty();
        assertThat(archive.stored(ID, 1).keySet()).containsExactly(Purging.PURGED);
        assertThat(archive.latest(ID)).isEqualTo(3);
        assertThat(archive.stored(ID, 3).get("text.txt")).hasContent("第三版");
        assertThat(archive.stored(ID, 3).get("same.txt")).hasContent("两版相同");
        assertThat(archive.verify()).isEmpty();
        store(4, Map.of("text.txt", "第四版"));
        assertThat(archive.stored(ID, 4).get("text.txt")).hasContent("第四版");
        assertThat(open(Disk.REAL).verify()).isEmpty();
    }

    @Test
    void allVersionsCanGoAndTheNextOneHasTheNextNumber() throws IOException {
        archive.purge(ID, Integer.MAX_VALUE);

        assertThat(holding("金丝雀")).isEmpty();
        assertThat(holding("第三版")).isEmpty();
        assertThat(archive.latest(ID)).isEqualTo(3);
        store(4, Map.of("text.txt", "第四版"));
        assertThat(archive.stored(ID, 4).get("text.txt")).hasContent("第四版");
        assertThat(archive.verify()).isEmpty();
        archive.purge("package/unknown", Integer.MAX_VALUE);
    }

    @Test
    void anObjectGoesAsAWholeAndTheOthersStay() throws IOException {
        archive.store("package/other", 1, Map.of("a.txt", Files.writeString(folder.resolve("a"), "另一份")));

        archive.purge(ID);
        archive.purge(ID);

        assertThat(archive.publicObjects("package/")).containsExactly("package/other");
        assertThat(archive.stored(ID, 1)).isEmpty();
        assertThat(archive.latest(ID)).isZero();
        assertThat(holding("金丝雀")).isEmpty();
        assertThat(archive.verify()).isEmpty();
    }

    @Test
    void whereverItStopsTheNextStartHasTheObjectAsItWasOrWithoutTheVersions() throws IOException {
        int stops = 0;
        for (int calls = 0; ; calls++) {
            OcflArchive stopping = open(new StoppingDisk(calls));
            try {
                stopping.purge(ID, 1);
                break;
            } catch (StorageException e) {
                stops++;
            }
            OcflArchive next = open(Disk.REAL);
            next.recover();
            assertThat(next.verify()).as("after %d calls", calls).isEmpty();
            assertThat(next.stored(ID, 3).get("text.txt")).hasContent("第三版");
            assertThat(next.stored(ID, 2).get("text.txt")).hasContent("金丝雀二");
            assertThat(next.stored(ID, 1).keySet())
                    .isIn(java.util.Set.of("text.txt", "same.txt"), java.util.Set.of(Purging.PURGED));
        }
        assertThat(stops).isGreaterThan(10);
        assertThat(holding("金丝雀一")).isEmpty();
    }

    @Test
    void anOriginalGoesWithItsReceiptsFromInboxAndArchive() throws IOException {
        Arrival settled = archive.receive(ArchiveContract.bytes("金丝雀原件"), "金丝雀.txt", "{\"title\":\"金丝雀\"}");
        archive.settle(settled);
        archive.receive(ArchiveContract.bytes("金丝雀原件"), "金丝雀再来.txt", null);
        Arrival other = archive.receive(ArchiveContract.bytes("另一份原件"), "b.txt", null);

        archive.purgeOriginal(settled.sha256());

        assertThat(archive.original(settled.sha256())).isEmpty();
        assertThat(archive.arrivals()).containsExactly(other);
        assertThat(holding("金丝雀原件")).isEmpty();
        assertThat(holding("金丝雀.txt")).isEmpty();
        assertThat(archive.verify()).isEmpty();
    }

    /** A disk that fails for good after some forced writes, as if the machine had stopped. */
    private static final class StoppingDisk implements Disk {
        private int left;

        StoppingDisk(int calls) {
            this.left = calls;
        }

        @Override
        public NewFile create(Path file) throws IOException {
            return REAL.create(file);
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            if (left-- <= 0) {
                throw new IOException("the machine stopped");
            }
        }
    }
}
