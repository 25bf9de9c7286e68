package org.gongbao.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every archive promises, on whichever database its receipts are. */
abstract class ArchiveContract {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2023-05-08T01:02:03Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    Database database;
    OcflArchive archive;

    abstract String url(Path folder);

    @BeforeEach
    void open() throws IOException {
        database = Database.open(url(folder));
        archive = open(Disk.REAL);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private OcflArchive open(Disk disk) throws IOException {
        return new OcflArchive(Files.createDirectories(folder.resolve("archive")), database, CLOCK, disk);
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anArrivalIsThereWithItsDigestBeforeReceiveReturns() throws IOException {
        Arrival arrival = archive.receive(bytes("云政办字〔2023〕12号"), "通知.txt", "{\"index\":\"1\"}");

        assertThat(arrival.sha256()).isEqualTo(Digests.sha256("云政办字〔2023〕12号".getBytes(StandardCharsets.UTF_8)));
        assertThat(arrival.bytes()).isEqualTo(27);
        assertThat(arrival.at()).isEqualTo(CLOCK.instant());
        assertThat(archive.original(arrival.sha256()))
                .hasValueSatisfying(path -> assertThat(path).hasContent("云政办字〔2023〕12号"));
        assertThat(archive.arrivals()).containsExactly(arrival);
        assertThat(archive.unsettled()).containsExactly(arrival);
    }

    @Test
    void theSameBytesTwiceAreOneOriginalWithTwoArrivals() throws IOException {
        Arrival first = archive.receive(bytes("同一份"), "a.txt", null);
        Arrival second = archive.receive(bytes("同一份"), "b.txt", null);
        archive.settle(first);
        archive.settle(second);
        archive.settle(second);

        assertThat(first.sha256()).isEqualTo(second.sha256());
        assertThat(first.receipt()).isNotEqualTo(second.receipt());
        assertThat(archive.arrivals()).containsExactly(first, second);
        assertThat(archive.unsettled()).isEmpty();
        assertThat(contents("received", "original")).hasSize(1);
        assertThat(Files.list(folder.resolve("archive/inbox"))).isEmpty();
        assertThat(archive.original(first.sha256()))
                .hasValueSatisfying(
                        path -> assertThat(path).hasContent("同一份").startsWith(folder.resolve("archive/received")));
        assertThat(archive.verify()).isEmpty();
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        OcflArchive full = open(new FullDisk(100_000));

        assertThatThrownBy(() -> full.receive(new ByteArrayInputStream(new byte[300_000]), "大.pdf", null))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("大.pdf")
                .hasMessageContaining("No space left on device");

        assertThat(Files.list(folder.resolve("archive/inbox"))).isEmpty();
        assertThat(archive.arrivals()).isEmpty();
        assertThat(full.receive(bytes("小"), "小.txt", null).bytes()).isEqualTo(3);
    }

    @Test
    void aFileThatCannotBeForcedIsNotAcknowledged() throws IOException {
        FullDisk disk = new FullDisk(Long.MAX_VALUE);
        disk.failsToForce = true;
        OcflArchive failing = open(disk);

        assertThatThrownBy(() -> failing.receive(bytes("x"), "x.txt", null))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Input/output error");

        assertThat(archive.arrivals()).isEmpty();
        assertThat(Files.list(folder.resolve("archive/inbox"))).isEmpty();
    }

    @Test
    void bytesThatCannotBeReadToTheirEndLeaveNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> archive.receive(broken, "上传.pdf", null))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("上传.pdf")
                .hasMessageContaining("connection reset");
        assertThat(Files.list(folder.resolve("archive/inbox"))).isEmpty();
    }

    @Test
    void aReceiptThatCannotBeCommittedIsNotAcknowledged() throws IOException {
        database.write(client -> client.sql("DROP TABLE archive_counter").update());

        assertThatThrownBy(() -> archive.receive(bytes("x"), "x.txt", null))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("x.txt");

        assertThat(Files.list(folder.resolve("archive/inbox"))).isEmpty();
    }

    @Test
    void manyThreadsShareCommitsAndEachGetsItsOwnReceipt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Arrival>> futures = IntStream.range(0, 80)
                .mapToObj(i -> threads.submit(() -> archive.receive(bytes("文件" + i % 40), i + ".txt", null)))
                .toList();
        for (Future<Arrival> future : futures) {
            Arrival arrival = future.get();
            assertThat(archive.original(arrival.sha256())).isPresent();
        }
        threads.shutdown();

        assertThat(archive.arrivals().map(Arrival::receipt).distinct()).hasSize(80);
        archive.unsettled().forEach(archive::settle);
        assertThat(contents("received", "original")).hasSize(40);
        assertThat(archive.verify()).isEmpty();
    }

    @Test
    void aPublicObjectHasVersionsAndStoringOneAgainDoesNothing() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "第一版");
        Path two = Files.writeString(folder.resolve("two"), "第二版");
        archive.store("package/0000000000000001", 1, Map.of("record.json", one, "pages/1.png", two));
        archive.store("package/0000000000000001", 2, Map.of("record.json", two));
        archive.store("package/0000000000000001", 1, Map.of("record.json", one, "pages/1.png", two));
        archive.store("log/1", 1, Map.of("event", one));

        assertThat(archive.latest("package/0000000000000001")).isEqualTo(2);
        assertThat(archive.latest("package/none")).isZero();
        assertThat(archive.stored("package/0000000000000001", 1)).containsOnlyKeys("record.json", "pages/1.png");
        assertThat(archive.stored("package/0000000000000001", 2).get("record.json"))
                .hasContent("第二版");
        assertThat(archive.stored("package/0000000000000001", 3)).isEmpty();
        assertThat(archive.publicObjects("package/")).containsExactly("package/0000000000000001");
        assertThat(archive.publicObjects("")).containsExactly("log/1", "package/0000000000000001");
        assertThat(archive.verify()).isEmpty();
    }

    @Test
    void otherBytesUnderAStoredVersionAreRefusedAndAGapToo() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "第一版");
        Path two = Files.writeString(folder.resolve("two"), "第二版");
        archive.store("package/1", 1, Map.of("record.json", one));

        assertThatThrownBy(() -> archive.store("package/1", 1, Map.of("record.json", two)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("record.json");
        assertThatThrownBy(() -> archive.store("package/1", 3, Map.of("record.json", two)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("latest version is 1");
        assertThat(archive.stored("package/1", 1).get("record.json")).hasContent("第一版");
    }

    @Test
    void aVersionThatCouldNotBeForcedIsWrittenAnewByTheNextTry() throws IOException {
        ForcingDisk disk = new ForcingDisk();
        OcflArchive failing = open(disk);
        Path one = Files.writeString(folder.resolve("one"), "第一版");
        Path two = Files.writeString(folder.resolve("two"), "第二版");
        for (int version = 1; version <= 2; version++) {
            Map<String, Path> files = Map.of("record.json", version == 1 ? one : two);
            int tried = version;
            disk.failures = 1;
            assertThatThrownBy(() -> failing.store("package/1", tried, files))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("Input/output error");
            assertThat(failing.latest("package/1")).isEqualTo(version - 1);
            failing.store("package/1", version, files);
            assertThat(disk.forced)
                    .contains(failing.stored("package/1", version).get("record.json"));
        }
        assertThat(failing.verify()).isEmpty();
    }

    @Test
    void aDiskThatFailsSeveralTimesInARowHarmsNoObject() throws IOException {
        ForcingDisk disk = new ForcingDisk();
        OcflArchive failing = open(disk);
        Path one = Files.writeString(folder.resolve("one"), "第一版");
        Path two = Files.writeString(folder.resolve("two"), "第二版");
        failing.store("package/1", 1, Map.of("record.json", one));
        for (int failures = 2; failures < 12; failures++) {
            disk.failures = failures;
            while (disk.failures > 0) {
                assertThatThrownBy(() -> failing.store("package/1", 2, Map.of("record.json", two)))
                        .isInstanceOf(StorageException.class);
            }
        }
        failing.store("package/1", 2, Map.of("record.json", two));

        assertThat(failing.stored("package/1", 1).get("record.json")).hasContent("第一版");
        assertThat(failing.stored("package/1", 2).get("record.json")).hasContent("第二版");
        assertThat(failing.verify()).isEmpty();
    }

    @Test
    void aVersionThatIsThereIsForcedAgain() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "第一版");
        archive.store("package/1", 1, Map.of("record.json", one));
        ForcingDisk disk = new ForcingDisk();
        OcflArchive again = open(disk);

        again.store("package/1", 1, Map.of("record.json", one));

        Path stored = again.stored("package/1", 1).get("record.json");
        assertThat(disk.forced).contains(stored, stored.getParent(), folder.resolve("archive/public"));
    }

    /** A disk that notes what was forced, and fails to force so many times. */
    private static final class ForcingDisk implements Disk {
        private final List<Path> forced = new java.util.ArrayList<>();
        private int failures;

        @Override
        public NewFile create(Path file) throws IOException {
            return Disk.REAL.create(file);
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            if (failures > 0) {
                failures--;
                throw new IOException("Input/output error");
            }
            Disk.REAL.force(fileOrFolder);
            forced.add(fileOrFolder);
        }
    }

    @Test
    void receiptsComeBackFromTheArchiveAlone() throws IOException {
        Arrival first = archive.receive(bytes("一"), "一.txt", "{}");
        Arrival second = archive.receive(bytes("一"), "又一.txt", null);
        archive.settle(first);
        archive.settle(second);
        database.write(client -> client.sql("DELETE FROM arrival").update());

        assertThat(archive.restoreArrivals()).isEqualTo(2);
        assertThat(archive.restoreArrivals()).isZero();
        assertThat(archive.arrivals()).containsExactlyInAnyOrder(first, second);
        assertThat(archive.unsettled()).isEmpty();
    }

    @Test
    void aMissingOriginalIsNamedByItsReceipt() throws IOException {
        Arrival arrival = archive.receive(bytes("将丢失"), "丢失.txt", null);
        Files.delete(archive.original(arrival.sha256()).orElseThrow());

        assertThat(archive.verify()).hasSize(1).first().asString().contains(arrival.receipt(), "丢失.txt");
        assertThatThrownBy(() -> archive.settle(arrival)).isInstanceOf(StorageException.class);
    }

    @Test
    void anInboxFileThatChangedIsNeverSettledAsTheOriginal() throws IOException {
        Arrival arrival = archive.receive(bytes("原件"), "原件.txt", null);
        Files.writeString(archive.original(arrival.sha256()).orElseThrow(), "别的");

        assertThatThrownBy(() -> archive.settle(arrival))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(arrival.sha256());
        assertThat(archive.unsettled()).containsExactly(arrival);
        assertThat(archive.verify()).hasSize(1).first().asString().contains("inbox/");
    }

    private List<Path> contents(String root, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("archive").resolve(root))) {
            return files.filter(file -> file.endsWith("content/" + name)).toList();
        }
    }

    /** A disk that takes so many bytes a file and no more. */
    static final class FullDisk implements Disk {
        private final long room;
        boolean failsToForce;

        FullDisk(long room) {
            this.room = room;
        }

        @Override
        public NewFile create(Path file) throws IOException {
            NewFile real = Disk.REAL.create(file);
            return new NewFile() {
                private long written;

                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    written += bytes.remaining();
                    if (written > room) {
                        throw new IOException("No space left on device");
                    }
                    real.write(bytes);
                }

                @Override
                public void force() throws IOException {
                    if (failsToForce) {
                        throw new IOException("Input/output error");
                    }
                    real.force();
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            Disk.REAL.force(fileOrFolder);
        }
    }
}
