package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.bulk.BulkStore.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkDisseminationTest {

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private PublishedStore published;
    private BulkStore store;

    @BeforeEach
    void openStore() {
        published = new PublishedStore(data);
        store = new BulkStore(published, folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Uid publish(String words, Terms terms) {
        return published.publish(
                Uid.mint(),
                PublishedStore.notice(1 + (int) published.position(), words),
                terms,
                LogEvent.Type.RELEASED);
    }

    private void revise(Uid uid, String words, Terms terms) {
        published.publish(uid, PublishedStore.notice(1, words), terms, LogEvent.Type.REVISED);
    }

    @Test
    void theFirstChangeMakesARelease() {
        BulkDissemination bulk = store.open();
        Uid uid = published.publish("印发方案");
        store.apply(bulk);

        Release release = bulk.latest().orElseThrow();
        assertThat(release.name()).isEqualTo("1-1");
        assertThat(release.documents()).isEqualTo(1);
        for (Packing packing : Packing.values()) {
            assertThat(text(release, "documents.ndjson" + packing.suffix))
                    .contains("印发方案")
                    .endsWith("\n");
            assertThat(text(release, "documents.csv" + packing.suffix)).startsWith("uid,title,");
            assertThat(text(release, "documents-excel.csv" + packing.suffix)).startsWith("\uFEFFuid,title,");
            assertThat(text(release, "documents.nq" + packing.suffix)).isEqualTo(BulkStore.quads(uid, 1));
        }
    }

    @Test
    void whatIsInADocumentIsInTablesOfItsOwn() {
        BulkDissemination bulk = store.open();
        Uid first = publish("甲", Terms.OPEN);
        Uid second = publish("乙", Terms.OPEN);
        store.apply(bulk);

        Release release = bulk.latest().orElseThrow();
        assertThat(text(release, "documents.csv.gz").lines().toList())
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith(",terms,titlePinyin");
        assertThat(text(release, "documents.csv.gz"))
                .contains(",open,Yún zhōu shì rénmínzhèngfǔ guānyú jiǎ de tōngzhī");
        assertThat(text(release, "tables.csv.gz")).contains(second + ",1,任务表,1,2,事项,乙");
        assertThat(text(release, "duties.csv.gz")).contains(first + ",1,,甲,云州市财政局,,2024-12-31");
        assertThat(text(release, "citations.csv.gz")).contains(second + ",1,依据," + first + ",,云政办字〔2023〕1号,");
        assertThat(text(release, "citations.csv.gz")).contains(first + ",1,依据,,,云政办字〔2023〕0号,");
        assertThat(text(release, "agencies.csv.gz")).contains("云州市人民政府,,,2,2023-05-06,2023-05-06");
        assertThat(text(release, "coverage.csv.gz")).contains(",2023,2,0,,");
        assertThat(text(release, "opening-list.csv.gz")).contains("云州市人民政府,open,2,continuous,");
        assertThat(text(release, "text.ndjson.gz").lines()).hasSize(2);
    }

    @Test
    void whatDocumentsOfADigitisedIssueHoldIsThereWithItsPlaceInIt() throws IOException {
        BulkDissemination bulk = store.open();
        DocumentRecord own = PublishedStore.notice(1, "甲");
        Uid issue = published.publish(
                Uid.mint(),
                own.toBuilder()
                        .items(List.of(
                                own.toBuilder().tasks(List.of()).build(),
                                PublishedStore.notice(2, "乙").toBuilder()
                                        .title("云州市人民政府关于乙的通知")
                                        .build()))
                        .build(),
                Terms.OPEN,
                LogEvent.Type.RELEASED);
        Uid conditional = publish("丙", Terms.CONDITIONAL);
        store.apply(bulk);

        Release release = bulk.latest().orElseThrow();
        assertThat(text(release, "duties.csv.gz").lines())
                .containsExactly(
                        "uid,duty,category,text,units,measure,deadlines,item,itemTitle,itemDocumentNumber,itemDuty",
                        issue + ",1,,甲,云州市财政局,,2024-12-31,,,,",
                        issue + ",2,,乙,云州市财政局,,2024-12-31,2,云州市人民政府关于乙的通知,云政办字〔2023〕2号,1");
        String second = ",2,云州市人民政府关于乙的通知,云政办字〔2023〕2号";
        assertThat(text(release, "citations.csv.gz").lines())
                .contains(issue + ",3,依据," + issue + ",,云政办字〔2023〕1号,根据云政办字〔2023〕1号" + second);
        assertThat(text(release, "tables.csv.gz").lines()).contains(issue + ",3,任务表,1,2,事项,乙" + second);
        assertThat(ParquetText.rows(release.folder().resolve("duties.parquet")))
                .last()
                .satisfies(row -> assertThat(row).contains("item=2", "itemDuty=1"));
        assertThat(text(release, "documents.csv.gz")).contains(conditional.value());
    }

    @Test
    void aTableAsParquetHasTypesAndWordsAsTheyAre() throws IOException {
        BulkDissemination bulk = store.open();
        Uid uid = published.publish(
                Uid.mint(),
                PublishedStore.notice(1, "甲").toBuilder().title("=1+1").build(),
                Terms.OPEN,
                LogEvent.Type.RELEASED);
        store.apply(bulk);

        Path folder = bulk.latest().orElseThrow().folder();
        assertThat(ParquetText.rows(folder.resolve("documents.parquet")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                "uid=" + uid,
                                "title==1+1",
                                "issuedOn=" + java.time.LocalDate.of(2023, 5, 6).toEpochDay(),
                                "version=1",
                                "releasedAt=" + published.log().time(1).toEpochMilli() * 1000,
                                "terms=open")
                        .noneMatch(cell -> cell.startsWith("enclosedTitle=")));
        assertThat(ParquetText.rows(folder.resolve("duties.parquet")))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("uid=" + uid, "duty=1", "deadlines=2024-12-31"));
    }

    @Test
    void aTableOfManyRowsIsReadBackWholeFromSeveralRowGroups() throws IOException {
        java.util.Random random = new java.util.Random(20261126);
        List<Column> columns = List.of(
                Column.integer("row", "行", "row"),
                Column.text("words", "字", "words"),
                Column.decimal("mean", "均值", "mean"));
        try (ParquetFile file = new ParquetFile(folder, "many.parquet", columns)) {
            for (int row = 0; row < 6000; row++) {
                byte[] noise = new byte[4000];
                random.nextBytes(noise);
                file.row(
                        row,
                        java.util.HexFormat.of().formatHex(noise),
                        row % 2 == 0 ? null : new java.math.BigDecimal("0.25"));
            }
            assertThat(file.finish())
                    .singleElement()
                    .satisfies(made -> assertThat(made.bytes()).isGreaterThan(16L << 20));
        }
        List<List<String>> rows = ParquetText.rows(folder.resolve("many.parquet"));
        assertThat(rows).hasSize(6000);
        assertThat(rows.get(0)).hasSize(2).contains("row=0");
        assertThat(rows.get(5999)).contains("row=5999", "mean=0.25");
    }

    @Test
    void aReleaseHoldsWhatItsTermsLetInAndStatesTheCondition() {
        BulkDissemination bulk = store.open();
        Uid page = publish("仅网页", Terms.PAGE);
        publish("仅搜索", Terms.SEARCH_ENGINES);
        publish("有条件", Terms.CONDITIONAL);
        publish("无条件", Terms.OPEN);
        store.apply(bulk);

        Release release = bulk.latest().orElseThrow();
        assertThat(release.documents()).isEqualTo(2);
        for (Release.ReleaseFile file : release.files()) {
            assertThat(text(release, file.name())).doesNotContain("仅网页", "仅搜索", page.value());
        }
        List<String> lines = text(release, "documents.ndjson.gz").lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("\"terms\":\"conditional\""))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("关于有条件的通知").contains("\"text\":\"\""));
        assertThat(text(release, "text.ndjson.gz")).contains("无条件").doesNotContain("有条件");
        assertThat(text(release, "documents.csv.gz").lines().skip(1))
                .extracting(line -> line.split(",", -1)[19])
                .containsExactlyInAnyOrder("conditional", "open");
    }

    @Test
    void whatIsNoLongerOpenLeavesEveryReleaseAtOnce() throws IOException {
        BulkDissemination bulk = store.open();
        Uid uid = publish("金丝雀", Terms.OPEN);
        store.apply(bulk);
        Release before = bulk.latest().orElseThrow();
        publish("留下", Terms.OPEN);
        store.apply(bulk);
        bulk.bringUpToDate();
        revise(uid, "金丝雀", Terms.PAGE);
        store.apply(bulk);

        assertThat(bulk.all()).extracting(Release::name).containsExactly("3-3", "2-3", "1-3");
        assertThat(before.folder()).doesNotExist();
        assertThat(filesThatHold("金丝雀")).isEmpty();
        assertThat(text(bulk.all().get(1), "tombstones.csv.gz")).contains(uid + ",narrowed,3,");
        assertThat(text(bulk.all().get(1), "documents.ndjson.gz")).contains("留下");
    }

    private List<Path> filesThatHold(String words) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> text(file).contains(words))
                    .toList();
        }
    }

    @Test
    void aNarrowerVersionNarrowsTheOneBeforeIt() {
        BulkDissemination bulk = store.open();
        Uid uid = publish("全文", Terms.OPEN);
        store.apply(bulk);
        revise(uid, "全文", Terms.CONDITIONAL);
        store.apply(bulk);

        Release first = bulk.find(new ReleaseName(1, 2)).orElseThrow();
        assertThat(text(first, "documents.ndjson.gz"))
                .contains("\"terms\":\"conditional\"", "\"text\":\"\"", "\"version\":1");
    }

    @Test
    void digestsAndSizesAreThoseOfTheFilesAndOfWhatIsInThem() throws IOException {
        BulkDissemination bulk = store.open();
        published.publish("一");
        store.apply(bulk);
        Release release = bulk.latest().orElseThrow();

        for (Release.ReleaseFile file : release.files()) {
            byte[] bytes = Files.readAllBytes(release.folder().resolve(file.name()));
            assertThat(file.bytes()).isEqualTo(bytes.length);
            assertThat(file.sha256()).isEqualTo(Digest.of(bytes));
            assertThat(file.contentSha256())
                    .isEqualTo(
                            file.encoding().equals("none") ? Digest.of(bytes) : Digest.of(text(release, file.name())));
        }
        String manifest = text(release, "manifest.json");
        assertThat(ReleaseManifest.isSigned(
                        manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        text(release, "manifest.json.sig"),
                        published.log().verifier()))
                .isTrue();
        assertThat(ReleaseManifest.isSigned(
                        manifest.replace("1-1", "1-2").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        text(release, "manifest.json.sig"),
                        published.log().verifier()))
                .isFalse();
    }

    @Test
    void furtherChangesAreNotedAndReleasedWhenPublishingPauses() {
        BulkDissemination bulk = store.open();
        published.publish("一");
        store.apply(bulk);
        published.publish("二");
        store.apply(bulk);
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
        BulkDissemination bulk = store.open();
        assertThat(bulk.isCurrent()).as("nothing is public").isTrue();
        published.publish("一");
        store.apply(bulk);
        published.publish("二");
        store.apply(bulk);
        assertThat(bulk.isCurrent()).isFalse();

        bulk.bringUpToDate();

        assertThat(bulk.isCurrent()).isTrue();
        assertThat(bulk.latest().orElseThrow().documents()).isEqualTo(2);
    }

    @Test
    void theNewestReleasesStayAndAnOlderOneIsKnown() {
        BulkDissemination bulk = store.open();
        for (int position = 1; position <= 4; position++) {
            published.publish("第" + position);
            store.apply(bulk);
            bulk.bringUpToDate();
        }

        assertThat(bulk.all()).extracting(Release::name).containsExactly("4-4", "3-3", "2-2");
        for (BulkDissemination each : List.of(bulk, store.open())) {
            assertThat(each.replacement(new ReleaseName(1, 1)).map(Release::name))
                    .contains("4-4");
            assertThat(each.replacement(new ReleaseName(1, 2))).isEmpty();
            assertThat(each.replacement(new ReleaseName(7, 7))).isEmpty();
        }
    }

    @Test
    void aWithdrawalMakesOlderReleasesAnewAndTheirNamesLeadThere() throws IOException {
        BulkDissemination bulk = store.open();
        published.publish("留下");
        Uid gone = published.publish("撤回的");
        store.apply(bulk);
        published.publish("后来");
        store.apply(bulk);
        bulk.bringUpToDate();
        published.withdraw(gone);
        store.apply(bulk);

        assertThat(bulk.all()).extracting(Release::name).containsExactly("4-4", "3-4", "2-4");
        assertThat(filesThatHold("撤回的")).isEmpty();
        assertThat(bulk.replacement(new ReleaseName(2, 2)).map(Release::name)).contains("2-4");
        assertThat(text(bulk.all().get(2), "tombstones.csv.gz")).contains(gone + ",withdrawn,4,");
        assertThat(text(bulk.all().get(2), "documents.ndjson.gz"))
                .contains("留下")
                .doesNotContain("后来");
    }

    @Test
    void whatComesBackAfterAWithdrawalIsInNoOlderRelease() {
        BulkDissemination bulk = store.open();
        Uid uid = published.publish("反复");
        store.apply(bulk);
        published.withdraw(uid);
        published.publish(uid, PublishedStore.notice(1, "反复"), Terms.OPEN, LogEvent.Type.RELEASED);
        store.apply(bulk);

        assertThat(bulk.all()).extracting(Release::documents).containsExactly(1L, 0L);
    }

    @Test
    void whilePublishingGoesOnAReleaseIsMadeAtTheLatestTime() {
        BulkDissemination bulk = store.open();
        published.publish("一");
        store.apply(bulk);
        ReleaseSchedule schedule = new ReleaseSchedule(bulk, Duration.ofSeconds(5), Duration.ofMinutes(1));
        long begun = System.nanoTime();
        schedule.look(begun);
        for (int second = 1; second <= 61; second++) {
            published.publish("第" + second);
            store.apply(bulk);
            schedule.look(begun + Duration.ofSeconds(second).toNanos());
        }

        assertThat(bulk.latest().orElseThrow().documents()).isGreaterThan(50);
        schedule.close();
    }

    @Test
    void aReleaseIsOfTheTimeOfItsLastEventEvenIfThatTookADocumentAway() {
        BulkDissemination bulk = store.open();
        published.publish("留下");
        Uid gone = published.publish("撤回");
        store.apply(bulk);
        assertThat(bulk.latest().orElseThrow().issued())
                .isEqualTo(published.log().time(2));
        published.withdraw(gone);
        store.apply(bulk);
        assertThat(bulk.latest().orElseThrow().issued())
                .isEqualTo(published.log().time(3));
    }

    @Test
    void linkedDataThatIsMadeOtherwiseMakesTheReleaseAnew() {
        published.publish("一");
        store.apply(store.open());

        assertThat(store.open().position()).isEqualTo(1);
        BulkDissemination moved = store.open("2");
        assertThat(moved.position()).isZero();
        moved.rebuild(Stream.empty(), 1);
        assertThat(moved.position()).isEqualTo(1);
    }

    @Test
    void whatACrashLeftIsRemovedAndMadeAgain() throws IOException {
        BulkDissemination bulk = store.open();
        published.publish("一");
        store.apply(bulk);
        Files.delete(bulk.latest().orElseThrow().folder().resolve("documents.nq.gz"));
        Files.createDirectories(folder.resolve(Release.DATASET).resolve("9-9.part"));

        BulkDissemination again = store.open();

        assertThat(again.latest()).isEmpty();
        assertThat(again.position()).isZero();
        published.publish("二");
        store.apply(again);
        assertThat(again.latest().orElseThrow().documents()).isEqualTo(2);
    }

    @Test
    void aDamagedPackageIsNamedInTheManifestAndHidesNothingElse() throws IOException {
        BulkDissemination bulk = store.open();
        Uid damaged = published.publish("损坏");
        published.publish("完好");
        try (Stream<Path> all = Files.walk(data.resolve("archive"))) {
            for (Path file : all.filter(each -> each.endsWith("record.json")).toList()) {
                if (Files.readString(file).contains("损坏")) {
                    Files.writeString(file, "{}");
                }
            }
        }
        store.apply(bulk);

        Release release = bulk.latest().orElseThrow();
        assertThat(release.documents()).isEqualTo(1);
        assertThat(text(release, "manifest.json")).contains("\"unreadable\":[\"" + damaged + "\"]");
    }

    @Test
    void aFormulaInATitleStaysText() {
        BulkDissemination bulk = store.open();
        List<String> titles = List.of("=1+1", "＝cmd", "+1", "-1", "@sum", "\tx");
        for (String title : titles) {
            published.publish(
                    Uid.mint(),
                    PublishedStore.notice(1 + (int) published.position(), "一").toBuilder()
                            .title(title)
                            .build(),
                    Terms.OPEN,
                    LogEvent.Type.RELEASED);
        }
        store.apply(bulk);

        String csv = text(bulk.latest().orElseThrow(), "documents.csv.gz");
        assertThat(titles).allMatch(title -> csv.contains(",'" + title + ",") || csv.contains(",\"'" + title + "\","));
    }

    @Test
    void everyTableIsDescribedWithAllItsColumns() {
        BulkDissemination bulk = store.open();
        published.publish("一");
        store.apply(bulk);
        Release release = bulk.latest().orElseThrow();

        TableDescriptions.tables().forEach((name, table) -> {
            String header = text(release, name + ".gz").lines().findFirst().orElseThrow();
            assertThat(header)
                    .isEqualTo(String.join(
                            ",", table.columns().stream().map(Column::name).toList()));
            assertThat(text(release, "csv-metadata.json")).contains("\"url\":\"" + name + "\"");
            assertThat(text(release, "datapackage.json")).contains("\"path\":\"" + name + ".gz\"");
        });
    }

    @Test
    void theKeyOfATableTellsItsRowsApartAndListsSayHowTheyAreSeparated() throws IOException {
        BulkDissemination bulk = store.open();
        publish("甲", Terms.OPEN);
        publish("乙", Terms.OPEN);
        published.withdraw(publish("丙", Terms.OPEN));
        store.apply(bulk);
        Release release = bulk.latest().orElseThrow();

        for (var each : TableDescriptions.tables().entrySet()) {
            List<String> key = each.getValue().key();
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (CSVParser rows = format.parse(new StringReader(text(release, each.getKey() + ".gz")))) {
                List<List<String>> keys = rows.stream()
                        .map(row -> key.stream().map(row::get).toList())
                        .toList();
                if (!key.isEmpty()) {
                    assertThat(keys)
                            .as(each.getKey())
                            .isNotEmpty()
                            .doesNotHaveDuplicates()
                            .allSatisfy(values -> assertThat(values).doesNotContain(""));
                }
            }
        }
        assertThat(text(release, "csv-metadata.json"))
                .contains("\"name\":\"issuers\",\"separator\":\";\"", "\"primaryKey\":[\"uid\",\"duty\"]");
        assertThat(text(release, "datapackage.json")).contains("\"primaryKey\":[\"uid\",\"duty\"]");
    }
}
