package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The publication log as a feed: typed, whole by its archives, and silent on what is not told on. */
class LogFeedTest {

    private static final String BASE = "https://gongbao.yunzhou.example";

    private static Document feed(String path) {
        HttpResponse<String> answer = get(path, "Accept-Language", "zh");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/atom+xml");
        return Jsoup.parse(answer.body(), "", Parser.xmlParser());
    }

    private static String link(Document feed, String relation) {
        return feed.select("feed > link[rel=" + relation + "]").attr("href").replace(BASE, "");
    }

    private static List<Integer> positions(Document feed) {
        return feed.select("entry > id").eachText().stream()
                .map(id -> Integer.valueOf(id.substring((BASE + "/log/event/").length())))
                .toList();
    }

    @Test
    void theArchivesLeadBackToTheFirstEventAndForthAgain() {
        Document feed = feed("/feed.atom");
        assertThat(feed.select("feed > fh|archive")).isEmpty();
        List<Integer> seen = new ArrayList<>(positions(feed));
        List<String> archives = new ArrayList<>();
        for (String path = link(feed, "prev-archive"); !path.isEmpty(); path = link(feed, "prev-archive")) {
            archives.add(path);
            feed = feed(path);
            assertThat(feed.select("feed > fh|archive")).hasSize(1);
            assertThat(link(feed, "current")).isEqualTo("/feed.atom");
            seen.addAll(positions(feed));
        }
        assertThat(archives).containsExactly("/feed/1.atom");
        assertThat(seen).isSortedAccordingTo((a, b) -> b - a).doesNotHaveDuplicates();
        assertThat(seen).hasSize((int) java.util.stream.IntStream.rangeClosed(1, FakeLog.SIZE)
                .filter(seq -> seq % 3 != 1)
                .count());
        assertThat(link(feed("/feed/1.atom"), "next-archive")).isEqualTo("/feed/2.atom");
        assertThat(link(feed("/feed/2.atom"), "next-archive")).isEmpty();
        assertThat(get("/feed/3.atom").statusCode()).isEqualTo(404);
        assertThat(get("/feed/0.atom").statusCode()).isEqualTo(404);
    }

    @Test
    void anEntrySaysWhatHappenedToWhatAndNothingOfWhatIsGone() {
        Document feed = feed("/feed.atom");
        Element withdrawn = feed.select("entry:has(category[term=withdrawn])").get(0);
        assertThat(withdrawn.select("title").text()).isEqualTo("撤回：" + DemoDocuments.WITHDRAWN);
        assertThat(withdrawn.select("summary").text()).isEqualTo("附件内容有误，更正后另行公布。");
        Element revised =
                feed.select("entry:has(category[term=revised]):contains(方案)").get(0);
        assertThat(revised.select("title").text()).startsWith("更新版本：");
        assertThat(revised.select("link").attr("href")).isEqualTo(BASE + "/doc/" + DemoDocuments.PLAN);
        assertThat(feed.toString()).as("is for its own page only").doesNotContain(DemoDocuments.NO_PDF.value());
    }

    @Test
    void aFeedThatDidNotChangeIsNotSentAgain() {
        for (String path : List.of("/feed.atom", "/feed/1.atom")) {
            String tag = header(get(path), "ETag");
            assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }
}
