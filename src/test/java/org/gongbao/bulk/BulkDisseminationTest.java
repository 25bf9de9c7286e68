package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkDisseminationTest {

    @TempDir
    Path folder;

    private final Register register = new Register();

    private BulkDissemination open() {
        return open("1");
    }

    private BulkDissemination open(String version) {
        return new BulkDissemination(folder, new Lines(version), register, BulkDisseminationTest::time);
    }

    private static Instant time(long position) {
        return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(position);
    }

    @Test
    void theFirstChangeMakesARelease() throws IOException {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("关于印发方案的通知")), 1);

        Release release = bulk.latest().orElseThrow();
        assertThat(release.documents()).isEqualTo(1);
        assertThat(text(release, "documents.ndjson.gz")).contains("关于印发方案的通知").endsWith("\n");
        assertThat(text(release, "documents.csv.gz")).startsWith("\uFEFFuid,title,");
        assertThat(text(release, "documents.nq.gz")).isEqualTo("0000000000000001\n");
    }

    @Test
    void aReleaseHoldsWhatItsTermsLetInAndStatesTheCondition() throws IOException {
        BulkDissemination bulk = open();
        register.publish(uid(1), 1, "仅网页的通知", Terms.PAGE);
        register.publish(uid(2), 1, "仅搜索的通知", Terms.SEARCH_ENGINES);
        register.publish(uid(3), 1, "有条件的通知", Terms.CONDITIONAL);
        bulk.apply(List.of(register.publish(uid(4), 1, "无条件的通知", Terms.OPEN)), 4);

        Release release = bulk.latest().orElseThrow();
        assertThat(release.documents()).isEqualTo(2);
        for (Release.ReleaseFile file : release.files()) {
            assertThat(text(release, file.name())).doesNotContain("仅网页", "仅搜索", uid(1).value(), uid(2).value());
        }
        List<String> lines = text(release, "documents.ndjson.gz").lines().toList();
        assertThat(lines.get(0)).contains("\"terms\":\"conditional\"", "\"title\":\"有条件的通知\"", "\"text\":\"\"");
        assertThat(lines.get(1)).contains("\"terms\":\"open\"", "\"text\":\"无条件的通知\"");
        assertThat(text(release, "documents.csv.gz").lines().skip(1))
                .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
                .containsExactly("conditional", "open");
    }

    @Test
    void whatIsNoLongerOpenLeavesAtOnceWithTheReleaseThatHeldIt() throws IOException {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish(uid(1), 1, "金丝雀通知", Terms.OPEN)), 1);
        Release before = bulk.latest().orElseThrow();
        bulk.apply(List.of(register.publish(uid(1), 2, "金丝雀通知", Terms.PAGE)), 2);

        assertThat(bulk.latest().orElseThrow().documents()).isZero();
        assertThat(bulk.find(before.name())).isEmpty();
        assertThat(before.folder()).doesNotExist();
    }

    private static Uid uid(int number) {
        return new Uid("%016d".formatted(number));
    }

    @Test
    void digestsAndSizesAreThoseOfTheFiles() throws Exception {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("通知")), 1);

        for (Release.ReleaseFile file : bulk.latest().orElseThrow().files()) {
            byte[] bytes =
                    Files.readAllBytes(bulk.latest().orElseThrow().folder().resolve(file.name()));
            assertThat(file.bytes()).isEqualTo(bytes.length);
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void furtherChangesAreNotedAndReleasedWhenPublishingPauses() {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("一")), 1);
        bulk.apply(List.of(register.publish("二")), 2);
        assertThat(bulk.position()).isEqualTo(2);
        assertThat(bulk.latest().orElseThrow().documents()).isEqualTo(1);

        ReleaseSchedule schedule = new ReleaseSchedule(bulk, Duration.ofSeconds(5), Duration.ofHours(1));
        long now = System.nanoTime();
        schedule.look(now);
        assertThat(bulk.latest().orElseThrow().documents()).isEqualTo(1);
        schedule.look(now + Duration.ofSeconds(6).toNanos());
        assertThat(bulk.latest().orElseThrow().documents()).isEqualTo(2);
        schedule.close();
    }

    @Test
    void aReleaseThatLacksSomethingIsBroughtUpToDateWhenAsked() {
        BulkDissemination bulk = open();
        assertThat(bulk.isCurrent()).as("nothing is public").isTrue();
        bulk.apply(List.of(register.publish("一")), 1);
        bulk.apply(List.of(register.publish("二")), 2);
        assertThat(bulk.isCurrent()).isFalse();

        bulk.bringUpToDate();

        assertThat(bulk.isCurrent()).isTrue();
        assertThat(bulk.latest().orElseThrow().documents()).isEqualTo(2);
    }

    @Test
    void theReleaseBeforeStaysForThoseWhoAreDownloadingItUntilSomethingIsWithdrawn() {
        BulkDissemination bulk = open();
        for (int position = 1; position <= 3; position++) {
            bulk.apply(List.of(register.publish("第" + position)), position);
            bulk.bringUpToDate();
        }
        assertThat(bulk.find("000000000003")).isPresent();
        assertThat(bulk.find("000000000002")).isPresent();
        assertThat(bulk.find("000000000001")).isEmpty();

        bulk.apply(List.of(register.withdraw("0000000000000002")), 4);

        assertThat(bulk.find("000000000004")).isPresent();
        assertThat(bulk.find("000000000003")).isEmpty();
        assertThat(bulk.wasReplaced("000000000003")).isTrue();
    }

    @Test
    void whilePublishingGoesOnAReleaseIsMadeAtTheLatestTime() {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("一")), 1);
        ReleaseSchedule schedule = new ReleaseSchedule(bulk, Duration.ofSeconds(5), Duration.ofMinutes(1));
        long begun = System.nanoTime();
        schedule.look(begun);
        for (int second = 1; second <= 61; second++) {
            bulk.apply(List.of(register.publish("第" + second)), second + 1);
            schedule.look(begun + Duration.ofSeconds(second).toNanos());
        }

        assertThat(bulk.latest().orElseThrow().documents()).isGreaterThan(50);
        schedule.close();
    }

    @Test
    void whatIsWithdrawnLeavesAtOnce() throws IOException {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("留下"), register.publish("撤回")), 2);
        bulk.apply(List.of(register.withdraw("0000000000000002")), 3);

        assertThat(text(bulk.latest().orElseThrow(), "documents.ndjson.gz"))
                .contains("留下")
                .doesNotContain("撤回");
        try (Stream<Path> folders = Files.list(folder.resolve(Release.DATASET))) {
            assertThat(folders).hasSize(1);
        }
    }

    @Test
    void aReleaseIsOfTheTimeOfItsLastEventEvenIfThatTookADocumentAway() {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("留下"), register.publish("撤回")), 2);
        assertThat(bulk.latest().orElseThrow().issued()).isEqualTo(time(2));
        bulk.apply(List.of(register.withdraw("0000000000000002")), 3);
        assertThat(bulk.latest().orElseThrow().issued()).isEqualTo(time(3));
    }

    @Test
    void whatOnceWasAReleaseIsKnownAndNothingElse() {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("留下"), register.publish("撤回")), 2);
        bulk.apply(List.of(register.withdraw("0000000000000002")), 3);

        for (BulkDissemination each : List.of(bulk, open())) {
            assertThat(each.wasReplaced("000000000002")).isTrue();
            assertThat(each.wasReplaced("000000000001")).isFalse();
            assertThat(each.wasReplaced("000000000003")).isFalse();
            assertThat(each.wasReplaced("")).isFalse();
        }
    }

    @Test
    void linkedDataThatIsMadeOtherwiseMakesTheReleaseAnew() {
        open().apply(List.of(register.publish("一")), 1);

        assertThat(open().position()).isEqualTo(1);
        BulkDissemination moved = open("2");
        assertThat(moved.position()).isZero();
        moved.rebuild(register.all().map(document -> new Change(document.position(), document.uid(), document)), 1);
        assertThat(moved.position()).isEqualTo(1);
    }

    @Test
    void theSameDocumentsGiveTheSameBytes() throws IOException {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("一"), register.publish("二")), 2);
        Release first = bulk.latest().orElseThrow();
        List<String> before =
                first.files().stream().map(Release.ReleaseFile::sha256).toList();
        byte[] manifest = Files.readAllBytes(first.folder().resolve("manifest.json"));

        bulk.rebuild(register.all().map(document -> new Change(document.position(), document.uid(), document)), 2);

        Release second = bulk.latest().orElseThrow();
        assertThat(second.files().stream().map(Release.ReleaseFile::sha256)).isEqualTo(before);
        assertThat(Files.readAllBytes(second.folder().resolve("manifest.json"))).isEqualTo(manifest);
    }

    @Test
    void whatACrashLeftIsRemovedAndMadeAgain() throws IOException {
        BulkDissemination bulk = open();
        bulk.apply(List.of(register.publish("一")), 1);
        Files.delete(bulk.latest().orElseThrow().folder().resolve("documents.nq.gz"));
        Files.createDirectories(folder.resolve(Release.DATASET).resolve("000000000009.part"));

        BulkDissemination again = open();

        assertThat(again.latest()).isEmpty();
        assertThat(again.position()).isZero();
        again.apply(List.of(register.publish("二")), 2);
        assertThat(again.latest().orElseThrow().documents()).isEqualTo(2);
    }

    @Test
    void aFormulaInATitleStaysText() {
        for (String title : List.of("=1+1", "＝cmd", "+1", "-1", "@sum", "\tx")) {
            register.publish(title);
        }

        assertThat(register.all().map(CsvRow::of).map(row -> row.get(1))).allMatch(cell -> cell.startsWith("'"));
    }

    private static String text(Release release, String name) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(release.folder().resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Graphs by identifier alone. */
    private record Lines(String version) implements DocumentGraphs {
        @Override
        public void write(PublishedDocument document, RdfFormat format, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] quads(PublishedDocument document) {
            return (document.uid() + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The public documents of a test, in memory. */
    private static final class Register implements PublishedDocuments {

        private final List<PublishedDocument> documents = new ArrayList<>();
        private long position;

        Change publish(String title) {
            return publish(new Uid("%016d".formatted(position + 1)), 1, title, Terms.OPEN);
        }

        Change publish(Uid uid, int version, String title, Terms terms) {
            position++;
            documents.removeIf(document -> document.uid().equals(uid));
            DocumentRecord record = DocumentRecord.builder(
                            new Source("document.pdf", "ab", "application/pdf", 1, null, 1, false))
                    .title(title)
                    .text(title)
                    .build();
            Instant time = time(position);
            documents.add(new PublishedDocument(
                    uid, version, position, time, time, StatedTerms.in(uid, version, record, terms), List.of()));
            return new Change(position, uid, documents.get(documents.size() - 1));
        }

        Change withdraw(String uid) {
            position++;
            documents.removeIf(document -> document.uid().value().equals(uid));
            return new Change(position, new Uid(uid), null);
        }

        @Override
        public Optional<PublicState> find(Uid uid) {
            return Optional.empty();
        }

        @Override
        public Stream<PublishedDocument> all() {
            return documents.stream().sorted(Comparator.comparingLong(PublishedDocument::position));
        }

        @Override
        public long count() {
            return documents.size();
        }

        @Override
        public long position() {
            return position;
        }
    }
}
