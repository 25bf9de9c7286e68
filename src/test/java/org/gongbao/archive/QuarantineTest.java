package org.gongbao.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongbao.archive.Quarantine.Kind;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the quarantine is whole, unreadable without the key, and nowhere else, whenever the process ends. */
class QuarantineTest {

    private static final String NAME = "样例要害目标清单.txt";
    private static final String TEXT = "机密★5年\n样例要害目标一号";
    private static final List<String> BY = List.of("甲某", "乙某");
    private static final Clock CLOCK = ArchiveContract.CLOCK;

    @TempDir
    Path data;

    private Database database;
    private OcflArchive archive;
    private Quarantine quarantine;

    @BeforeEach
    void open() {
        DataFolder folder = new DataFolder(data);
        database = Database.open("jdbc:sqlite:" + data.resolve("gongbao.db"));
        archive = new OcflArchive(folder, database, CLOCK);
        archive.recover();
        quarantine = new Quarantine(folder, database, CLOCK);
        quarantine.recover();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() {
        close();
        open();
    }

    private Arrival receive(byte[] bytes) {
        return archive.receive(new ByteArrayInputStream(bytes), NAME, "{\"title\":\"样例要害\"}");
    }

    private Arrival receive() {
        return receive(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private void hold(Arrival arrival) {
        quarantine.hold(arrival, Kind.MARK, "机密", client -> {});
    }

    /** Files outside the database that hold a piece of the file, of its name or its digest. */
    private List<String> leaks(Arrival arrival) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("gongbao.db"))
                    .filter(file -> holds(file, "样例要害")
                            || holds(file, arrival.sha256())
                            || file.toString().contains(arrival.sha256()))
                    .map(file -> data.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] released(Arrival held) throws IOException {
        Arrival again = quarantine.release(held.receipt(), "解密通知〔2026〕1号", BY, archive);
        assertThat(again.name()).isEqualTo(NAME);
        assertThat(again.claimed()).isEqualTo("{\"title\":\"样例要害\"}");
        assertThat(again.receipt()).isNotEqualTo(held.receipt());
        return Files.readAllBytes(archive.original(again.sha256()).orElseThrow());
    }

    @Test
    void whatIsHeldIsSealedAndOfTheArrivalOnlyTheReceiptIsLeft() throws IOException {
        Arrival arrival = receive();
        hold(arrival);

        assertThat(leaks(arrival)).isEmpty();
        assertThat(quarantine.list()).singleElement().satisfies(held -> {
            assertThat(held.receipt()).isEqualTo(arrival.receipt());
            assertThat(held.level()).isEqualTo("机密");
            assertThat(held.bytes()).isEqualTo(arrival.bytes());
        });
        assertThat(quarantine.isHeld(arrival.receipt())).isTrue();
        assertThat(archive.arrivals()).isEmpty();
        assertThat(archive.unsettled()).isEmpty();
        assertThat(archive.verify()).isEmpty();
        assertThat(quarantine.differences()).isEmpty();
        assertThat(database.read()
                        .sql("SELECT name || sha256 || bytes || COALESCE(claimed, '') FROM arrival WHERE receipt = ?")
                        .param(arrival.receipt())
                        .query(String.class)
                        .single())
                .isEqualTo("0");
    }

    @Test
    void theKeyIsInAnotherFolderAndForItsOwnerAlone() throws IOException {
        hold(receive());
        Path key = data.resolve("keys/quarantine.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Files.delete(key);
        assertThat(quarantine.list())
                .singleElement()
                .satisfies(held -> assertThat(held.level()).isNull());
        assertThat(quarantine.differences()).singleElement().asString().contains("key");
    }

    /** 0: nothing was done; 1: it is sealed; 2: the receipt is blanked; 3: all is done. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aProcessThatEndsBetweenTheStepsLosesNothingAndLeaksNothing(int steps) throws IOException {
        Arrival arrival = receive();
        if (steps > 0) {
            quarantine.seal(arrival, Kind.MARK, "机密");
        }
        if (steps > 1) {
            quarantine.blank(arrival.receipt(), client -> {});
        }
        if (steps > 2) {
            quarantine.clearInbox(arrival.receipt());
        }
        Files.writeString(data.resolve("quarantine/half.part"), "half a file");
        restart();

        assertThat(data.resolve("quarantine/half.part")).doesNotExist();
        if (steps < 2) {
            assertThat(archive.unsettled()).as("the job does it again").containsExactly(arrival);
            hold(arrival);
        }
        assertThat(leaks(arrival)).isEmpty();
        assertThat(archive.verify()).isEmpty();
        assertThat(quarantine.differences()).isEmpty();
        assertThat(quarantine.list()).hasSize(1);
        assertThat(released(arrival)).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, 3 << 20})
    void filesOfEverySizeComeBackAsTheyWere(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Arrival arrival = receive(bytes);
        hold(arrival);

        assertThat(quarantine.differences()).isEmpty();
        assertThat(released(arrival)).isEqualTo(bytes);
    }

    @Test
    void aSealedFileThatWasChangedOrCutShortIsSeenAndGivesNothing() throws IOException {
        byte[] bytes = new byte[(2 << 20) + 5];
        Arrival arrival = receive(bytes);
        hold(arrival);
        Path sealed = data.resolve("quarantine").resolve(arrival.receipt() + ".sealed");
        byte[] whole = Files.readAllBytes(sealed);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            byte[] other = round == 0 ? java.util.Arrays.copyOf(whole, whole.length - 25) : whole.clone();
            if (round > 0) {
                other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(sealed, other);
            assertThat(quarantine.differences()).as("round " + round).hasSize(1);
            assertThatThrownBy(() -> quarantine.release(arrival.receipt(), "依据", BY, archive))
                    .as("round " + round)
                    .isInstanceOfAny(StorageException.class, java.io.UncheckedIOException.class);
            assertThat(archive.arrivals()).isEmpty();
        }
    }

    @Test
    void whatTwoPeopleReleasedIsClearedForGoodAlsoWhenTheDatabaseIsLost() throws IOException {
        Arrival arrival = receive();
        hold(arrival);
        assertThat(quarantine.basis(arrival.sha256())).isEmpty();
        released(arrival);
        quarantine.removeReleased(arrival.receipt());

        assertThat(quarantine.basis(arrival.sha256())).contains("解密通知〔2026〕1号");
        assertThat(quarantine.list()).isEmpty();
        assertThat(quarantine.differences()).isEmpty();
        database.write(client -> client.sql("DELETE FROM quarantine_release").update());
        restart();
        assertThat(quarantine.basis(arrival.sha256())).contains("解密通知〔2026〕1号");
    }

    @Test
    void whatIsDestroyedIsOverwrittenAndGone() throws IOException {
        Arrival arrival = receive();
        hold(arrival);
        Path sealed = data.resolve("quarantine").resolve(arrival.receipt() + ".sealed");
        byte[] after = new byte[(int) Files.size(sealed)];
        try (RandomAccessFile open = new RandomAccessFile(sealed.toFile(), "r")) {
            quarantine.destroy(arrival.receipt(), BY);
            open.readFully(after);
        }

        assertThat(after).containsOnly(0);
        assertThat(sealed).doesNotExist();
        assertThat(quarantine.list()).isEmpty();
        assertThat(quarantine.differences()).isEmpty();
        assertThatThrownBy(() -> quarantine.destroy(arrival.receipt(), BY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTrailSaysWhoDidWhatAndNothingOfTheFile() throws IOException {
        Arrival arrival = receive();
        hold(arrival);
        quarantine.noteListing(BY);
        quarantine.destroy(arrival.receipt(), BY);

        List<String> lines = Files.readAllLines(data.resolve("archive/quarantine.jsonl"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains("\"list\"", "甲某", "乙某");
        assertThat(lines.get(2)).contains("\"destroy\"", arrival.receipt());
        assertThat(lines.get(3)).contains("\"destroyed\"");
        assertThat(String.join("", lines)).doesNotContain(NAME, "样例要害", arrival.sha256());
    }

    @Test
    void aFileThatIsMissingWithoutReasonIsADifference() throws IOException {
        Arrival arrival = receive();
        hold(arrival);
        Files.delete(data.resolve("quarantine").resolve(arrival.receipt() + ".sealed"));

        assertThat(quarantine.differences()).singleElement().asString().contains(arrival.receipt());
    }
}
