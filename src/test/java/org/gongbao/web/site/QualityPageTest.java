package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gongbao.quality.QualityReport;
import org.gongbao.quality.QualityReports;
import org.gongbao.quality.Tally;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The sums of the quality ledger as readers and machines get them. */
class QualityPageTest {

    private static final QualityReport PACKED = QualityReports.packed();

    @Test
    void everyFieldHasARowWithItsCounts() {
        Document page = page("/quality", "en");
        Tally titles = PACKED.fields().stream()
                .filter(field -> field.name().equals("title"))
                .findFirst()
                .orElseThrow();
        Element row = page.select("th[scope=row]:containsOwn(Title)").first().parent();
        assertThat(row.select("td").eachText())
                .startsWith(
                        Integer.toString(titles.documents()),
                        Integer.toString(titles.expected()),
                        Integer.toString(titles.right()));
        assertThat(page.select("[aria-labelledby=fields] tbody tr")).hasSameSizeAs(PACKED.fields());
    }

    @Test
    void everyBandOfConfidenceSaysWhetherItHolds() {
        Document page = page("/quality", "zh");
        assertThat(page.select("[aria-labelledby=reliability] tbody tr"))
                .hasSameSizeAs(PACKED.reliability().bands());
        assertThat(page.select("[aria-labelledby=reliability] tbody tr").first().text())
                .contains("90% – 100%", "达到");
        assertThat(page.text()).contains("示例文件", "全文连成一段", "DOCX");
    }

    @Test
    void everyPageLeadsThere() {
        assertThat(page("/", "zh").select("footer a[href=/quality]")).hasSize(1);
    }

    @Test
    void machinesGetTheSameSums() {
        HttpResponse<String> bySuffix = get("/quality.json");
        assertThat(QualityReports.read(bySuffix.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PACKED);
        assertThat(header(bySuffix, "Access-Control-Allow-Origin")).isEqualTo("*");
        HttpResponse<String> asked = get("/quality", "Accept", "application/json");
        assertThat(asked.body()).isEqualTo(bySuffix.body());
        assertThat(get("/quality", "Accept", "image/png").statusCode()).isEqualTo(406);
    }
}
