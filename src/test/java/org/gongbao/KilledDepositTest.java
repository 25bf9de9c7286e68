package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongbao.access.ApiToken;
import org.gongbao.access.ApiTokens;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.system.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deposits of five megabytes (200 of them in {@code .ci/run}), many at once, and the process killed (SIGKILL) among them: whoever got an answer finds
 * the submission, once; who got none asks again with the same key, and it is there once as well.
 */
@Tag("slow")
@Timeout(900)
class KilledDepositTest {

    private static final long SEED = 20240607;
    private static final int DEPOSITS = Integer.getInteger("gongbao.tests.deposits", 40);
    private static final int AT_ONCE = 16;
    private static final int BYTES = 5_000_000;
    private static final Pattern PORT = Pattern.compile("http://localhost:(\\d+)/");

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private String token = "";

    @Test
    void everyAcknowledgedDepositIsThereOnce() throws Exception {
        System.out.println("KilledDepositTest seed " + SEED);
        Path data = folder.resolve("data");
        try (RunningProgram program = RunningProgram.start(data, false)) {
            token = program.get(ApiTokens.class)
                    .issue(
                            new Person("p-security", "安全管理员", null, Set.of(Role.SECURITY_ADMINISTRATOR)),
                            "公文系统",
                            "云州市水利局",
                            Set.of(ApiToken.Scope.SUBMIT),
                            Duration.ofDays(1));
        }
        Random random = new Random(SEED);
        int kills = DEPOSITS / 3 + random.nextInt(DEPOSITS / 3);
        Server first = Server.start(data, folder.resolve("first.log"));
        try {
            deposit(first, kills);
        } finally {
            first.kill();
        }
        int beforeKill = acknowledged.size();
        assertThat(beforeKill).isBetween(1, DEPOSITS - 1);

        Server second = Server.start(data, folder.resolve("second.log"));
        try {
            deposit(second, Integer.MAX_VALUE);
        } finally {
            second.kill();
        }
        System.out.println(beforeKill + " of " + DEPOSITS + " acknowledged before the kill");

        assertThat(acknowledged).hasSize(DEPOSITS);
        Map<String, String> kept = submissions(data);
        assertThat(kept).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(acknowledged));
    }

    /** Asks for all that nobody has an answer to, until so many are answered, and then kills the process at once. */
    private void deposit(Server server, int kills) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int number = 0; number < DEPOSITS; number++) {
            String key = "deposit-" + number;
            int seed = number;
            if (!acknowledged.containsKey(key)) {
                threads.submit(() -> {
                    ask(server, key, seed);
                    if (acknowledged.size() >= kills) {
                        server.process.destroyForcibly();
                    }
                });
            }
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
    }

    private void ask(Server server, String key, int number) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.port + "/api/v1/submissions"))
                            .timeout(Duration.ofMinutes(3))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/zip")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofByteArray(bundle(number)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 202) {
                String location = answer.headers().firstValue("Location").orElseThrow();
                acknowledged.put(key, location.substring(location.lastIndexOf('/') + 1));
            }
        } catch (IOException e) {
            // The process was killed before it answered.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Random bytes are no document: what is tested is what arrives, not what is read. */
    private static byte[] bundle(int number) throws IOException {
        byte[] bytes = new byte[BYTES];
        new Random(SEED + number).nextBytes(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream(BYTES + 10_000);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("submission.json"));
            zip.write("""
                    {"disclosure":{"mode":"proactive","ground":20},"reviewer":"审核人",
                    "interpretation":{"reasonNone":"事务性通知"},
                    "reach":{"page":true,"searchEngines":true,"openData":"unconditional"},
                    "files":[{"name":"data.bin","role":"main"}]}
                    """.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data.bin"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** The submissions that were not broken off, by their keys. */
    private static Map<String, String> submissions(Path data) throws Exception {
        Map<String, String> found = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gongbao.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select s.id, s.request_key, d.name from submission s"
                        + " join submission_document d on d.submission = s.id"
                        + " where s.state = 'in-department' and d.part = 0")) {
            while (rows.next()) {
                assertThat(rows.getString("name")).isEqualTo("data.bin");
                ids.add(rows.getString("id"));
                found.put(rows.getString("request_key"), rows.getString("id"));
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(found.size());
        return found;
    }

    /** A process that serves. */
    private record Server(Process process, int port) {

        static Server start(Path data, Path said) throws Exception {
            Process process = JavaProcess.of(
                            512,
                            Gongbao.class,
                            "serve",
                            "--logging.level.org.gongbao.command=INFO",
                            "--server.port=0",
                            "--gongbao.data=" + data)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            while (true) {
                Matcher port = PORT.matcher(Files.exists(said) ? Files.readString(said) : "");
                if (Files.readString(said).contains("Ready.") && port.find()) {
                    int found = 0;
                    do {
                        found = Integer.parseInt(port.group(1));
                    } while (port.find());
                    return new Server(process, found);
                }
                if (!process.isAlive()) {
                    throw new AssertionError("the process ended by itself: " + Files.readString(said));
                }
                Thread.sleep(100);
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
