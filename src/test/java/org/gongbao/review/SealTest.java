package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.extraction.Workers;
import org.gongbao.privacy.IssuePdf;
import org.gongbao.privacy.IssueProof;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.recognition.RecordTask;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.system.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seal service of the office as a real program; it may add itself to the file and change nothing. */
class SealTest {

    private static final Uid PAPER = Uid.mint();

    @TempDir
    Path folder;

    private int issue;

    /** One published document. */
    private static final class OnePaper implements PublishedDocuments {

        @Override
        public Optional<PublicState> find(Uid uid) {
            DocumentRecord record = DocumentRecord.builder(
                            new Source("document.pdf", "ab".repeat(32), "application/pdf", 9, null, 1, false))
                    .title("关于节约用水的通知")
                    .text("关于节约用水的通知\n请认真执行。")
                    .build();
            return Optional.of(new PublicState.Public(new PublishedDocument(
                    uid, 1, 1, Instant.EPOCH, Instant.EPOCH, new PublicPackage(uid, 1, record, List.of()), List.of())));
        }

        @Override
        public Stream<PublishedDocument> all() {
            return Stream.of();
        }

        @Override
        public long count() {
            return 1;
        }

        @Override
        public long position() {
            return 1;
        }
    }

    /** Reads in this process; the workers have tests of their own. */
    private static final class ReadsHere implements Workers {

        @Override
        public byte[] run(String task, Path file, Map<String, String> options) {
            try {
                return new RecordTask().run(file, options, WorkerTask.Pages.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("seal.sh"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private PackageContent made(Path program) {
        return made(new SealCommand(new SealSettings(program.toString(), null, Duration.ofSeconds(30))));
    }

    private PackageContent made(SealService seal) {
        try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("gongbao.db"))) {
            IssuePlans plans = new IssuePlans(database, (sql, actor, action, object, details) -> {}, Clock.systemUTC());
            IssueFiles files = new IssueFiles(folder.resolve("issues"));
            PublishedDocuments documents = new OnePaper();
            IssueEditions editions = new IssueEditions(
                    documents,
                    IssuePdf.withFonts(null),
                    files,
                    "https://gazette.example",
                    new IssueProofs(plans, new IssueProof(new ReadsHere(), null), files, documents),
                    seal);
            IssuePlan plan = plans.create(
                    Cases.EDITOR,
                    new Imprint("云州市人民政府公报", "云州市人民政府", "", "", "", 2024, ++issue, null, LocalDate.of(2024, 3, 20)));
            editions.make(plan, List.of(new Item(PAPER, "市政府文件", null, null)));
            IssuePlan.Change change = plan.change();
            change.edition = plan.version() + 1;
            return editions.content(change.made());
        }
    }

    @Test
    void theSealedFileIsReleasedByteForByte() throws IOException {
        PackageContent content = made(program("cp \"$1\" \"$2\" && printf '%%sealed by the office' >> \"$2\""));

        byte[] released = Files.readAllBytes(content.files().get(PackageContent.PDF));

        assertThat(new String(released, StandardCharsets.ISO_8859_1)).endsWith("%sealed by the office");
        assertThat(content.record().source().bytes()).isEqualTo(released.length);
    }

    @Test
    void aSealedFileThatSaysSomethingElseIsNotUsed() throws IOException {
        Path other = folder.resolve("other.pdf");
        Files.copy(Path.of("ingest/samples/gazette-2023-3.pdf"), other);

        assertThatThrownBy(() -> made(program("cp '" + other + "' \"$2\"")))
                .isInstanceOfSatisfying(
                        IssueRefusedException.class, e -> assertThat(e.word()).isEqualTo("seal-changed"));
    }

    @Test
    void aProgramThatFailsStopsTheEdition() {
        assertThatThrownBy(() -> made(program("exit 3")))
                .isInstanceOfSatisfying(
                        IssueRefusedException.class, e -> assertThat(e.word()).isEqualTo("seal-failed"));
    }

    /** A server that seals: its answer to what it is sent. */
    private static final class Sealer implements AutoCloseable {
        private final HttpServer server;

        /** @param wait how long it thinks */
        Sealer(int status, UnaryOperator<byte[]> answer, Duration wait) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/seal", exchange -> {
                byte[] sealed = answer.apply(exchange.getRequestBody().readAllBytes());
                boolean isPdf =
                        "application/pdf".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
                try {
                    Thread.sleep(wait.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(isPdf ? status : 415, sealed.length);
                try (exchange) {
                    exchange.getResponseBody().write(sealed);
                }
            });
            server.start();
        }

        SealService service(Duration timeout) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/seal");
            return new SealAddress(address, timeout);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static byte[] sealed(byte[] pdf) {
        byte[] mark = "%sealed by the office".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = Arrays.copyOf(pdf, pdf.length + mark.length);
        System.arraycopy(mark, 0, sealed, pdf.length, mark.length);
        return sealed;
    }

    private static final Duration LONG = Duration.ofSeconds(30);

    private String refusal(int status, UnaryOperator<byte[]> answer, Duration wait, Duration timeout)
            throws IOException {
        try (Sealer sealer = new Sealer(status, answer, wait)) {
            return assertThrows(IssueRefusedException.class, () -> made(sealer.service(timeout)))
                    .word();
        }
    }

    @Test
    void whatAServerSealsIsReleasedByteForByte() throws IOException {
        try (Sealer sealer = new Sealer(200, SealTest::sealed, Duration.ZERO)) {
            PackageContent content = made(sealer.service(LONG));

            byte[] released = Files.readAllBytes(content.files().get(PackageContent.PDF));
            assertThat(new String(released, StandardCharsets.ISO_8859_1)).endsWith("%sealed by the office");
        }
    }

    @Test
    void aServerThatChangesThePagesOrAnswersWithNoPdfIsNotUsed() throws IOException {
        byte[] other = Files.readAllBytes(Path.of("ingest/samples/gazette-2023-3.pdf"));

        assertThat(refusal(200, pdf -> other, Duration.ZERO, LONG)).isEqualTo("seal-changed");
        assertThat(refusal(200, pdf -> "<html>".getBytes(StandardCharsets.US_ASCII), Duration.ZERO, LONG))
                .isEqualTo("seal-no-pdf");
        assertThat(refusal(200, pdf -> new byte[0], Duration.ZERO, LONG)).isEqualTo("seal-no-pdf");
    }

    @Test
    void aServerThatFailsIsAwayOrTakesTooLongStopsTheEdition() throws IOException {
        assertThat(refusal(500, SealTest::sealed, Duration.ZERO, LONG)).isEqualTo("seal-failed");
        assertThat(refusal(200, SealTest::sealed, Duration.ofSeconds(3), Duration.ofMillis(300)))
                .isEqualTo("seal-failed");
        Sealer away = new Sealer(200, SealTest::sealed, Duration.ZERO);
        away.close();
        assertThat(assertThrows(IssueRefusedException.class, () -> made(away.service(LONG)))
                        .word())
                .isEqualTo("seal-failed");
    }

    @Test
    void aProgramAndAnAddressAtOnceAreRefused() {
        assertThatThrownBy(() -> new SealSettings("/usr/bin/seal", URI.create("https://seal.example"), LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected one of them");
    }
}
