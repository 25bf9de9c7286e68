package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongbao.archive.Archive;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.gongbao.system.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store is backed up by a process of its own while it runs, and comes back in another folder. */
@Tag("slow")
@Timeout(900)
class BackupTest {

    private static final String HELD = "kanarie7q3x";
    private static final String UNSEEN = "kanarie8r4y";
    private static final long SEED = 20240717;

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private Path restored() {
        return folder.resolve("restored");
    }

    @Test
    void whatWasBackedUpWhileTheProgramRanComesBackWithTheSamePagesAndWithoutWhatMayNotBeKept() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Notices.write(files, 1);
        Notices.write(files, 2);
        Path secret = Notices.writeSecret(files, 3);
        Files.move(
                Files.writeString(secret, Files.readString(secret).replace("河道", HELD)), files.resolve(HELD + ".txt"));
        StoreDump before;
        String page;
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            program.ingest(true, files);
            before = StoreDump.of(program);
            page = page(program, first(before));
            byte[] unseen = UNSEEN.getBytes(StandardCharsets.UTF_8);
            program.get(Archive.class).receive(new ByteArrayInputStream(unseen), UNSEEN + ".txt", UNSEEN);
            Path issue = Files.createDirectories(data().resolve("issues/h2apjkmwqcjj2t5p"));
            Files.writeString(issue.resolve("printed.pdf"), "PDF");
            String said = backUp(0);
            assertThat(said)
                    .as("every folder that the program makes is either backed up or known to be made anew")
                    .contains("1 files of the inbox", "2 events of the log")
                    .doesNotContain("left out");
            assertThat(backup().resolve("issues/h2apjkmwqcjj2t5p/printed.pdf")).hasContent("PDF");
        }
        assertThat(before.register()).hasSize(2);
        assertThat(Canary.holding(data(), UNSEEN)).isNotEmpty();
        for (String canary : List.of(HELD, UNSEEN)) {
            assertThat(Canary.holding(backup(), canary)).as(canary).isEmpty();
        }
        assertThat(backup().resolve("quarantine")).doesNotExist();
        assertThat(backup().resolve("keys/quarantine.key")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup())))
                .isEqualTo("rwx------");

        Commands.Result back = restore();

        assertThat(back.status()).as(back.out() + back.err()).isZero();
        assertThat(back.out()).contains("search: rebuilt", "all is as it was", "2 receipts are of files that stayed");
        for (String key : List.of("keys/log.ed25519", "keys/access.key")) {
            if (Files.exists(data().resolve(key))) {
                assertThat(restored().resolve(key)).hasSameBinaryContentAs(data().resolve(key));
                assertThat(Files.getPosixFilePermissions(restored().resolve(key)))
                        .isEqualTo(Files.getPosixFilePermissions(data().resolve(key)));
            }
        }
        assertThat(Commands.run("verify", "--gongbao.data=" + restored()).status())
                .isZero();
        try (RunningProgram program = RunningProgram.start(restored(), false)) {
            assertThat(StoreDump.of(program)).isEqualTo(before);
            assertThat(page(program, first(before))).isEqualTo(page);
            StoreDump.assertThatProjectionsAgree(program);
        }
        assertThat(Commands.run("verify", "--gongbao.data=" + restored()).status())
                .isZero();
    }

    @Test
    void whatIsBackedUpWhileDocumentsArePublishedAgreesWithItself() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        for (int number = 1; number <= 24; number++) {
            Notices.write(files, number);
        }
        List<LogEvent> all;
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            program.ingest(true, Notices.write(folder.resolve("first"), 90));
            Thread publishing = new Thread(() -> {
                try {
                    program.ingest(true, files);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            publishing.start();
            backUp(0);
            publishing.join();
            all = program.get(TransparencyLog.class).eventsAfter(0, 1000);
        }
        assertThat(all).hasSize(25);

        Commands.Result back = restore();

        assertThat(back.status()).as(back.out() + back.err()).isZero();
        try (RunningProgram program = RunningProgram.start(restored(), false)) {
            List<LogEvent> known = program.get(TransparencyLog.class).eventsAfter(0, 1000);
            assertThat(known.get(0)).isEqualTo(all.get(0));
            System.out.println("BackupTest: " + known.size() + " of 25 events when the backup was made or read again");
            StoreDump.assertThatProjectionsAgree(program);
            program.ingest(true, files);
            assertThat(StoreDump.uids(program)).as("handed in again").hasSize(25);
            StoreDump.assertThatProjectionsAgree(program);
        }
        assertThat(Commands.run("verify", "--gongbao.data=" + restored()).status())
                .isZero();
    }

    @Test
    void aDamagedBackupIsRefusedWithTheNameOfTheFileAndNothingIsRestored() throws Exception {
        System.out.println("BackupTest seed " + SEED);
        Random random = new Random(SEED);
        Commands.run(
                "ingest", "--publish", Notices.write(folder.resolve("files"), 1).toString(), data("data"));
        backUp(0);
        for (String kind : List.of("flipped", "cut", "missing", "unsigned")) {
            Path file = kind.equals("unsigned") ? backup().resolve("backup.json") : any(random);
            byte[] whole = Files.readAllBytes(file);
            damage(file, kind, random);

            Commands.Result refused = restore();

            assertThat(refused.status()).as(kind).isEqualTo(1);
            assertThat(refused.out() + refused.err())
                    .as(kind)
                    .contains(backup().relativize(file).toString());
            assertThat(content(restored())).as(kind).isSubsetOf("lock");
            Files.write(file, whole);
        }
        assertThat(restore().status()).isZero();
        Commands.Result full = restore();
        assertThat(full.status()).isEqualTo(1);
        assertThat(full.err()).contains("is not empty");
    }

    @Test
    void nothingOpensAFolderInWhichARestoreWasInterruptedAndItCanBeRunAgain() throws Exception {
        Commands.run(
                "ingest", "--publish", Notices.write(folder.resolve("files"), 1).toString(), data("data"));
        backUp(0);
        Files.createDirectories(restored().resolve("keys"));
        Files.writeString(restored().resolve("keys/log.ed25519"), "half");
        Files.writeString(restored().resolve("restoring"), "");

        assertThat(Commands.run("verify", data("restored")).status()).isEqualTo(1);
        assertThat(restored().resolve("gongbao.db")).doesNotExist();
        Commands.Result again = restore();
        assertThat(again.status()).as(again.out() + again.err()).isZero();
        assertThat(restored().resolve("restoring")).doesNotExist();
    }

    @Test
    void whoErasesIsToldWhichBackupsHoldTheBytesUntilTheyAreDestroyed() throws Exception {
        Commands.Result taken = Commands.run(
                "ingest", "--publish", Notices.write(folder.resolve("files"), 1).toString(), data("data"));
        Uid uid = new Uid(taken.uid());
        backUp(0);
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            program.get(Publisher.class).withdraw(uid, "依法撤下");
            program.awaitCaughtUp();
        }

        Commands.Result named = erase(uid);

        assertThat(named.status()).isEqualTo(1);
        assertThat(named.out()).contains(backup() + " holds it");
        org.springframework.util.FileSystemUtils.deleteRecursively(backup());
        backUp(0);
        Commands.Result done = erase(uid);
        assertThat(done.status()).as(done.out()).isZero();
        assertThat(restore().status()).isZero();
        assertThat(Canary.holding(restored(), "第1轮")).isEmpty();
    }

    private Commands.Result erase(Uid uid) {
        return Commands.run("erase", uid.value(), "--by", "甲", "--with", "乙", "--reason", "依法销毁", data("data"));
    }

    private String data(String name) {
        return "--gongbao.data=" + folder.resolve(name);
    }

    private Commands.Result restore() {
        return Commands.run(
                "restore", backup().toString(), data("restored"), "--gongbao.base-uri=" + RunningProgram.BASE);
    }

    /** As an operator does: a process beside the one that serves. */
    private String backUp(int status) throws Exception {
        Path said = folder.resolve("said");
        Process process = JavaProcess.of(256, Gongbao.class, "backup", backup().toString(), data("data"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isEqualTo(status);
        return text;
    }

    private static String first(StoreDump dump) {
        return Objects.requireNonNull(dump.register().get(0)).split(" ")[0];
    }

    private static String page(RunningProgram program, String uid) {
        return program.text("/doc/" + uid + ".html")
                + program.text("/doc/" + uid + ".ttl")
                + program.text("/log/checkpoint");
    }

    private Path any(Random random) throws IOException {
        try (Stream<Path> all = Files.walk(backup())) {
            List<Path> files = all.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .filter(file -> !file.getFileName().toString().startsWith("backup."))
                    .sorted()
                    .toList();
            return files.get(random.nextInt(files.size()));
        }
    }

    private static void damage(Path file, String kind, Random random) throws IOException {
        if (kind.equals("missing")) {
            Files.delete(file);
            return;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (kind.equals("cut")) {
                bytes.setLength(bytes.length() - 1);
                return;
            }
            long place = random.nextInt((int) bytes.length());
            bytes.seek(place);
            int old = bytes.read();
            bytes.seek(place);
            bytes.write(old ^ 1);
        }
    }

    private static List<String> content(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
        return names;
    }
}
