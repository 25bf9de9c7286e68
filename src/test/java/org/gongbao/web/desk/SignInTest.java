package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.gongbao.access.Accounts;
import org.gongbao.access.PasswordPolicy;
import org.gongbao.access.Role;
import org.gongbao.access.Totp;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void assertSignedOut(Browser browser) {
        HttpResponse<String> answer = browser.open("/desk");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).endsWith("/desk/sign-in");
    }

    @Test
    void passwordAndCodeLeadToTheDesk() {
        Browser browser = LiveDesk.signedIn(Role.EDITOR);

        assertThat(browser.page("/desk").text()).contains("工作台", "编辑", "某member");
    }

    @Test
    void aPasswordAloneOpensNothing() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser browser = new Browser();
        browser.open("/desk/sign-in");
        HttpResponse<String> half =
                browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD);

        assertThat(location(half)).endsWith("/desk/code");
        assertThat(location(browser.open("/desk"))).endsWith("/desk/code");
        assertThat(location(browser.open("/desk/password"))).endsWith("/desk/code");
        assertThat(location(browser.open("/desk/enrol"))).endsWith("/desk/code");
    }

    @Test
    void aCodeWorksOnce() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        String code = Totp.code(member.secret(), LiveDesk.now());
        for (int status : List.of(302, 422)) {
            Browser browser = new Browser();
            browser.open("/desk/sign-in");
            browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD);
            browser.open("/desk/code");
            int answered = browser.submit("/desk/code", "code", code).statusCode();
            assertThat(answered).isEqualTo(status);
        }
    }

    @Test
    void aWrongNameAndAWrongPasswordLookAlike() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser browser = new Browser();
        browser.open("/desk/sign-in");
        HttpResponse<String> wrongName =
                browser.submit("/desk/sign-in", "name", "nobody-" + member.name(), "password", "x".repeat(12));
        HttpResponse<String> wrongPassword =
                browser.submit("/desk/sign-in", "name", member.name(), "password", "x".repeat(12));

        assertThat(wrongName.statusCode()).isEqualTo(422);
        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        String without = "value=\"[^\"]*\"";
        assertThat(wrongName.body().replaceAll(without, ""))
                .isEqualTo(wrongPassword.body().replaceAll(without, ""));
        assertSignedOut(browser);
    }

    @Test
    void failedTriesLockTheAccountForATimeAndOpenSessionsEnd() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser before = member.signIn();
        Browser browser = new Browser();
        browser.open("/desk/sign-in");
        for (int i = 0; i < PasswordPolicy.DEFAULT.tries(); i++) {
            browser.submit("/desk/sign-in", "name", member.name(), "password", "wrong wrong wrong");
            LiveDesk.move(Duration.ofSeconds(10));
        }

        assertSignedOut(before);
        assertThat(browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD)
                        .statusCode())
                .isEqualTo(422);
        LiveDesk.move(PasswordPolicy.DEFAULT.lock().plusSeconds(1));
        assertThat(browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void triesForOneAccountAreRationed() {
        Browser browser = new Browser();
        browser.open("/desk/sign-in");
        for (int i = 0; i < 10; i++) {
            browser.submit("/desk/sign-in", "name", "rationed", "password", "wrong wrong wrong");
        }
        HttpResponse<String> answer =
                browser.submit("/desk/sign-in", "name", "rationed", "password", "wrong wrong wrong");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    }

    @Test
    void aSessionGetsANewIdentifierWithEveryStep() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser browser = new Browser();
        browser.open("/desk/sign-in");
        String first = browser.cookies().get(0).getValue();
        String firstToken = browser.token();
        browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD);
        String second = browser.cookies().get(0).getValue();
        browser.open("/desk/code");
        browser.submit("/desk/code", "code", Totp.code(member.secret(), LiveDesk.now()));
        String third = browser.cookies().get(0).getValue();
        browser.open("/desk");

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(browser.token()).isNotEqualTo(firstToken);
    }

    @Test
    void theCookieIsForTheDeskAloneAndOutOfReachOfScriptsAndOtherSites() {
        String cookie = new Browser()
                .open("/desk/sign-in")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).startsWith(DeskSecurity.COOKIE + "=").contains("Path=/desk", "HttpOnly", "SameSite=");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Browser browser = LiveDesk.signedIn(Role.EDITOR);
        HttpResponse<String> answer =
                browser.send(Browser.request("/desk/sign-out").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.open("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void signOutEndsTheSession() {
        Browser browser = LiveDesk.signedIn(Role.EDITOR);
        browser.open("/desk");
        browser.submit("/desk/sign-out");

        assertSignedOut(browser);
    }

    @Test
    void aSessionEndsWhenItIsOldAndWhenItsAccountIsLocked() {
        Browser old = LiveDesk.signedIn(Role.EDITOR);
        LiveDesk.move(Duration.ofHours(13));
        assertSignedOut(old);

        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser locked = member.signIn();
        LiveDesk.get(Accounts.class).lock(LiveDesk.administrator(), member.id());
        assertSignedOut(locked);
    }

    @Test
    void pagesAreKeptByNobodyAndHaveThePolicyOfThePublicOnes() {
        HttpResponse<String> answer = LiveDesk.signedIn(Role.EDITOR).open("/desk");

        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains(org.gongbao.web.SecurityHeaders.POLICY);
        assertThat(new Browser().open("/desk/setup/unknown").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void publicAddressesKnowNoSession() {
        Browser browser = LiveDesk.signedIn(Role.EDITOR);
        HttpResponse<String> home = browser.open("/");

        assertThat(home.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(home.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
        HttpResponse<String> query = browser.send(Browser.request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("ASK {}")));
        assertThat(query.statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsInvitedSetsAPasswordAndASecondFactorAndIsIn() {
        String token = LiveDesk.get(Accounts.class)
                .invite(LiveDesk.administrator(), "invited", "受邀人", null, java.util.Set.of(Role.EDITOR));
        String path = "/desk/invitation/" + token;
        Browser browser = new Browser();
        assertThat(browser.open(path).statusCode()).isEqualTo(200);
        assertThat(browser.submit(path, "password", "short", "again", "short").body())
                .contains("新密码太短");
        HttpResponse<String> set = browser.submit(path, "password", LiveDesk.PASSWORD, "again", LiveDesk.PASSWORD);
        assertThat(location(set)).endsWith("/desk/enrol");
        assertThat(new Browser().open(path).statusCode()).isEqualTo(404);

        String secret = browser.page("/desk/enrol").selectFirst("main code").text();
        assertThat(browser.open("/desk/enrol/code.svg").headers().firstValue("Content-Type"))
                .contains("image/svg+xml");
        browser.open("/desk/enrol");
        String codes = browser.submit("/desk/enrol", "code", Totp.code(unbase32(secret), LiveDesk.now()))
                .body();
        assertThat(codes).contains("备用码");
        assertThat(browser.open("/desk").statusCode()).isEqualTo(200);

        String recovery =
                org.jsoup.Jsoup.parse(codes).selectFirst(".desk-codes code").text();
        for (int status : List.of(302, 422)) {
            Browser later = new Browser();
            later.open("/desk/sign-in");
            later.submit("/desk/sign-in", "name", "Invited", "password", LiveDesk.PASSWORD);
            later.open("/desk/code");
            assertThat(later.submit("/desk/code", "code", recovery).statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void aPasswordIsChangedWithThePresentOneAndOtherSessionsEnd() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser other = member.signIn();
        Browser browser = member.signIn();
        browser.open("/desk/password");
        String fresh = "Osmanthus 9 mountains";
        assertThat(browser.submit("/desk/password", "before", "wrong", "password", fresh, "again", fresh)
                        .body())
                .contains("现在的密码不对");
        assertThat(browser.submit(
                                "/desk/password",
                                "before",
                                LiveDesk.PASSWORD,
                                "password",
                                LiveDesk.PASSWORD,
                                "again",
                                LiveDesk.PASSWORD)
                        .body())
                .contains("最近用过");
        browser.submit("/desk/password", "before", LiveDesk.PASSWORD, "password", fresh, "again", fresh);

        assertThat(browser.open("/desk").statusCode()).isEqualTo(200);
        assertSignedOut(other);
    }

    @Test
    void filesFromVisitorsAreNotRead() {
        HttpResponse<String> answer = new Browser()
                .send(Browser.request("/desk/sign-in")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString("--x--")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static byte[] unbase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
