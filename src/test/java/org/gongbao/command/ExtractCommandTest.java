package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.Gongbao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code extract} promises about files that it cannot read, with real worker processes. */
@Timeout(120)
class ExtractCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOTICE = "云州市财政局关于公开预算的通知\n云财预〔2023〕7号\n各区财政局：\n请按时公开。\n";

    private final PrintStream usualOut = System.out;
    private final PrintStream usualErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(usualOut);
        System.setErr(usualErr);
    }

    private int extract(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("extract", "--gongbao.workers.fast=1"));
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return new CommandLineProgram(Gongbao.class).run(words.toArray(String[]::new));
    }

    private List<JsonNode> records() {
        return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    private List<String> complaints() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String code(JsonNode record) {
        JsonNode finding = record.get("findings").get(0);
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        return finding.get("code").asString();
    }

    @Test
    void readableFilesGiveOneLineEachAndStatusZero() throws IOException {
        assertThat(extract(file("a.txt", NOTICE), file("b.txt", NOTICE))).isZero();
        assertThat(complaints()).isEmpty();
        assertThat(records())
                .extracting(record -> record.get("source").get("name").asString())
                .containsExactly("a.txt", "b.txt");
        assertThat(records())
                .allSatisfy(record ->
                        assertThat(record.get("documentNumber").asString()).isEqualTo("云财预〔2023〕7号"));
    }

    @Test
    void badFilesAreComplainedOfOnceEachAndTheOthersAreReadAllTheSame() throws IOException {
        Path absent = folder.resolve("absent.pdf");
        Path empty = file("empty.docx", "");
        Path truncated = file("cut.pdf", "%PDF-1.7\n1 0 obj");
        int status = extract(absent, file("first.txt", NOTICE), empty, truncated, file("last.txt", NOTICE));
        assertThat(status).isEqualTo(1);
        assertThat(records()).hasSize(5);
        assertThat(records().get(1).get("documentNumber").asString()).isEqualTo("云财预〔2023〕7号");
        assertThat(records().get(4).get("documentNumber").asString()).isEqualTo("云财预〔2023〕7号");
        assertThat(code(records().get(0))).isEqualTo("file.absent");
        assertThat(code(records().get(2))).isEqualTo("file.empty");
        assertThat(code(records().get(3))).isEqualTo("file.damaged");
        assertThat(complaints()).hasSize(3).allMatch(line -> line.contains("expected"));
        assertThat(complaints().get(0)).startsWith(absent + ": ");
        assertThat(complaints().get(1)).startsWith(empty + ": an empty file");
        assertThat(complaints().get(2)).startsWith(truncated + ": ");
        JsonNode source = records().get(2).get("source");
        assertThat(source.get("bytes").asInt()).isZero();
        assertThat(source.get("mediaType").asString()).isEqualTo("application/x-empty");
        assertThat(source.get("sha256").asString()).hasSize(64);
    }

    @Test
    void filesOfOneNameGetNumbersInTheOrderOfTheArguments() throws IOException {
        Path results = folder.resolve("results/new");
        int status = extract(
                file("东区/a.txt", NOTICE),
                file("西区/a.txt", NOTICE.replace("7号", "8号")),
                file("南区/a.txt", ""),
                file("a.txt~2", NOTICE.replace("7号", "9号")),
                "--out",
                results);
        assertThat(status).isEqualTo(1);
        assertThat(out.size()).isZero();
        try (Stream<Path> files = Files.list(results)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.txt.json", "a.txt~2.json", "a.txt~3.json", "a.txt~2~2.json");
        }
        assertThat(number(results, "a.txt.json")).isEqualTo("云财预〔2023〕7号");
        assertThat(number(results, "a.txt~2.json")).isEqualTo("云财预〔2023〕8号");
        assertThat(number(results, "a.txt~2~2.json")).isEqualTo("云财预〔2023〕9号");
        assertThat(code(JSON.readTree(results.resolve("a.txt~3.json").toFile())))
                .isEqualTo("file.empty");
    }

    private static String number(Path results, String name) {
        return JSON.readTree(results.resolve(name).toFile())
                .get("documentNumber")
                .asString();
    }

    @Test
    void aFolderStandsForItsDocumentsAndALinkToNowhereIsSaid() throws IOException {
        file("in/b/2.txt", NOTICE);
        file("in/1.txt", NOTICE);
        file("in/1.txt.meta.json", "{}");
        file("in/1.txt.expected.json", "{}");
        file("in/README.md", "about");
        file("in/.hidden", "x");
        Files.createSymbolicLink(folder.resolve("in/9.txt"), folder.resolve("nowhere.txt"));
        Files.createSymbolicLink(folder.resolve("in/b/circle"), folder.resolve("in"));
        assertThat(extract(folder.resolve("in"))).isEqualTo(1);
        assertThat(records())
                .extracting(record -> record.get("source").get("name").asString())
                .containsExactly("1.txt", "9.txt", "2.txt");
        assertThat(complaints()).singleElement().asString().contains("9.txt: ");
    }

    @Test
    void anUnreadableFolderOrFileIsSaidAndTheOthersAreRead() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root reads everything");
        Path closed = file("in/closed/a.txt", NOTICE).getParent();
        Path secret = file("in/b.txt", NOTICE);
        file("in/c.txt", NOTICE);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        try {
            assertThat(extract(folder.resolve("in"))).isEqualTo(1);
            assertThat(records()).hasSize(3);
            assertThat(complaints()).hasSize(2).allMatch(line -> line.contains("readable"));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aDeviceIsNoFile() throws IOException {
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless), "there is no /dev/zero here");
        assertThat(extract(endless, file("a.txt", NOTICE))).isEqualTo(1);
        assertThat(code(records().get(0))).isEqualTo("file.unopened");
        assertThat(records().get(1).get("documentNumber").asString()).isEqualTo("云财预〔2023〕7号");
    }

    @Test
    void aBadSidecarCostsNothingButAFinding() throws IOException {
        Path damaged = file("a.txt", NOTICE);
        Files.write(folder.resolve("a.txt.meta.json"), new byte[] {'{', '"', (byte) 0xFF, (byte) 0xC0, '"'});
        Path huge = file("b.txt", NOTICE);
        file("b.txt.meta.json", "{\"title\":\"" + "长".repeat(2_000_000) + "\"}");
        Path deep = file("c.txt", NOTICE);
        file("c.txt.meta.json", "[".repeat(100_000));
        Path broken = file("d.txt", NOTICE);
        file("d.txt.meta.json", "{\"title\":\"\\ud800\",\"publishDate\":\"9999999999999999999\"}");
        assertThat(extract(damaged, huge, deep, broken)).isZero();
        assertThat(records())
                .hasSize(4)
                .allSatisfy(record ->
                        assertThat(record.get("documentNumber").asString()).isEqualTo("云财预〔2023〕7号"));
        assertThat(records().subList(0, 3))
                .allSatisfy(
                        record -> assertThat(record.get("findings").toString()).contains("sidecar.unreadable"));
    }

    @Test
    void aNameThatSteersATerminalStaysOnOneLine() throws IOException {
        Path odd = file("a\n\u001B[2J\r.txt", "");
        assertThat(extract(odd)).isEqualTo(1);
        assertThat(complaints()).hasSize(1);
        assertThat(complaints().get(0)).doesNotContain("\u001B", "\r");
    }
}
