package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongbao.access.Role;
import org.gongbao.privacy.Templates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page for handing in offers the templates by their names in the reader's language. */
class TemplatesOnDeskTest {

    private static final String LINKS = "a[href^=/desk/templates/]";

    @Test
    void everyTemplateIsOfferedAndCanBeDownloaded() {
        Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);
        List<Element> links = submitter.page("/desk/submissions/new").select(LINKS);

        assertThat(links)
                .extracting(Element::text)
                .containsExactlyInAnyOrder("通知", "公告", "令", "政策解读", "公示名单")
                .hasSameSizeAs(LiveDesk.get(Templates.class).names());
        assertThat(links).allSatisfy(link -> {
            HttpResponse<String> answer =
                    submitter.send(Browser.request(link.attr("href")).GET());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("PK");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("wordprocessingml"));
            assertThat(URLDecoder.decode(
                            answer.headers().firstValue("Content-Disposition").orElse(""), StandardCharsets.UTF_8))
                    .contains(link.text() + ".docx");
        });
    }

    @Test
    void theNamesAreThoseOfTheReadersLanguage() {
        Browser submitter = LiveDesk.signedIn(Role.SUBMITTER);

        String page = submitter
                .send(Browser.request("/desk/submissions/new")
                        .setHeader("Accept-Language", "en")
                        .GET())
                .body();

        assertThat(Jsoup.parse(page).select(LINKS)).extracting(Element::text).contains("Notice (通知)", "Order (令)");
    }

    @Test
    void aTemplateThatIsNoneIsNotFound() {
        assertThat(LiveDesk.signedIn(Role.SUBMITTER)
                        .open("/desk/templates/nothing.docx")
                        .statusCode())
                .isEqualTo(404);
    }
}
