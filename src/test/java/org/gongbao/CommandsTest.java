package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.SampleProgram.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as they are typed. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class CommandsTest {

    @TempDir
    Path files;

    @TempDir
    Path data;

    private Commands.Result run(String... words) {
        return Commands.run(Stream.concat(Stream.of(words), Stream.of("--gongbao.data=" + data))
                .toArray(String[]::new));
    }

    @Test
    void aDocumentWaitsIsPublishedReadAgainRebuiltAndVerified() throws IOException {
        Notices.write(files, 1);
        Commands.Result taken = run("ingest", files.toString());
        assertThat(taken.status()).as(taken.err()).isZero();
        assertThat(taken.outcomes()).containsExactly("waiting notice-1.txt");

        Commands.Result published = run("publish", taken.uid());
        assertThat(published.status()).as(published.err()).isZero();
        assertThat(published.outcomes()).containsExactly("published notice-1.txt");
        assertThat(published.uid()).isEqualTo(taken.uid());

        assertThat(run("publish", taken.uid()).outcomes()).containsExactly("unchanged notice-1.txt");
        assertThat(run("reprocess", "--dry-run").outcomes()).containsExactly("unchanged notice-1.txt");
        assertThat(run("reprocess").outcomes()).containsExactly("unchanged notice-1.txt");
        Commands.Result rebuilt = run("rebuild", "search");
        assertThat(rebuilt.status()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.out()).contains("search: rebuilt");
        assertThat(run("verify").out()).contains("all is as it was");

        Path flipped = flipOneByte(data.resolve("archive/public"));
        Commands.Result verified = run("verify");
        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out()).contains(flipped.getFileName().toString());
    }

    @Test
    void aFolderIsTakenWithoutWhatDescribesItAndTheUnreadableIsListed() throws IOException {
        Notices.write(files, 1);
        Notices.write(files.resolve("more"), 2);
        Notices.writeSecret(files, 3);
        Files.writeString(files.resolve("notice-1.txt.expected.json"), "{}");
        Files.writeString(files.resolve("notice-1.txt.meta.json"), "{\"indexNumber\":\"C0001\"}");
        Files.writeString(files.resolve("README.md"), "about");
        Files.write(files.resolve("empty.pdf"), new byte[0]);
        Files.write(files.resolve("broken.docx"), new byte[] {'P', 'K', 3, 4, 9, 9});

        Commands.Result first = run("ingest", "--publish", files.toString());
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.outcomes())
                .hasSize(5)
                .startsWith(
                        "unreadable broken.docx",
                        "unreadable empty.pdf",
                        "published more/notice-2.txt",
                        "published notice-1.txt")
                .last()
                .asString()
                .matches("held receipt [0-9a-f]{32}");
        assertThat(first.out()).doesNotContain("机密", "secret-3");

        Commands.Result second = run("ingest", "--publish", files.toString());
        assertThat(second.status()).isZero();
        assertThat(second.outcomes())
                .noneMatch(line -> line.startsWith("published"))
                .contains("unchanged notice-1.txt")
                .last()
                .asString()
                .startsWith("held receipt");
    }

    @Test
    void whatIsHeldIsListedReleasedAndDestroyedByTwoPeople() throws IOException {
        Notices.writeSecret(files, 3);
        Notices.writeSecret(files, 4);
        run("ingest", "--publish", files.toString());
        Commands.Result listed = run("quarantine", "list", "--by", "甲某", "--by", "乙某");
        assertThat(listed.status()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("2 held", "\tmark\t机密\t").doesNotContain("secret-");
        List<String> receipts = Pattern.compile("(?m)^([0-9a-f]{32})\t")
                .matcher(listed.out())
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(receipts).hasSize(2);

        assertThat(run("quarantine", "list", "--by", "甲某").err()).contains("--by NAME --by NAME");
        assertThat(run("quarantine", "destroy", receipts.get(0), "--by", "甲某", "--by", "甲 某")
                        .status())
                .isEqualTo(1);
        assertThat(run("quarantine", "release", receipts.get(0), "--by", "甲某", "--by", "乙某")
                        .status())
                .as("without a basis")
                .isEqualTo(2);
        Commands.Result released =
                run("quarantine", "release", receipts.get(0), "--by", "甲某", "--by", "乙某", "--basis", "解密通知〔2026〕1号");
        assertThat(released.outcomes())
                .as(released.err())
                .singleElement()
                .asString()
                .startsWith("waiting secret-");
        assertThat(run("publish", released.uid()).outcomes())
                .singleElement()
                .asString()
                .startsWith("published");
        assertThat(run("quarantine", "destroy", receipts.get(1), "--by", "甲某", "--by", "乙某")
                        .status())
                .isZero();
        assertThat(run("quarantine", "list", "--by", "甲某", "--by", "乙某").out()).contains("0 held");
        assertThat(run("verify").out()).contains("all is as it was");
    }

    @Test
    void aFolderThatHoldsNothingOfOursIsNeitherFoundSoundNorFilled() throws IOException {
        Files.writeString(files.resolve("letter.txt"), "一封信");

        Commands.Result verified = Commands.run("verify", files.toString());

        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out()).contains("is no data folder, release, delta or mirror of data");
        assertThat(files).isDirectoryContaining("glob:**/letter.txt");
        try (Stream<Path> all = Files.list(files)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void whileTheServiceOwnsTheFolderACommandHandsOverAndFollowsToTheEnd(Shared shared) throws Exception {
        Notices.write(files, 71);
        Notices.writeSecret(files, 72);
        String owned = "--gongbao.data=" + shared.data();

        Commands.Result handedOver = Commands.run("ingest", "--publish", files.toString(), owned);

        assertThat(handedOver.status()).as(handedOver.err()).isZero();
        assertThat(handedOver.outcomes())
                .hasSize(2)
                .contains("published notice-71.txt")
                .last()
                .asString()
                .matches("held receipt [0-9a-f]{32}");
        shared.program().awaitCaughtUp();
        assertThat(shared.program().found('"' + Notices.title(71) + '"')).containsExactly(handedOver.uid());
        Commands.Result alone = Commands.run("rebuild", "search", owned);
        assertThat(alone.status()).isEqualTo(1);
        assertThat(alone.err()).contains("in use by another process");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "extract", "ingest", "publish", "reprocess", "rebuild", "verify", "quarantine"})
    void everyCommandExplainsItself(String command) {
        Commands.Result help = Commands.run(command, "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("Usage: gongbao " + command);
    }

    @ParameterizedTest
    @CsvSource({
        "ingest, 2, PATH",
        "extract, 2, FILE",
        "publish, 2, UID",
        "publish 7, 1, expected 16 characters",
        "publish 0000000000000000, 1, no file holds a document",
        "rebuild nothing, 1, nothing",
        "unheard, 2, unheard",
        "ingest --unheard x, 2, --unheard"
    })
    void aWrongCommandIsToldWhatIsWrong(String words, int status, String said) {
        Commands.Result wrong = run(words.split(" "));
        assertThat(wrong.status()).as(wrong.err()).isEqualTo(status);
        assertThat(wrong.err()).contains(said);
    }

    private static Path flipOneByte(Path root) throws IOException {
        List<Path> contents;
        try (Stream<Path> all = Files.walk(root)) {
            contents =
                    all.filter(path -> path.endsWith("document.pdf")).sorted().toList();
        }
        try (RandomAccessFile file = new RandomAccessFile(contents.get(0).toFile(), "rw")) {
            long middle = file.length() / 2;
            file.seek(middle);
            int old = file.read();
            file.seek(middle);
            file.write(old ^ 1);
        }
        return contents.get(0);
    }
}
