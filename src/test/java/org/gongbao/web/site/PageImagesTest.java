package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The text beside its pages, as the pages say it without a script. */
class PageImagesTest {

    private static final String PLAN = "/doc/" + DemoDocuments.PLAN;

    @Test
    void aPictureOfAPageIsKeptByTheReaderButByNoCacheBetween() {
        HttpResponse<String> picture = get(PLAN + "/pages/1.png?v=2");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
        assertThat(header(picture, "Cache-Control")).contains("private", "immutable", "max-age=31536000");
        assertThat(header(get(PLAN + "/pages/1.png?v=1"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(get(PLAN + "/pages/1.png"), "Cache-Control")).isEqualTo("no-cache");

        String tag = header(picture, "ETag");
        assertThat(tag).startsWith("\"");
        assertThat(get(PLAN + "/pages/1.png", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get(PLAN + "/pages/2.png", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(get(PLAN + "/pages/1.png", "Range", "bytes=0-7").statusCode())
                .isEqualTo(206);
    }

    @Test
    void thereIsNoPictureOfWhatIsNotThereAndNoneOfWhatIsPublicNoMore() {
        for (String path : List.of(
                PLAN + "/pages/3.png",
                PLAN + "/pages/1.jpg",
                PLAN + "/pages/0.png",
                "/doc/" + DemoDocuments.DECREE + "/pages/1.png",
                "/doc/" + DemoDocuments.DECREE + "/pages.json",
                "/doc/zzzzzzzzzzzzzzzz/pages/1.png")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (var gone : List.of(DemoDocuments.WITHDRAWN, DemoDocuments.ERASED)) {
            assertThat(get("/doc/" + gone + "/pages/1.png").statusCode()).isEqualTo(410);
            assertThat(get("/doc/" + gone + "/pages.json").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void everyParagraphHasAnAddressAndEveryPageItsMarkInTheText() {
        Document page = page(PLAN, "zh-CN");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        int blocks = page.select(".text > [data-s]").size();
        for (int number = 1; number <= blocks; number++) {
            assertThat(ids).contains("p_" + number);
        }
        assertThat(page.select(".page-mark").eachText()).containsExactly("第 1 页", "第 2 页");
        assertThat(page(PLAN, "en").select(".page-mark").eachText()).containsExactly("Page 1", "Page 2");
        assertThat(page.select("#page_2 a").attr("href")).isEqualTo("#image_2");
        Element second = page.getElementById("page_2").closest("[data-s]");
        assertThat(second.text()).contains("第 2 页（三）深化医养结合");
    }

    @Test
    void thePlacesOfTheTextAreThoseOfItsCodePoints() {
        int[] text = DemoPlan.record().text().codePoints().toArray();
        for (Element block : page(PLAN, "zh-CN").select(".text > p[data-s]")) {
            block.select(".page-mark, .repair-note").remove();
            String words = block.wholeText();
            int start = Integer.parseInt(block.attr("data-s"));
            assertThat(new String(text, start, words.codePointCount(0, words.length())))
                    .isEqualTo(words);
        }
    }

    @Test
    void withoutAScriptThePagesFollowTheText() {
        Document page = page(PLAN, "zh-CN");
        assertThat(page.select("#pages h2").text()).isEqualTo("原件页面");
        assertThat(page.select("#pages img")).hasSize(2).allSatisfy(image -> {
            assertThat(image.attr("loading")).isEqualTo("lazy");
            assertThat(image.attr("alt")).isNotBlank();
            assertThat(image.attr("width")).isEqualTo("595");
            assertThat(get(image.attr("src")).statusCode()).isEqualTo(200);
        });
        assertThat(new HashSet<>(page.select("#pages figure").eachAttr("id")))
                .containsExactlyInAnyOrder("image_1", "image_2");
        assertThat(page.select(".evidence a[data-box]").eachAttr("href"))
                .isNotEmpty()
                .allMatch("#image_1"::equals);
    }

    @Test
    void anOlderDocumentWithoutPicturesIsShownAsItWas() {
        Document page = page("/doc/" + DemoDocuments.DECREE, "zh-CN");
        assertThat(page.select("#pages, .page-mark, [data-places], script[src*=reading]"))
                .isEmpty();
        assertThat(page.select(".text > p")).isNotEmpty();
    }
}
