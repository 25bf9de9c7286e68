package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.web.site.LiveSite.encoded;
import static org.gongbao.web.site.LiveSite.get;
import static org.gongbao.web.site.LiveSite.header;
import static org.gongbao.web.site.LiveSite.page;
import static org.gongbao.web.site.LiveSite.post;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Lists that are kept of searches: the form, the page, the files. */
class FrozenSetPagesTest {

    @Test
    void aSearchIsKeptAsAListWithAnAddressOfItsOwn() throws Exception {
        String keep = page("/search?q=" + encoded("养老") + "&page=1", "zh")
                .select(".exports a[href^=/data/sets/new]")
                .attr("href");
        Document form = page(keep, "zh");
        HttpResponse<String> answer = post(
                form.select("form.desk-form").attr("action"),
                Map.of(
                        "query", form.select("[name=query]").attr("value"),
                        "token", form.select("[name=token]").attr("value")));

        assertThat(answer.statusCode()).isEqualTo(303);
        Document list = page(header(answer, "Location"), "zh");
        assertThat(list.select(".lead a").attr("href")).isEqualTo("/search?q=" + encoded("养老"));
    }

    @Test
    void whatIsWithdrawnSinceIsShownAsSuchOnThePageAndInTheFiles() {
        String address = "/data/sets/" + FakeFrozenSets.THERE.id();
        Document list = page(address, "en");
        assertThat(list.select("#set-members ~ ul li").eachText())
                .hasSize(2)
                .anySatisfy(member -> assertThat(member).contains("0000000000000009", "withdrawn"));
        assertThat(list.text()).contains(FakeFrozenSets.THERE.sha256());
        assertThat(get(address + ".json").body()).contains("\"0000000000000009@1\"", "\"event\":\"withdrawn\"");
        assertThat(get(address + ".csv").body()).contains("0000000000000009,1,withdrawn,42,2023-05-31T08:00:00Z");
    }

    @Test
    void theAddressThatIsCitedGivesEveryFormAndNamesTheOthers() {
        String address = "/data/sets/" + FakeFrozenSets.THERE.id();
        HttpResponse<String> json = get(address, "Accept", "application/json");
        assertThat(header(json, "Content-Location")).isEqualTo(address + ".json");
        assertThat(json.body()).isEqualTo(get(address + ".json").body());
        assertThat(header(json, "Link"))
                .contains(
                        address + ">; rel=\"cite-as\"", "<" + address + ".csv>; rel=\"alternate\"; type=\"text/csv\"");
        assertThat(get(address, "Accept", "application/json", "If-None-Match", header(json, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(get(address, "Accept", "text/csv"), "Content-Type")).startsWith("text/csv");
        assertThat(get(address, "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void aFormThatIsNotOursKeepsNothing() throws Exception {
        HttpResponse<String> answer = post("/data/sets", Map.of("query", "q=x", "token", "made up"));
        assertThat(answer.statusCode()).isEqualTo(422);
        HttpResponse<String> filled =
                post("/data/sets", Map.of("query", "q=x", "token", "form of q=x", "website", "https://spam.example"));
        assertThat(filled.statusCode()).isEqualTo(422);
    }
}
