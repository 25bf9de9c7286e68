package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What the host promises: files that misbehave cost themselves an outcome, and nobody else anything. */
@Tag("slow")
class WorkerPoolTest {

    @TempDir
    static Path folder;

    private static Path file;
    private static WorkerPool shared;

    private WorkerPool workers = shared;

    @BeforeAll
    static void start() throws IOException {
        file = Files.writeString(folder.resolve("通知.txt"), "云政办字〔2023〕12号");
        shared = pool(256, 128, 5000, Duration.ofSeconds(20));
    }

    @AfterAll
    static void end() {
        shared.close();
    }

    @AfterEach
    void endOwn() {
        if (workers != shared) {
            workers.close();
        }
    }

    private static WorkerPool pool(int memory, int heap, int documents, Duration recognitionPerPage) {
        return pool(memory, heap, documents, recognitionPerPage, Duration.ofSeconds(60));
    }

    private static WorkerPool pool(int memory, int heap, int documents, Duration recognitionPerPage, Duration slowTry) {
        return new WorkerPool(
                new WorkerSettings(
                        2,
                        Duration.ofSeconds(1),
                        slowTry,
                        Duration.ofMillis(50),
                        recognitionPerPage,
                        DataSize.ofMegabytes(memory),
                        DataSize.ofMegabytes(400),
                        DataSize.ofMegabytes(heap),
                        DataSize.ofMegabytes(heap),
                        DataSize.ofMegabytes(4),
                        documents,
                        3,
                        Duration.ofSeconds(60)),
                folder.resolve("workers"));
    }

    private String run(String task, Map<String, String> options) {
        return new String(workers.run(task, file, options), StandardCharsets.UTF_8);
    }

    private WorkerFailedException failure(String task, Map<String, String> options) {
        return catchThrowableOfType(WorkerFailedException.class, () -> run(task, options));
    }

    @Test
    void aResultComesBackAsTheTaskGaveIt() {
        assertThat(run("echo", Map.of())).isEqualTo("云政办字〔2023〕12号");
    }

    @Test
    void theSameWarmProcessServesOneFileAfterTheOther() {
        assertThat(run("self", Map.of())).isEqualTo(run("self", Map.of()));
    }

    @Test
    void aWorkerIsReplacedAfterItsNumberOfDocuments() {
        workers = pool(256, 128, 2, Duration.ofSeconds(20));
        List<String> processes =
                Stream.generate(() -> run("self", Map.of())).limit(4).toList();
        assertThat(processes.get(1)).isEqualTo(processes.get(0));
        assertThat(processes.get(3)).isEqualTo(processes.get(2)).isNotEqualTo(processes.get(1));
    }

    @Test
    void aRefusalKeepsItsCodeAndMessage() {
        assertThatThrownBy(() -> run("fail", Map.of("refuse", "")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("an encrypted file came, expected an open one")
                .extracting("code")
                .isEqualTo("file.encrypted");
    }

    @Test
    void anExceptionOfTheTaskDoesNotCostTheWorkerItsLife() {
        String before = run("self", Map.of());
        assertThat(failure("fail", Map.of()).code()).isEqualTo("worker.failed");
        assertThat(failure("fail", Map.of("deep", ""))).hasMessageContaining("StackOverflowError");
        assertThat(run("self", Map.of())).isEqualTo(before);
    }

    @Test
    void anUnknownTaskIsNamed() {
        assertThat(failure("dance", Map.of())).hasMessageContaining("dance").hasMessageContaining("echo");
    }

    @Test
    void aSlowFileGoesToTheSlowLaneAndComesBack() {
        assertThat(run("sleep", Map.of("milliseconds", "1800"))).isEqualTo("awake");
    }

    @Test
    void aFileThatNeverEndsIsGivenUpWithItsBound() {
        workers = pool(256, 128, 5000, Duration.ofSeconds(20), Duration.ofSeconds(4));
        WorkerFailedException failure = failure("sleep", Map.of("milliseconds", "3600000"));
        assertThat(failure.code()).isEqualTo("worker.time");
        assertThat(failure).hasMessageContaining("4.0 s");
    }

    @Test
    void aWorkerThatDiesIsReportedWithStatusAndLastWords() {
        assertThat(failure("halt", Map.of()))
                .hasMessageContaining("42")
                .hasMessageContaining("the parser fell over")
                .extracting(WorkerFailedException::code)
                .isEqualTo("worker.died");
        assertThat(failure("halt", Map.of("exit", ""))).hasMessageContaining("41");
        assertThat(run("echo", Map.of())).startsWith("云政办字");
    }

    @Test
    void theHeapIsBounded() {
        assertThat(failure("allocate", Map.of("heap", "")))
                .hasMessageContaining("128 MB")
                .extracting(WorkerFailedException::code)
                .isEqualTo("worker.memory");
    }

    @Test
    void residentMemoryIsBounded() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
        workers = pool(200, 1000, 5000, Duration.ofSeconds(20));
        WorkerFailedException failure = failure("allocate", Map.of());
        assertThat(failure.code()).isEqualTo("worker.memory");
        assertThat(failure).hasMessageContaining("its bound is 200 MB");
    }

    @Test
    void tooMuchOutputIsCutOff() {
        assertThat(failure("flood", Map.of("by", "result", "bytes", "5000000")).code())
                .isEqualTo("worker.output");
        assertThat(failure("flood", Map.of("by", "pages")).code()).isEqualTo("worker.output");
        assertThat(workers.run("flood", file, Map.of("by", "result", "bytes", "4000000")))
                .hasSize(4_000_000);
    }

    @Test
    void whatLibrariesPrintDoesNotDisturbTheFrames() {
        assertThat(run("flood", Map.of("by", "print"))).isEqualTo("done");
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/dev/fd")), "frames travel on a descriptor of their own");
        assertThat(run("flood", Map.of("by", "descriptor"))).isEqualTo("done");
    }

    @Test
    void finishedPagesAreNotDoneAgainAfterACrash() throws IOException {
        Path log = Files.writeString(Files.createTempFile(folder, "pages", ".log"), "");
        byte[] result = workers.run("paged", log, Map.of("pages", "7", "halts", "4", "once", ""));
        assertThat(new String(result, StandardCharsets.UTF_8)).isEqualTo("p1 p2 p3 p4 p5 p6 p7");
        assertThat(log).hasContent("abcddefg");
    }

    @Test
    void aPageThatCostsTwoWorkersTheLifeIsGivenUpAndTheRestIsRead() throws IOException {
        workers = pool(256, 128, 5000, Duration.ofMillis(600));
        Path log = Files.writeString(Files.createTempFile(folder, "pages", ".log"), "");
        byte[] result = workers.run("paged", log, Map.of("pages", "5", "halts", "2", "hangs", "4"));
        assertThat(new String(result, StandardCharsets.UTF_8)).isEqualTo("p1 - p3 - p5");
        assertThat(log).hasContent("abbcdde");
    }

    @Test
    void afterSomePagesGivenUpTheRestIsToo() throws IOException {
        Path log = Files.writeString(Files.createTempFile(folder, "pages", ".log"), "");
        byte[] result = workers.run("paged", log, Map.of("pages", "7", "halts", "2,3,5,6,7"));
        assertThat(new String(result, StandardCharsets.UTF_8)).isEqualTo("p1 - - p4 - - -");
    }

    @Test
    void neighboursOfFilesThatMisbehaveDoNotNotice() throws Exception {
        workers = pool(256, 128, 5000, Duration.ofSeconds(20), Duration.ofSeconds(10));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> healthy = new ArrayList<>();
        List<Future<String>> hostile = new ArrayList<>();
        List<Map.Entry<String, Map<String, String>>> bad = List.of(
                Map.entry("sleep", Map.of("milliseconds", "3600000")),
                Map.entry("halt", Map.of()),
                Map.entry("allocate", Map.of("heap", "")),
                Map.entry("flood", Map.of("by", "pages")));
        for (int i = 0; i < 20; i++) {
            Path own = Files.writeString(folder.resolve(i + ".txt"), "第" + i + "号");
            healthy.add(threads.submit(() -> new String(workers.run("echo", own, Map.of()), StandardCharsets.UTF_8)));
            if (i % 5 == 0) {
                var task = bad.get(i / 5);
                hostile.add(threads.submit(
                        () -> failure(task.getKey(), task.getValue()).code()));
            }
        }
        for (int i = 0; i < 20; i++) {
            assertThat(healthy.get(i).get(60, TimeUnit.SECONDS)).isEqualTo("第" + i + "号");
        }
        List<String> codes = new ArrayList<>();
        for (Future<String> outcome : hostile) {
            codes.add(outcome.get(120, TimeUnit.SECONDS));
        }
        threads.shutdown();
        assertThat(codes).containsExactly("worker.time", "worker.died", "worker.memory", "worker.output");
    }

    @Test
    void aWorkerHasNoCredentialsAndATemporaryFolderOfItsOwn() {
        workers = pool(256, 128, 5000, Duration.ofSeconds(20));
        assertThat(run("self", Map.of("ask", "environment"))
                        .replaceAll("[\\[\\] ]", "")
                        .split(","))
                .allMatch(name -> Set.of("PATH", "LANG", "LC_ALL", "PWD", "SHLVL", "_", "OLDPWD")
                        .contains(name));
        Path temporary = Path.of(run("self", Map.of("ask", "temporary")));
        assertThat(temporary).isDirectory().hasParent(folder.resolve("workers").toAbsolutePath());
        workers.close();
        assertThat(temporary).doesNotExist();
    }

    @Test
    void aWorkerHasNoNetworkWhereTheSystemLetsUsTakeIt() throws IOException {
        Assumptions.assumeTrue(WorkerStart.takesNetwork(), "unshare --net is not allowed here");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("self", Map.of("ask", "network", "port", "" + server.getLocalPort())))
                    .isEqualTo("none");
        }
    }

    @Test
    void closingEndsEveryProcess() {
        workers = pool(256, 128, 5000, Duration.ofSeconds(20));
        run("echo", Map.of());
        Set<Long> processes = workers.processIds();
        assertThat(processes).isNotEmpty();
        workers.close();
        assertThat(processes)
                .noneMatch(
                        id -> ProcessHandle.of(id).map(ProcessHandle::isAlive).orElse(false));
        assertThatThrownBy(() -> run("echo", Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workersEndWithTheirHostEvenWhenItIsKilled() throws Exception {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHost.class.getName(),
                        folder.resolve("killed").toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long worker;
        try (var lines = host.inputReader(StandardCharsets.UTF_8)) {
            worker = Long.parseLong(lines.readLine());
            host.destroyForcibly().waitFor();
        }
        ProcessHandle.of(worker)
                .ifPresent(left -> left.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        assertThat(ProcessHandle.of(worker).map(ProcessHandle::isAlive)).isNotEqualTo(java.util.Optional.of(true));
    }

    /** A host that never ends: it says the number of a worker while that one is at work. */
    static final class KilledHost {
        public static void main(String[] arguments) {
            WorkerPool pool = new WorkerPool(WorkerSettings.DEFAULT, Path.of(arguments[0]));
            Path file = Path.of(arguments[1]);
            String worker = new String(pool.run("self", file, Map.of()), StandardCharsets.UTF_8);
            new Thread(() -> pool.run("sleep", file, Map.of("milliseconds", "3600000"))).start();
            System.out.println(worker);
        }
    }
}
