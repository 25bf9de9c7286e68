package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.access.TrailFilter;
import org.gongbao.publication.Fulfilments;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.RegisterRebuild;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence of fulfilment, registered at the desk and shown to the public at once. */
class FulfilmentTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ELSEWHERE = "https://www.yunzhou.example/2024/report.html";

    /** A document with a duty of the department of {@link LiveDesk} and one of another. */
    private static DocumentRecord record(String title) {
        return DutiesTest.record(
                        title,
                        DutiesTest.task(title + "：编制目录，按月更新", List.of("市发改委"), "2024-05-31"),
                        DutiesTest.task(title + "：清点水表", List.of("市水务局"), "2024-06-30"))
                .toBuilder()
                .agencies(List.of(new AgencyReference(
                        "市发改委",
                        "990100-ndrc",
                        "ndrc",
                        "990100",
                        LiveDesk.DEPARTMENT,
                        List.of("unit"),
                        null,
                        null,
                        List.of(),
                        null)))
                .build();
    }

    private static JsonNode duties(Uid uid, String query) {
        return JSON.readTree(new Browser()
                .send(Browser.request("/duties.json?document=" + uid + query).GET())
                .body());
    }

    /** Sends a form with a new token. */
    private static HttpResponse<String> send(Browser browser, String address, String... fields) {
        browser.open("/desk");
        return browser.submit(address, fields);
    }

    static String key(Uid uid, int place) {
        return LiveDesk.get(org.gongbao.search.DutySearch.class)
                .search(org.gongbao.search.DutyRequest.of(10)
                        .document(uid.value())
                        .build())
                .duties()
                .get(place - 1)
                .key();
    }

    @Test
    void evidenceIsPublicAtOnceAndNoMoreWhenItIsRevoked() {
        Uid uid = DutiesTest.publish(record("云州市登记任务"));
        Uid report = DutiesTest.publish(DutiesTest.record("云州市目录已经编制"));
        String key = key(uid, 1);
        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        assertThat(duties(uid, "").get("items").get(0).get("status").asString()).isEqualTo("unregistered");

        assertThat(send(editor, "/desk/duties/" + key, "evidence", "http://localhost:8080/doc/" + report)
                        .statusCode())
                .isEqualTo(302);
        send(editor, "/desk/duties/" + key, "evidence", ELSEWHERE, "title", "工作报告", "dated", "2024-02-29");

        JsonNode duty = duties(uid, "&status=registered").get("items").get(0);
        assertThat(duty.get("status").asString()).isEqualTo("registered");
        assertThat(duty.get("fulfilment").get(0).get("address").asString())
                .isEqualTo("http://localhost:8080/doc/" + report);
        assertThat(duty.get("fulfilment").get(0).get("title").asString()).isEqualTo("云州市目录已经编制");
        assertThat(duty.get("fulfilment").get(1).get("date").asString()).isEqualTo("2024-02-29");
        assertThat(duties(uid, "&status=unregistered").get("total").asInt()).isEqualTo(1);
        assertThat(new Browser().page("/duties?document=" + uid).text()).contains("已登记", "工作报告", "未登记");

        LiveDesk.get(Publisher.class).withdraw(report, "试验");
        assertThat(new Browser().page("/duties?document=" + uid).text())
                .contains("依据文件已不公开")
                .doesNotContain("云州市目录已经编制");

        for (var form : editor.page("/desk/duties/" + key).select("form[action$=revoke]")) {
            assertThat(send(editor, form.attr("action")).statusCode()).isEqualTo(302);
        }
        assertThat(duties(uid, "&status=registered").get("total").asInt()).isZero();
        assertThat(LiveDesk.get(Trail.class).after(new TrailFilter(null, null, uid.value(), null, null), 0, 10))
                .extracting(entry -> entry.action())
                .containsExactly(
                        "fulfilment.register", "fulfilment.register", "fulfilment.revoke", "fulfilment.revoke");
    }

    @Test
    void aDepartmentSpeaksForItsOwnDutiesAlone() {
        Uid uid = DutiesTest.publish(record("云州市部门任务"));
        Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);
        String own = key(uid, 1);
        String other = key(uid, 2);

        String list = submitter.page("/desk/duties").text();
        assertThat(list).contains("云州市部门任务：编制目录").doesNotContain("清点水表");
        assertThat(send(submitter, "/desk/duties/" + own, "evidence", ELSEWHERE, "title", "报告", "dated", "2024-02-29")
                        .statusCode())
                .isEqualTo(302);
        assertThat(send(submitter, "/desk/duties/" + other, "evidence", ELSEWHERE, "title", "报告", "dated", "2024-02-29")
                        .statusCode())
                .isEqualTo(404);

        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        send(editor, "/desk/duties/" + other, "evidence", ELSEWHERE, "title", "报告", "dated", "2024-02-29");
        String revoke = editor.page("/desk/duties/" + other)
                .selectFirst("form[action$=revoke]")
                .attr("action");
        assertThat(send(submitter, revoke).statusCode()).isEqualTo(404);
        assertThat(duties(uid, "&status=registered").get("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatShowsNothingIsRefused() {
        Uid uid = DutiesTest.publish(record("云州市拒绝任务"));
        String address = "/desk/duties/" + key(uid, 1);
        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        for (String evidence : List.of(
                "http://www.yunzhou.example/",
                "javascript:alert(1)",
                "https://user:word@yunzhou.example/",
                "https:///x",
                Uid.mint().value(),
                "")) {
            HttpResponse<String> answer =
                    send(editor, address, "evidence", evidence, "title", "报告", "dated", "2024-02-29");
            assertThat(answer.statusCode()).as(evidence).isEqualTo(400);
        }
        assertThat(send(editor, address, "evidence", ELSEWHERE, "title", "", "dated", "2024-02-29")
                        .statusCode())
                .isEqualTo(400);
        assertThat(duties(uid, "&status=registered").get("total").asInt()).isZero();
    }

    @Test
    void itOutlivesReadingTheDocumentAnewRebuildingTheRegisterAndALostTable() {
        DocumentRecord record = record("云州市存续任务");
        Uid uid = DutiesTest.publish(record);
        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        send(editor, "/desk/duties/" + key(uid, 1), "evidence", ELSEWHERE, "title", "报告", "dated", "2024-02-29");
        DocumentRecord anew = record.toBuilder()
                .tasks(List.of(
                        record.tasks().get(1), DutiesTest.task("云州市存续任务:编制目录,按月 更新", List.of("市发改委"), "2024-05-31")))
                .build();
        LiveDesk.get(Publisher.class).publish(uid, anew, new PackageContent(anew, Map.of()), LogEvent.Type.REVISED);
        DutiesTest.awaitIndex();
        LiveDesk.get(RegisterRebuild.class).rebuild();
        LiveDesk.get(Database.class)
                .write(sql -> sql.sql("delete from fulfilment").update());
        assertThat(duties(uid, "&status=registered").get("total").asInt()).isZero();

        LiveDesk.get(Fulfilments.class).restore();

        JsonNode registered = duties(uid, "&status=registered");
        assertThat(registered.get("total").asInt()).isEqualTo(1);
        assertThat(registered.get("items").get(0).get("id").asString()).endsWith("#task-2");
    }
}
