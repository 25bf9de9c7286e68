package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;
import static org.gongbao.web.site.LiveSite.send;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Published copies by year over HTTP: five bytes stand for a bag. */
class BagPagesTest {

    private static final String ADDRESS = "/data/documents/43-43/bag-2023.tar";

    @Test
    void theDataPageLeadsToTheBagOfEachYear() {
        assertThat(page("/data", "zh").select("#bags ~ div a").eachAttr("href")).containsExactly(ADDRESS);
    }

    @Test
    void aBagHasASizeAndATagBeforeItIsRead() {
        HttpResponse<String> answer = get(ADDRESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("bytes");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/x-tar");
        assertThat(header(answer, "Content-Length")).isEqualTo("5");

        HttpResponse<String> head = send("HEAD", ADDRESS);
        assertThat(header(head, "Content-Length")).isEqualTo("5");
        assertThat(header(head, "ETag")).isEqualTo(header(answer, "ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(get(ADDRESS, "If-None-Match", header(answer, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aDownloadIsContinuedWhereItWasBrokenOff() {
        HttpResponse<String> rest = get(ADDRESS, "Range", "bytes=2-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo("tes");
        assertThat(header(rest, "Content-Range")).isEqualTo("bytes 2-4/5");
    }

    @Test
    void aYearWithoutABagIsNotFoundAndAReleaseThatIsNoMoreLeadsOn() {
        assertThat(get("/data/documents/43-43/bag-1999.tar").statusCode()).isEqualTo(404);
        assertThat(get("/data/documents/43-43/bag-undated.tar").statusCode()).isEqualTo(404);
        assertThat(get("/data/documents/42-42/bag-2023.tar").statusCode()).isEqualTo(410);
    }
}
