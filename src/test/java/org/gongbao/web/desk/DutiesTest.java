package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.record.Task;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public list of duties, over the whole program with its index and its database. */
class DutiesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    static Task task(String text, List<String> units, String... deadlines) {
        return new Task(
                null,
                "公开",
                text,
                units,
                null,
                Arrays.stream(deadlines).map(LocalDate::parse).toList());
    }

    static DocumentRecord record(String title, Task... tasks) {
        return DocumentRecord.builder(new Source("plan.txt", "ab".repeat(32), "text/plain", 12, "UTF-8", null, false))
                .title(title)
                .text(title + "\n任务分工如下。")
                .tasks(List.of(tasks))
                .agencies(List.of(new AgencyReference(
                        "市园林局",
                        "990100-parks",
                        "parks",
                        "990100",
                        "云州市园林局",
                        List.of("unit"),
                        null,
                        null,
                        List.of(),
                        null)))
                .claims(Map.of(
                        "tasks",
                        Arrays.stream(tasks)
                                .map(task -> new Claim(
                                        task.text(),
                                        "原文：" + task.text(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        "task.text/1",
                                        0.9,
                                        false))
                                .toList()))
                .build();
    }

    static Uid publish(DocumentRecord record) {
        return publish(record, new PackageContent(record, Map.of()));
    }

    private static Uid publish(DocumentRecord record, PackageContent content) {
        Uid uid = Uid.mint();
        LiveDesk.get(Publisher.class).publish(uid, record, content, LogEvent.Type.RELEASED);
        awaitIndex();
        return uid;
    }

    /** Until the index has applied all of the log. */
    static void awaitIndex() {
        assertThat(LiveDesk.get(DisseminationEngine.class).awaitCaughtUp(Duration.ofSeconds(60)))
                .isTrue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path, String... headers) {
        var request = Browser.request(path).GET();
        if (headers.length > 0) {
            request.setHeader(headers[0], headers[1]);
        }
        return new Browser().send(request);
    }

    private static JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    @Test
    void aDutyIsShownWithItsUnitsDeadlineStateAndPlaceInTheDocument() {
        Uid uid = publish(
                record("云州市园林任务分工", task("修剪行道树", List.of("市园林局", "各区政府"), "2024-05-31"), task("清点古树", List.of())));

        Document page = new Browser().page("/duties?document=" + uid);

        assertThat(page.select("[role=status]").text()).contains("2");
        assertThat(page.select("table.duties caption")).hasSize(1);
        Element row = page.select("table.duties tbody tr").first();
        assertThat(row.selectFirst("time").attr("datetime")).isEqualTo("2024-05-31");
        assertThat(row.text()).contains("市园林局", "列首位", "各区政府", "未登记", "原文：修剪行道树");
        assertThat(row.text()).doesNotContain("逾期");
        String place = row.selectFirst("th a").attr("href");
        assertThat(place).isEqualTo("/doc/" + uid + "#task-1");
        assertThat(new Browser().page("/doc/" + uid).selectFirst("#task-1").text())
                .contains("修剪行道树");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void aUnitIsFoundByEveryNameItHas() {
        Uid uid = publish(record("云州市花圃任务分工", task("培育花苗", List.of("市园林局"), "2024-05-31")));
        for (String unit : List.of("市园林局", "云州市园林局", "990100-parks")) {
            JsonNode found = json("/duties.json?document=" + uid + "&unit=" + encoded(unit));
            assertThat(found.get("total").asInt()).as(unit).isEqualTo(1);
            assertThat(found.get("items").get(0).get("units").get(0).get("id").asString())
                    .isEqualTo("990100-parks");
        }
        assertThat(json("/duties.json?document=" + uid + "&unit=" + encoded("市档案局"))
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void pagesOfJsonLeadToEveryDutyOnce() {
        Task[] tasks = new Task[120];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = i % 3 == 0
                    ? task("第" + i + "项", List.of())
                    : task("第" + i + "项", List.of(), "2025-0" + (1 + i % 9) + "-15");
        }
        Uid uid = publish(record("云州市百项任务", tasks));
        Set<String> seen = new HashSet<>();
        String address = "/duties.json?document=" + uid;
        int pages = 0;
        while (address != null) {
            JsonNode page = json(address);
            assertThat(page.get("total").asInt()).isEqualTo(120);
            page.get("items")
                    .forEach(item ->
                            assertThat(seen.add(item.get("id").asString())).isTrue());
            address = page.get("next").isNull() ? null : page.get("next").asString();
            pages++;
        }
        assertThat(seen).hasSize(120);
        assertThat(pages).isEqualTo(3);
        assertThat(json("/duties.json?document=" + uid + "&month=2025-02")
                        .get("items")
                        .valueStream())
                .isNotEmpty()
                .allMatch(item -> item.get("deadlines").get(0).asString().equals("2025-02-15"));
    }

    @Test
    void theTableIsSafeForSpreadsheets() throws IOException {
        Uid uid = publish(
                record("=1+1云州市表格任务", task("=HYPERLINK(\"http://evil.example\")", List.of("＝市局"), "2024-05-31")));
        HttpResponse<String> answer = get("/duties?document=" + uid, "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body()).startsWith("\uFEFFid,");
        try (CSVParser csv = CSVParser.parse(
                answer.body().substring(1),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            CSVRecord row = csv.getRecords().get(0);
            assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)^[=+@＝＋－＠-].*"));
            assertThat(row.get("status")).isEqualTo("unregistered");
            assertThat(row.get("id")).isEqualTo("http://localhost:8080/doc/" + uid + "#task-1");
        }
    }

    @Test
    void theCalendarFollowsItsStandard() {
        Uid uid = publish(record(
                "云州市日历任务",
                task("整理目录；公布清单,更新\\平台\n并说明" + "很长的说明文字".repeat(20), List.of("市园林局"), "2024-05-31", "2024-11-30"),
                task("无期限任务", List.of())));
        HttpResponse<String> answer = get("/duties.ics?document=" + uid);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        String calendar = answer.body();
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(calendar.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75 && !line.contains("\uFFFD"));
        List<String> lines = List.of(calendar.replace("\r\n ", "").split("\r\n"));
        assertThat(lines)
                .contains(
                        "BEGIN:VCALENDAR",
                        "UID:" + uid + "-task-1@localhost",
                        "UID:" + uid + "-task-1-2@localhost",
                        "DTSTART;VALUE=DATE:20240531",
                        "DTEND;VALUE=DATE:20240601",
                        "URL:http://localhost:8080/doc/" + uid + "#task-1");
        assertThat(lines).filteredOn("BEGIN:VEVENT"::equals).hasSize(2);
        assertThat(lines).anyMatch(line -> line.startsWith("SUMMARY:市园林局：整理目录；公布清单\\,更新\\\\平台\\n并说明"));
        assertThat(lines).anyMatch(line -> line.matches("DTSTAMP:\\d{8}T\\d{6}Z"));
        assertThat(get("/duties.ics?document=" + uid).body()).isEqualTo(calendar);
        assertThat(get("/duties.ics?unit=" + encoded("无此单位")).body()).contains("BEGIN:VTIMEZONE");
    }

    @Test
    void filesHoldOnlyWhatIsOpenDataAndSayHowMuchIsMissing() throws IOException {
        DocumentRecord record = record("云州市仅网页任务", task("只在网页显示", List.of(), "2024-05-31"));
        Uid uid = publish(record, Terms.PAGE.in(new PackageContent(record, Map.of()), folder));
        assertThat(new Browser().page("/duties?document=" + uid).text()).contains("只在网页显示");
        JsonNode json = json("/duties.json?document=" + uid);
        assertThat(json.get("total").asInt()).isZero();
        assertThat(json.get("withheld").asInt()).isEqualTo(1);
        for (String form : List.of("csv", "ics")) {
            assertThat(get("/duties." + form + "?document=" + uid).body()).doesNotContain("只在网页显示");
        }
    }

    @Test
    void aWithdrawnDocumentTakesItsDutiesAlong() {
        Uid uid = publish(record("云州市将撤任务", task("将要撤下的任务", List.of(), "2024-05-31")));
        assertThat(json("/duties.json?document=" + uid).get("total").asInt()).isEqualTo(1);
        LiveDesk.get(Publisher.class).withdraw(uid, "重复发布");
        awaitIndex();
        assertThat(json("/duties.json?document=" + uid).get("total").asInt()).isZero();
        assertThat(get("/duties").body()).doesNotContain("将要撤下的任务");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=2024-13",
                "from=gestern",
                "status=late",
                "role=chief",
                "sort=best",
                "document=x",
                "validity=valid",
                "after=2024-02-30.0123-task-0001",
                "after=*:*"
            })
    void whatHasNoMeaningIsRefused(String query) {
        for (String form : List.of("", ".json", ".csv", ".ics")) {
            assertThat(get("/duties" + form + "?" + query).statusCode())
                    .as(form)
                    .isEqualTo(400);
        }
    }

    @Test
    void formsAreChosenBySuffixOrHeaderWithoutRedirect() {
        assertThat(get("/duties", "Accept", "application/json").body()).startsWith("{\"items\"");
        assertThat(get("/duties", "Accept", "text/calendar").body()).startsWith("BEGIN:VCALENDAR");
        assertThat(get("/duties.xml").statusCode()).isEqualTo(404);
        assertThat(get("/duties", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(new Browser().page("/duties?lang=en").select("h1").text()).isEqualTo("Duties");
    }
}
