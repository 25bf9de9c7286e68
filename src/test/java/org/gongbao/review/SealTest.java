package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                    new SealCommand(new SealSettings(program.toString(), Duration.ofSeconds(30))));
            IssuePlan plan = plans.create(
                    Cases.EDITOR,
                    new Imprint("云州市人民政府公报", "云州市人民政府", "", "", "", 2024, 1, null, LocalDate.of(2024, 3, 20)));
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
}
