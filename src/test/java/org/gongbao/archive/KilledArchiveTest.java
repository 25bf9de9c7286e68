package org.gongbao.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its work loses nothing of what it promised. */
class KilledArchiveTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void everythingAcknowledgedIsThereAfterKill() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> promised = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            promised.addAll(runAndKill(seed + round, 20 + random.nextInt(150)));
        }
        assertThat(promised).anyMatch(line -> line.startsWith("ARRIVED"));
        assertThat(promised).anyMatch(line -> line.startsWith("SETTLED"));
        assertThat(promised).anyMatch(line -> line.startsWith("STORED"));

        try (Database database = Database.open(ArchiveUnderLoad.url(folder))) {
            OcflArchive archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
            archive.recover();
            check(archive, promised);
            archive.unsettled().forEach(archive::settle);
            assertThat(archive.verify()).isEmpty();
            check(archive, promised);
        }
    }

    @Test
    void leftoversWithoutAReceiptGoAndWholeOnesAreTakenIn() throws IOException {
        try (Database database = Database.open(ArchiveUnderLoad.url(folder))) {
            OcflArchive archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
            Arrival arrival = archive.receive(ArchiveContract.bytes("有据"), "a", null);
            Path inbox = folder.resolve("archive/inbox");
            Files.writeString(inbox.resolve("0123456789abcdef0123456789abcdef.part"), "半");
            String whole = Digests.sha256("整".getBytes(StandardCharsets.UTF_8)) + "-" + "a".repeat(32);
            Files.writeString(inbox.resolve(whole), "整");
            Files.writeString(inbox.resolve(whole.replace('a', 'b') + ".json"), "{}");

            archive.recover();

            String known = arrival.sha256() + "-" + arrival.receipt();
            assertThat(inbox.toFile().list()).containsExactlyInAnyOrder(whole, known, known + ".json");
            assertThat(archive.unsettled()).extracting(Arrival::name).containsExactly("a", whole);
            archive.unsettled().forEach(archive::settle);
            assertThat(archive.original(Digests.sha256("整".getBytes(StandardCharsets.UTF_8)))
                            .orElseThrow())
                    .hasContent("整");
            assertThat(inbox).isEmptyDirectory();
            assertThat(archive.verify()).isEmpty();
        }
    }

    @Test
    void whatWaitedInTheInboxWhenTheDatabaseWasLostArrivesAgainAsItCame() throws IOException {
        try (Database database = Database.open(ArchiveUnderLoad.url(folder))) {
            OcflArchive archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
            Arrival first = archive.receive(ArchiveContract.bytes("一"), "一.txt", "{\"index\":\"1\"}");
            Arrival second = archive.receive(ArchiveContract.bytes("二"), "二.txt", null);
            database.write(client -> client.sql("DELETE FROM arrival").update());

            archive.recover();

            assertThat(archive.unsettled()).containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsPutAsideAndNamed() throws IOException {
        try (Database database = Database.open(ArchiveUnderLoad.url(folder))) {
            OcflArchive archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
            String name = "0".repeat(64) + "-" + "a".repeat(32);
            Files.writeString(folder.resolve("archive/inbox").resolve(name), "别的");

            archive.recover();

            assertThat(archive.arrivals()).isEmpty();
            assertThat(archive.verify())
                    .containsExactly("inbox/orphaned/" + name + ": was put aside, for it is not what its name says");
        }
    }

    @Test
    void aFileThatAnotherThreadIsWritingIsLeftAlone() throws IOException {
        Path part = folder.resolve("1.part");
        try (Disk.NewFile file = Disk.REAL.create(part)) {
            assertThat(Inbox.isBeingWritten(part)).isTrue();
        }
        assertThat(Inbox.isBeingWritten(part)).isFalse();
    }

    @Test
    void aVersionLeftHalfWrittenIsCompletedOrPutAside() throws IOException {
        try (Database database = Database.open(ArchiveUnderLoad.url(folder))) {
            OcflArchive archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
            Path file = Files.writeString(folder.resolve("f"), "一");
            Path next = Files.writeString(folder.resolve("g"), "二");
            for (String id : List.of("late", "torn")) {
                archive.store(id, 1, Map.of("f", file));
            }
            archive.store("none", 1, Map.of("f", file));
            stopAfterVersionFolder(archive, "late", next);
            stopAfterVersionFolder(archive, "torn", next);
            Files.writeString(archive.stored("torn", 2).get("f"), "");
            Path storing = folder.resolve("archive/storing/public");
            ObjectFolder none = ObjectFolder.of(folder.resolve("archive/public"), "none");
            Files.delete(none.inventory());
            Files.delete(none.inventory(1));
            Files.writeString(storing.resolve(none.path().getFileName() + "-v1"), "");

            archive.recover();

            assertThat(archive.latest("late")).isEqualTo(2);
            assertThat(archive.latest("torn")).isEqualTo(1);
            assertThat(archive.latest("none")).isZero();
            assertThat(archive.verify()).isEmpty();
            archive.store("torn", 2, Map.of("f", next));
            archive.store("none", 1, Map.of("f", next));
            assertThat(archive.verify()).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullWhileAPackageIsStoredIsSaidAndLeavesNothing() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[20_000_000]);
        String java = JavaProcess.java();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 16000; exec \"$0\" -XX:TieredStopAtLevel=1 -XX:-UsePerfData \"$@\"",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ArchiveOnFullDisk.class.getName(),
                        folder.toString(),
                        large.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(output)
                .contains("REFUSED version 1 of package/1 cannot be stored", "REFUSED large cannot be stored");
        assertThat(output).contains("STORED small", "DIFFERENCES []");
        try (Database database = Database.open(ArchiveUnderLoad.url(folder))) {
            OcflArchive archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
            assertThat(archive.latest("package/1")).isZero();
            assertThat(archive.arrivals()).isEmpty();
            archive.recover();
            archive.store("package/1", 1, Map.of("f", large));
            assertThat(archive.verify()).isEmpty();
        }
    }

    /** The state between the move of a version's folder and the copy of its inventory to the object's own. */
    private void stopAfterVersionFolder(OcflArchive archive, String id, Path next) throws IOException {
        ObjectFolder object = ObjectFolder.of(folder.resolve("archive/public"), id);
        byte[] inventory = Files.readAllBytes(object.inventory());
        archive.store(id, 2, Map.of("f", next));
        Files.write(object.inventory(), inventory);
        Path storing = folder.resolve("archive/storing/public");
        Files.writeString(storing.resolve(object.path().getFileName() + "-v2"), "");
    }

    private List<String> runAndKill(long seed, int lines) throws Exception {
        Path output = folder.resolve("output-" + seed);
        Process process = JavaProcess.of(256, ArchiveUnderLoad.class, folder.toString(), Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        while (Files.readString(output).lines().count() < lines) {
            assertThat(process.isAlive()).as("the process ended by itself").isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly();
        process.waitFor();
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n')).lines().toList();
    }

    private static void check(OcflArchive archive, List<String> promised) throws IOException {
        Set<String> receipts = archive.arrivals().map(Arrival::receipt).collect(Collectors.toSet());
        for (String line : promised) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ARRIVED" -> {
                    assertThat(receipts).contains(words[1]);
                    Path original = archive.original(words[2]).orElseThrow();
                    assertThat(Digests.sha256(original)).isEqualTo(words[2]);
                }
                case "STORED" ->
                    assertThat(archive.stored(words[1], Integer.parseInt(words[2]))
                                    .get("record.json"))
                            .hasContent(words[1] + " " + words[2]);
                default -> {}
            }
        }
    }
}
