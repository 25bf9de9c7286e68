package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.encoded;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;
import static org.gongbao.web.site.LiveSite.post;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.gongbao.notification.Rhythm;
import org.gongbao.notification.SubscriptionIntake.Asked;
import org.gongbao.notification.Topic;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The form by which people follow by mail, and the links in their mails. */
class FollowTest {

    @Test
    void aSearchIsFollowedAsItStandsInItsAddress() throws Exception {
        String search = page("/search?q=" + encoded("养老") + "&kind=" + encoded("通知") + "&page=1", "zh")
                .select(".exports a[href^=/follow]")
                .attr("href");
        Document form = page(search, "zh");
        assertThat(form.select(".page-head").text()).contains("“养老” · 通知");
        HttpResponse<String> answer = post(
                form.select("form.desk-form").attr("action"),
                Map.of(
                        "token", form.select("[name=token]").attr("value"),
                        "address", "reader@yunzhou.example",
                        "rhythm", "weekly",
                        "language", "en"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        Asked asked = FakeIntake.ASKED.get(FakeIntake.ASKED.size() - 1);
        assertThat(asked.topic())
                .isEqualTo(new Topic(Topic.Kind.SEARCH, "q=" + encoded("养老") + "&kind=" + encoded("通知")));
        assertThat(asked.rhythm()).isEqualTo(Rhythm.WEEKLY);
        assertThat(asked.language()).isEqualTo("en");
        assertThat(asked.toString()).doesNotContain("reader@");
        assertThat(SearchTopics.query(asked.topic().value()).text()).isEqualTo("养老");
        assertThat(page(header(answer, "Location"), "zh")
                        .select("[role=status]")
                        .text())
                .contains("确认邮件");
    }

    @Test
    void aDocumentLeadsToItsFeedAndToTheFormUnlessItIsForItsPageOnly() {
        Document open = page("/doc/" + DemoDocuments.PLAN, "zh");
        assertThat(open.select("a[href^=/follow]").attr("href")).isEqualTo("/follow?document=" + DemoDocuments.PLAN);
        assertThat(open.select("link[type=application/atom+xml]").attr("href"))
                .isEqualTo("/doc/" + DemoDocuments.PLAN + ".atom");
        assertThat(page("/doc/" + DemoDocuments.NO_PDF, "zh")
                        .select("a[href^=/follow], link[type=application/atom+xml]"))
                .isEmpty();
    }

    @Test
    void aMistakeIsToldAndWhatWasTypedStays() throws Exception {
        HttpResponse<String> answer = post(
                "/follow?document=" + DemoDocuments.PLAN,
                Map.of("token", "form of document " + DemoDocuments.PLAN, "address", "nobody", "rhythm", "daily"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"nobody\"", "role=\"alert\"");
        assertThat(get("/follow?document=" + DemoDocuments.NO_PDF).statusCode()).isEqualTo(404);
        assertThat(get("/follow?document=" + DemoDocuments.WITHDRAWN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLinkAloneStopsNothingAndOnePostWithoutCookiesDoes() throws IOException, Exception {
        int before = FakeIntake.STOPPED.size();
        HttpResponse<String> shown = get("/follow/stop/" + FakeIntake.TOKEN);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(header(shown, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(FakeIntake.STOPPED).hasSize(before);

        HttpResponse<String> stopped =
                post("/follow/stop/" + FakeIntake.TOKEN, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(FakeIntake.STOPPED).hasSize(before + 1);
        assertThat(post("/follow/stop/none", Map.of()).statusCode()).isEqualTo(404);
        assertThat(get("/follow/confirm/none").statusCode()).isEqualTo(404);
    }

    @Test
    void whoConfirmedIsLedToWhatIsFollowed() throws Exception {
        String search = post("/follow/confirm/" + FakeIntake.TOKEN, Map.of()).body();
        assertThat(Jsoup.parse(search).select(".page-body p > a").attr("href"))
                .isEqualTo("/search?q=%E5%85%BB%E8%80%81");

        String address = "/follow/confirm/" + FakeIntake.DOCUMENT_TOKEN;
        assertThat(get(address).body()).contains("云州市2023年养老服务体系建设实施方案");
        Element document = Jsoup.parse(post(address, Map.of()).body()).selectFirst(".page-body p > a");
        assertThat(document.attr("href")).isEqualTo("/doc/" + DemoDocuments.PLAN);
        assertThat(document.text()).isEqualTo("云州市2023年养老服务体系建设实施方案");
    }
}
