package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongbao.access.Account;
import org.gongbao.access.Accounts;
import org.gongbao.access.PasswordPolicy;
import org.gongbao.access.Role;
import org.gongbao.access.Totp;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Before what weighs much, who is signed in for a while proves again who it is. */
class FreshProofTest {

    private static final Duration WHILE = Duration.ofMinutes(6);

    private final LiveDesk.Member security = LiveDesk.member(Role.SECURITY_ADMINISTRATOR);
    private final Browser browser = security.signIn();

    private static List<String> roles(LiveDesk.Member member) {
        return LiveDesk.get(Accounts.class).find(member.id()).map(Account::roles).orElseThrow().stream()
                .map(Role::code)
                .toList();
    }

    private HttpResponse<String> change(LiveDesk.Member member) {
        browser.open("/desk/accounts/" + member.id());
        return browser.submit("/desk/accounts/" + member.id() + "/roles", "department", "", "roles", "chief-editor");
    }

    /** Sends the form that asks, with all its hidden fields, as a browser does. */
    private HttpResponse<String> prove(HttpResponse<String> asked, String proof) {
        Document page = Jsoup.parse(asked.body());
        var form = page.selectFirst("form:has(input[name=proof])");
        List<String> fields = form.select("input[type=hidden]:not([name=_csrf])").stream()
                .flatMap(field -> java.util.stream.Stream.of(field.attr("name"), field.val()))
                .collect(Collectors.toList());
        fields.addAll(List.of("proof", proof));
        return browser.submit(form.attr("action"), fields.toArray(String[]::new));
    }

    @Test
    void theFormComesBackWithWhatWasTypedAndGoesOnWithThePassword() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        LiveDesk.move(WHILE);
        HttpResponse<String> asked = change(member);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("请再次验证身份");
        assertThat(roles(member)).containsExactly("editor");

        HttpResponse<String> wrong = prove(asked, "wrong wrong wrong");
        assertThat(wrong.body()).contains("密码或验证码不对");
        assertThat(roles(member)).containsExactly("editor");

        assertThat(prove(wrong, LiveDesk.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(roles(member)).containsExactly("chief-editor");
        assertThat(browser.submit("/desk/accounts/" + member.id() + "/lock").statusCode())
                .as("the proof counts for a while")
                .isEqualTo(302);
    }

    @Test
    void aCodeIsAProofOnce() {
        LiveDesk.move(WHILE);
        String code = Totp.code(security.secret(), LiveDesk.now());
        LiveDesk.Member first = LiveDesk.member(Role.EDITOR);
        LiveDesk.Member second = LiveDesk.member(Role.EDITOR);
        String now = Totp.code(security.secret(), LiveDesk.now());
        assertThat(now).isNotEqualTo(code);
        assertThat(prove(change(first), now).statusCode()).isEqualTo(302);
        Browser again = new Browser();
        again.open("/desk/sign-in");
        again.submit("/desk/sign-in", "name", security.name(), "password", LiveDesk.PASSWORD);
        again.open("/desk/code");
        assertThat(again.submit("/desk/code", "code", now).statusCode())
                .as("a code that was a proof signs nobody in")
                .isEqualTo(422);
        assertThat(roles(second)).containsExactly("editor");
    }

    @Test
    void wrongProofsLockTheAccountAsWrongPasswordsDo() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        LiveDesk.move(WHILE);
        HttpResponse<String> asked = change(member);
        for (int i = 0; i < PasswordPolicy.DEFAULT.tries(); i++) {
            HttpResponse<String> answer = prove(asked, "wrong wrong wrong");
            asked = answer.statusCode() == 422 ? answer : asked;
            LiveDesk.move(Duration.ofSeconds(10));
        }

        assertThat(browser.open("/desk").statusCode()).isEqualTo(303);
        assertThat(roles(member)).containsExactly("editor");
    }

    @Test
    void aTakedownAsksAsWellAndThenTakesDown() {
        Uid paper = LiveIssues.published("关于临时停水的通知");
        LiveDesk.Member chief = LiveDesk.member(Role.CHIEF_EDITOR);
        Browser desk = chief.signIn();
        LiveDesk.move(WHILE);
        desk.open("/desk/published/" + paper);
        HttpResponse<String> asked = desk.submit("/desk/published/" + paper + "/takedown", "reason", "误发");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(LiveDesk.get(PublishedDocuments.class).find(paper)).get().isInstanceOf(PublicState.Public.class);

        assertThat(desk.submit(
                                "/desk/published/" + paper + "/takedown",
                                "reason",
                                "误发",
                                "proof",
                                Totp.code(chief.secret(), LiveDesk.now()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(LiveDesk.get(PublishedDocuments.class).find(paper)).get().isInstanceOf(PublicState.Gone.class);
    }

    @Test
    void everyAddressThatWeighsMuchAsks() {
        TreeSet<String> asking = LiveDesk.routes().getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().hasMethodAnnotation(Fresh.class))
                .map(Map.Entry::getKey)
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asking)
                .containsExactly(
                        "/desk/accounts",
                        "/desk/accounts/{id}/lock",
                        "/desk/accounts/{id}/password",
                        "/desk/accounts/{id}/roles",
                        "/desk/accounts/{id}/second-factor",
                        "/desk/accounts/{id}/unlock",
                        "/desk/issues/{uid}/withdrawal",
                        "/desk/published/{uid}/takedown",
                        "/desk/published/{uid}/takedown/confirm",
                        "/desk/published/{uid}/takedown/reverse",
                        "/desk/tokens",
                        "/desk/tokens/{id}/revoke");
    }
}
