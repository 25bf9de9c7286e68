package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongbao.access.Role;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor takes to a social account. */
class ArticleTest {

    private static Map<String, byte[]> parts(Browser editor, Uid uid) throws Exception {
        String cookies = editor.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        Browser.request("/desk/published/" + uid + "/article.zip")
                                .header("Cookie", cookies)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void anArticleCarriesItsStylesAndRunsAndLoadsNothing() throws Exception {
        Uid uid = ReaderReportTest.published("云州市人民政府<script>alert(1)</script>关于\"绿化\"的通告");

        Map<String, byte[]> parts = parts(LiveDesk.signedIn(Role.EDITOR), uid);

        assertThat(parts).containsOnlyKeys("article.html", "digest.txt", "cover.png");
        Document html = Jsoup.parse(new String(parts.get("article.html"), StandardCharsets.UTF_8));
        assertThat(html.select("script,style,link,img,[src],[href],[class]")).isEmpty();
        assertThat(html.select("section p")).hasSizeGreaterThan(2).allMatch(p -> p.hasAttr("style"));
        assertThat(html.text()).contains("<script>alert(1)</script>", "现将有关事项通知如下", "/id/doc/" + uid);
        assertThat(new String(parts.get("digest.txt"), StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
        assertThat(parts.get("cover.png")).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void ofWhatIsForItsPageOnlyThereIsNone(@TempDir Path folder) throws Exception {
        Browser editor = LiveDesk.signedIn(Role.EDITOR);
        Uid uid = ReaderReportTest.published("云州市人民政府关于灯会的通告");
        String link = "a[href$=article.zip]";
        assertThat(editor.page("/desk/published/" + uid).select(link)).hasSize(1);
        DocumentRecord record = ((PublicState.Public)
                        LiveDesk.get(PublishedDocuments.class).find(uid).orElseThrow())
                .document()
                .record();
        LiveDesk.get(Publisher.class)
                .publish(
                        uid,
                        record,
                        Terms.PAGE.in(new PackageContent(record, Map.of()), folder),
                        LogEvent.Type.REVISED);

        assertThat(editor.open("/desk/published/" + uid + "/article.zip").statusCode())
                .isEqualTo(403);
        assertThat(editor.page("/desk/published/" + uid).select(link)).isEmpty();
    }

    @Test
    void ofWhatIsNotPublicThereIsNone() {
        Browser editor = LiveDesk.signedIn(Role.CHIEF_EDITOR);
        Uid withdrawn = ReaderReportTest.published("云州市人民政府关于供水的通告");
        LiveDesk.get(Publisher.class).withdraw(withdrawn, "依法撤下");

        for (String uid : new String[] {Uid.mint().value(), "x", withdrawn.value()}) {
            assertThat(editor.open("/desk/published/" + uid + "/article.zip").statusCode())
                    .isEqualTo(404);
        }
    }
}
