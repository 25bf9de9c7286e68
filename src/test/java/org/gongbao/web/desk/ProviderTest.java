package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongbao.access.Account;
import org.gongbao.access.Accounts;
import org.gongbao.access.Role;
import org.junit.jupiter.api.Test;

/** Sign-in at a provider of OpenID Connect. */
class ProviderTest {

    private static HttpResponse<String> signIn(
            Browser browser, String subject, Consumer<JWTClaimsSet.Builder> change, boolean isSignedByAnother) {
        String start = browser.open("/desk/provider/start/oidc")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(start)
                .startsWith(LiveDesk.PROVIDER.issuer() + "/authorize?")
                .contains("code_challenge=", "client_id=" + FakeProvider.CLIENT);
        String code = UUID.randomUUID().toString();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(LiveDesk.PROVIDER.issuer())
                .audience(FakeProvider.CLIENT)
                .subject(subject)
                .claim("nonce", parameter(start, "nonce"))
                .claim("name", "赵某")
                .claim("department", LiveDesk.DEPARTMENT)
                .claim("roles", List.of("reporters", "drivers"))
                .issueTime(Date.from(LiveDesk.now()))
                .expirationTime(Date.from(LiveDesk.now().plusSeconds(120)));
        change.accept(claims);
        LiveDesk.PROVIDER.lay(code, claims.build(), isSignedByAnother);
        return browser.open("/desk/provider/back/oidc?code=" + code + "&state=" + rawParameter(start, "state"));
    }

    private static String parameter(String address, String name) {
        return URLDecoder.decode(rawParameter(address, name), StandardCharsets.UTF_8);
    }

    private static String rawParameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private static void assertRefused(Consumer<JWTClaimsSet.Builder> change, boolean isSignedByAnother) {
        Browser browser = new Browser();
        HttpResponse<String> answer = signIn(browser, UUID.randomUUID().toString(), change, isSignedByAnother);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/desk/sign-in?refused");
        assertThat(browser.open("/desk").statusCode()).isEqualTo(303);
        assertThat(browser.page("/desk/sign-in?refused").text()).contains("没有成功");
    }

    @Test
    void aPersonOfTheProviderIsInWithTheRolesThatTheSettingsGive() {
        Browser browser = new Browser();
        HttpResponse<String> answer = signIn(browser, "zhao", claims -> {}, false);

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/desk");
        assertThat(browser.page("/desk").text()).contains("赵某", "报送员", LiveDesk.DEPARTMENT);
        assertThat(browser.open("/desk/password").statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesAgainHasTheSameAccountWithTheRolesOfToday() {
        signIn(new Browser(), "qian", claims -> {}, false);
        long before = LiveDesk.get(Accounts.class).all().stream()
                .filter(Account::isOfProvider)
                .count();
        Browser browser = new Browser();
        signIn(browser, "qian", claims -> claims.claim("roles", List.of("editors")), false);

        assertThat(LiveDesk.get(Accounts.class).all().stream()
                        .filter(Account::isOfProvider)
                        .count())
                .isEqualTo(before);
        assertThat(browser.page("/desk").text()).contains("编辑").doesNotContain("报送员");
    }

    @Test
    void aTokenOfAnotherSignInAudienceIssuerTimeOrKeyIsRefused() {
        assertRefused(claims -> claims.claim("nonce", "of another sign-in"), false);
        assertRefused(claims -> claims.audience("another-client"), false);
        assertRefused(claims -> claims.issuer("http://localhost:1"), false);
        assertRefused(
                claims -> claims.expirationTime(Date.from(LiveDesk.now().minusSeconds(3600)))
                        .issueTime(Date.from(LiveDesk.now().minusSeconds(7200))),
                false);
        assertRefused(claims -> {}, true);
    }

    @Test
    void whoHasNoRoleHereOrRolesThatExcludeEachOtherIsRefused() {
        assertRefused(claims -> claims.claim("roles", List.of("drivers")), false);
        assertRefused(claims -> claims.claim("roles", List.of("editors", "auditors")), false);
        assertRefused(claims -> claims.claim("department", null), false);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        HttpResponse<String> answer = new Browser().open("/desk/provider/back/oidc?code=x&state=y");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/desk/sign-in?refused");
    }

    @Test
    void aLockedAccountOfTheProviderStaysOut() {
        Browser browser = new Browser();
        signIn(
                browser,
                "sun",
                claims -> claims.claim("roles", List.of("editors")).claim("name", "孙锁"),
                false);
        Account account = LiveDesk.get(Accounts.class).all().stream()
                .filter(each -> each.name().equals("孙锁"))
                .findFirst()
                .orElseThrow();
        assertThat(account.roles()).containsExactly(Role.EDITOR);
        LiveDesk.get(Accounts.class).lock(LiveDesk.administrator(), account.id());

        assertThat(browser.open("/desk").statusCode()).isEqualTo(303);
        HttpResponse<String> again = signIn(
                browser,
                "sun",
                claims -> claims.claim("roles", List.of("editors")).claim("name", "孙锁"),
                false);
        assertThat(again.headers().firstValue("Location").orElse("")).endsWith("?refused");
    }
}
