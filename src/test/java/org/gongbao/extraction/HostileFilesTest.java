package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/**
 * Files that mean harm, read as a document is read: in the worker processes, recognition included. Each gives a record or a
 * refusal that says what came and what was expected, within bounded time, and a healthy file beside it comes out right.
 */
@Tag("slow")
class HostileFilesTest {

    private static final Duration LONGEST = Duration.ofSeconds(100);

    @TempDir
    static Path folder;

    private static WorkerPool workers;
    private static ExecutorService neighbours;
    private static Path healthy;

    @BeforeAll
    static void start() throws IOException {
        workers = new WorkerPool(WorkerSettings.DEFAULT, folder.resolve("workers"));
        neighbours = Executors.newSingleThreadExecutor();
        healthy = TestFiles.docx(
                Files.createDirectory(folder.resolve("healthy")),
                TestFiles.p("云州市人民政府办公室关于印发公共数据开放方案的通知")
                        + TestFiles.p("云政办字〔2023〕12号")
                        + TestFiles.p("各区人民政府：")
                        + TestFiles.p("一、总体要求")
                        + TestFiles.p("依法开放公共数据。")
                        + TestFiles.p("2023年3月1日"));
        assertHealthy(HostileOutcome.of(workers, healthy));
    }

    @AfterAll
    static void end() {
        neighbours.shutdown();
        workers.close();
    }

    @TestFactory
    Stream<DynamicTest> everyHostileFileGivesARecordOrARefusal() {
        return Stream.of(
                        HostilePdfs.structures(),
                        HostilePdfs.truncated(),
                        HostileDrawings.withText(),
                        HostileOffice.all(),
                        HostileSheets.all(),
                        HostileArchives.all(),
                        HostileTexts.all(),
                        HostileImages.all())
                .flatMap(List::stream)
                .map(file -> dynamicTest(file.name(), () -> survive(workers, file)));
    }

    /** Their pages cost two workers the life, each after the time of a page, so that a shorter one is set here. */
    @TestFactory
    Stream<DynamicTest> pagesThatCannotBeDrawnAreGivenUp() {
        WorkerPool impatient = new WorkerPool(impatient(), folder.resolve("workers"));
        return HostileDrawings.withoutText().stream()
                .map(file -> dynamicTest(file.name(), () -> survive(impatient, file)))
                .onClose(impatient::close);
    }

    private static WorkerSettings impatient() {
        WorkerSettings usual = WorkerSettings.DEFAULT;
        return new WorkerSettings(
                1,
                usual.firstTry(),
                Duration.ofSeconds(10),
                usual.slowTryPerPage(),
                Duration.ofSeconds(1),
                usual.parsingMemory(),
                usual.recognitionMemory(),
                usual.parsingHeap(),
                usual.recognitionHeap(),
                DataSize.ofMegabytes(64),
                usual.documents(),
                usual.pagesGivenUp(),
                usual.start());
    }

    @Test
    void fiveThousandPagesAreReadWhole() throws IOException {
        PdfSample sample = new PdfSample();
        for (int page = 1; page <= 5_000; page++) {
            sample.page().text(109, 100, 16, "第" + page + "页的正文").text(280, 790, 14, "— " + page + " —");
        }
        byte[] bytes = Files.readAllBytes(sample.save(folder.resolve("pages.pdf")));
        survive(
                workers,
                HostileFile.read("5000-pages.pdf", HostileFile.Maker.of(bytes), "第1页的正文\n第2页的正文\n")
                        .and(outcome -> assertThat(outcome.text())
                                .contains("第2500页的正文\n")
                                .endsWith("第5000页的正文"))
                        .and(outcome -> assertThat(outcome.text().lines()).hasSize(5_000)));
    }

    @Test
    void nothingOutsideAFileIsFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            survive(workers, HostileOffice.outsideReferences(server.getLocalPort()));
            server.setSoTimeout(1);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(server::accept))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aZipThatHoldsItselfReallyDoes() throws Exception {
        assertThat(ZipQuine.holdsItself(ZipQuine.bytes())).isTrue();
    }

    private static void survive(Workers pool, HostileFile hostile) throws IOException {
        Path file = hostile.saveIn(folder);
        CompletableFuture<HostileOutcome> neighbour =
                CompletableFuture.supplyAsync(() -> HostileOutcome.of(workers, healthy), neighbours);
        long start = System.nanoTime();
        HostileOutcome outcome = HostileOutcome.of(pool, file);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        if (Boolean.getBoolean("gongbao.tests.print")) {
            System.out.printf("%-28s %6d ms  %s%n", hostile.name(), taken.toMillis(), outcome);
        }
        Files.delete(file);
        hostile.expectation().accept(outcome);
        assertThat(taken).isLessThan(LONGEST);
        assertHealthy(neighbour.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join());
    }

    private static void assertHealthy(HostileOutcome outcome) {
        assertThat(outcome.field("documentNumber")).as(outcome.toString()).isEqualTo("云政办字〔2023〕12号");
        assertThat(outcome.field("issuedOn")).isEqualTo("2023-03-01");
    }
}
