package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.Catalogue;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.RegisterRebuild;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The legal directory as of any day, over the whole program with its database. */
class CatalogueTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    /** Each test has days of its own. */
    @BeforeEach
    void letADayPass() {
        LiveDesk.move(Duration.ofDays(2));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(LiveDesk.now(), ZONE);
    }

    private static DocumentRecord record(String title, String agency, String fullName) {
        return DocumentRecord.builder(new Source("notice.txt", "ab".repeat(32), "text/plain", 12, "UTF-8", null, false))
                .title(title)
                .text(title + "\n现将有关事项通知如下。")
                .issuers(List.of(agency))
                .themes(List.of("城乡建设"))
                .summary("概述：" + title)
                .generatedOn(LocalDate.of(2024, 2, 3))
                .agencies(List.of(new AgencyReference(
                        agency, id(fullName), "x", "990100", fullName, List.of("issuer"), null, null, List.of(), null)))
                .build();
    }

    @Test
    void whatADocumentDoesNotSumUpIsToldByItsBeginning() {
        Uid uid = publish(record("停水通告", "市水务局", "云州市水务局").toBuilder()
                .summary(null)
                .text("停水通告\n因管网检修，定于明日停水一日，请提前储水。")
                .build());
        assertThat(item("", uid).get("summary").asString()).isEqualTo("正文开头：因管网检修，定于明日停水一日，请提前储水。");
    }

    private static String id(String fullName) {
        return "990100-x-" + Integer.toHexString(fullName.hashCode());
    }

    private static Uid publish(DocumentRecord record) {
        Uid uid = Uid.mint();
        LiveDesk.get(Publisher.class)
                .publish(uid, record, new PackageContent(record, Map.of()), LogEvent.Type.RELEASED);
        return uid;
    }

    private static HttpResponse<String> get(String path) {
        return new Browser().send(Browser.request(path).GET());
    }

    private static JsonNode item(String query, Uid uid) {
        String address = "/catalog.json?" + query;
        while (address != null) {
            JsonNode page = JSON.readTree(get(address).body());
            for (JsonNode item : page.get("items")) {
                if (item.get("id").asString().equals("/id/doc/" + uid)) {
                    return item;
                }
            }
            address = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return JSON.nullNode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aDayShowsTheVersionThatWasPublicAtItsEnd() {
        LocalDate before = today().minusDays(1);
        LocalDate first = today();
        DocumentRecord old = record("云州市旧题目", "市住建局", "云州市住房和城乡建设局");
        Uid uid = publish(old);
        LiveDesk.move(Duration.ofDays(1));
        DocumentRecord corrected = old.toBuilder().title("云州市新题目").build();
        LiveDesk.get(Publisher.class)
                .correct(uid, corrected, new PackageContent(corrected, Map.of()), new PublicCorrection("更正题目", false));

        assertThat(item("asOf=" + before, uid).isNull()).isTrue();
        assertThat(item("asOf=" + first, uid).get("title").asString()).isEqualTo("云州市旧题目");
        JsonNode now = item("", uid);
        assertThat(now.get("title").asString()).isEqualTo("云州市新题目");
        assertThat(now.get("version").asInt()).isEqualTo(2);
        assertThat(now.get("summary").asString()).isEqualTo("概述：云州市旧题目");
        assertThat(now.get("generatedOn").asString()).isEqualTo("2024-02-03");
    }

    @Test
    void aDayEndsInTheZoneOfTheOffice() {
        LiveDesk.move(Duration.between(
                LiveDesk.now(),
                today().plusDays(1).atStartOfDay(ZONE).minusSeconds(1).toInstant()));
        LocalDate ending = today();
        Uid last = publish(record("云州市日终文件", "市住建局", "云州市住房和城乡建设局"));
        LiveDesk.move(Duration.ofSeconds(1));
        Uid next = publish(record("云州市次日文件", "市住建局", "云州市住房和城乡建设局"));

        assertThat(item("asOf=" + ending, last).isNull()).isFalse();
        assertThat(item("asOf=" + ending, next).isNull()).isTrue();
        assertThat(item("asOf=" + ending.plusDays(1), next).isNull()).isFalse();
    }

    @Test
    void whatWasWithdrawnSinceIsToldWithoutItsContent() {
        LocalDate day = today();
        Uid uid = publish(record("云州市将撤回文件", "市撤回局", "云州市撤回局"));
        LiveDesk.move(Duration.ofDays(1));
        Publisher publisher = LiveDesk.get(Publisher.class);
        publisher.withdraw(uid, "重复发布");

        String past = get("/catalog?asOf=" + day).body();
        assertThat(past).contains("/doc/" + uid, "此后已撤下").doesNotContain("将撤回文件", "撤回局");
        assertThat(get("/catalog").body()).doesNotContain(uid.value());
        assertThat(item("asOf=" + day, uid).isNull()).isTrue();
        assertThat(get("/catalog?asOf=" + day + "&agency=" + encoded("市撤回局")).body())
                .doesNotContain(uid.value());
    }

    @Test
    void whatWasCorrectedForPrivacyIsNotInTheDirectoryOfAnyDay() {
        LocalDate day = today();
        DocumentRecord named = record("关于张三补贴的公示", "市民政局", "云州市民政局");
        Uid uid = publish(named);
        LiveDesk.move(Duration.ofDays(1));
        DocumentRecord masked =
                named.toBuilder().title("关于某人补贴的公示").summary(null).build();
        LiveDesk.get(Publisher.class)
                .correct(uid, masked, new PackageContent(masked, Map.of()), new PublicCorrection("保护隐私", true));

        assertThat(get("/catalog?asOf=" + day).body()).contains(uid.value()).doesNotContain("张三");
        assertThat(get("/catalog.csv?asOf=" + day).body()).doesNotContain("张三");
        assertThat(item("", uid).get("title").asString()).isEqualTo("关于某人补贴的公示");
    }

    @Test
    void shortAndFullNamesFindTheSameAgency() {
        Uid uid = publish(record("云州市气象通告", "市气象局", "云州市国家气象观测与预报局"));
        for (String agency : List.of("市气象局", "云州市国家气象观测与预报局", id("云州市国家气象观测与预报局"))) {
            JsonNode page =
                    JSON.readTree(get("/catalog.json?agency=" + encoded(agency)).body());
            assertThat(page.get("total").asInt()).as(agency).isEqualTo(1);
            assertThat(page.get("items").get(0).get("id").asString()).isEqualTo("/id/doc/" + uid);
        }
        assertThat(new Browser().page("/catalog?theme=" + encoded("城乡建设")).select("table.catalog tbody tr"))
                .isNotEmpty();
    }

    @Test
    void pagesLeadToEveryEntryAndTheTotalIsTrue() {
        for (int i = 0; i < 53; i++) {
            publish(record("云州市第" + i + "号通告", "市百页局", "云州市百页局"));
        }
        List<String> seen = new ArrayList<>();
        String address = "/catalog.json?agency=" + encoded("市百页局");
        while (address != null) {
            JsonNode page = JSON.readTree(get(address).body());
            assertThat(page.get("total").asInt()).isEqualTo(53);
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            address = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(seen).hasSize(53).doesNotHaveDuplicates();
        assertThat(get("/catalog.csv?agency=" + encoded("市百页局")).body().lines()).hasSize(54);
    }

    @Test
    void filesHoldOnlyWhatDatasetsMayDescribe() throws IOException {
        for (Terms terms : List.of(Terms.PAGE, Terms.CONDITIONAL)) {
            DocumentRecord record = record("=云州市" + terms + "文件", "市条件局", "云州市条件局");
            LiveDesk.get(Publisher.class)
                    .publish(
                            Uid.mint(),
                            record,
                            terms.in(new PackageContent(record, Map.of()), folder),
                            LogEvent.Type.RELEASED);
        }
        String query = "agency=" + encoded("市条件局");
        JsonNode page = JSON.readTree(get("/catalog.json?" + query).body());
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("withheld").asInt()).isEqualTo(1);
        assertThat(page.get("items").get(0).get("summary").isNull()).isTrue();
        assertThat(get("/catalog.csv?" + query).body())
                .contains(",'=云州市CONDITIONAL文件,")
                .doesNotContain("PAGE", "概述：");
        assertThat(get("/catalog?" + query).body()).contains("云州市PAGE文件", "云州市CONDITIONAL文件");
    }

    @Test
    void theDirectoryComesBackFromTheArchive() {
        LocalDate day = today();
        Uid uid = publish(record("云州市重建文件", "市重建局", "云州市重建局"));
        LiveDesk.move(Duration.ofDays(1));
        LiveDesk.get(Publisher.class).withdraw(uid, "试验");
        Uid other = publish(record("云州市重建另文", "市重建局", "云州市重建局"));
        DutiesTest.awaitIndex();
        String before = get("/catalog?asOf=" + day).body() + get("/catalog.csv").body();

        LiveDesk.get(RegisterRebuild.class).rebuild();

        assertThat(get("/catalog?asOf=" + day).body() + get("/catalog.csv").body())
                .isEqualTo(before);
        assertThat(LiveDesk.get(Catalogue.class).list(new Catalogue.Asked(null, "市重建局", null, false), null, 10))
                .extracting(Catalogue.Entry::uid)
                .containsExactly(other);
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        for (String query : List.of("asOf=2024-02-30", "asOf=2999-01-01", "after=x", "after=2024-01-01T00:00:00Z.x")) {
            assertThat(get("/catalog?" + query).statusCode()).as(query).isEqualTo(400);
            assertThat(get("/catalog.csv?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(get("/catalog.ics").statusCode()).isEqualTo(404);
    }
}
