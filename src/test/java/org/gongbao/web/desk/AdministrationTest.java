package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.gongbao.access.Account;
import org.gongbao.access.Accounts;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.access.TrailEntry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The pages of the three administrators. */
class AdministrationTest {

    @Test
    void theSecurityAdministratorInvitesByAOneTimeLink() {
        Browser browser = LiveDesk.signedIn(Role.SECURITY_ADMINISTRATOR);
        browser.open("/desk/accounts");
        String page = browser.submit(
                        "/desk/accounts", "name", "Sun.Li", "displayName", "孙某", "department", "", "roles", "editor")
                .body();
        String link = Jsoup.parse(page).selectFirst(".address code").text();

        assertThat(link).startsWith("http://localhost:8080/desk/invitation/");
        assertThat(new Browser()
                        .open(link.substring("http://localhost:8080".length()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(LiveDesk.get(Accounts.class).named("sun.li").map(Account::state))
                .contains(Account.State.INVITED);
        assertThat(browser.page("/desk/accounts").text()).contains("孙某", "已邀请");
    }

    @Test
    void rolesThatExcludeEachOtherAndDepartmentsThatDoNotFitAreRefused() {
        Browser browser = LiveDesk.signedIn(Role.SECURITY_ADMINISTRATOR);
        browser.open("/desk/accounts");
        HttpResponse<String> both = browser.submit(
                "/desk/accounts",
                "name",
                "both",
                "displayName",
                "甲",
                "department",
                "",
                "roles",
                "system-administrator",
                "roles",
                "audit-administrator");
        HttpResponse<String> none = browser.submit(
                "/desk/accounts", "name", "none", "displayName", "乙", "department", "", "roles", "submitter");

        assertThat(both.statusCode()).isEqualTo(422);
        assertThat(both.body()).contains("不能由同一个人担任");
        assertThat(none.body()).contains("必须填写部门");
        assertThat(LiveDesk.get(Accounts.class).named("both")).isEmpty();
    }

    @Test
    void otherRolesEndOpenSessionsAndNobodyChangesTheOwnAccount() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser open = member.signIn();
        LiveDesk.Member security = LiveDesk.member(Role.SECURITY_ADMINISTRATOR);
        Browser browser = security.signIn();
        browser.open("/desk/accounts/" + member.id());
        browser.submit("/desk/accounts/" + member.id() + "/roles", "department", "", "roles", "chief-editor");

        assertThat(open.open("/desk").statusCode()).isEqualTo(303);
        assertThat(LiveDesk.get(Accounts.class).find(member.id()).orElseThrow().roles())
                .containsExactly(Role.CHIEF_EDITOR);
        assertThat(browser.submit("/desk/accounts/" + security.id() + "/roles", "department", "", "roles", "editor")
                        .body())
                .contains("不能对自己的账号");
    }

    @Test
    void aResetSecondFactorIsSetUpAnewAndALockedAccountComesBackWhenUnlocked() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        Browser security = LiveDesk.signedIn(Role.SECURITY_ADMINISTRATOR);
        security.open("/desk/accounts/" + member.id());
        security.submit("/desk/accounts/" + member.id() + "/lock");
        Browser browser = new Browser();
        browser.open("/desk/sign-in");
        assertThat(browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD)
                        .statusCode())
                .isEqualTo(422);

        security.submit("/desk/accounts/" + member.id() + "/unlock");
        security.submit("/desk/accounts/" + member.id() + "/second-factor");
        HttpResponse<String> half =
                browser.submit("/desk/sign-in", "name", member.name(), "password", LiveDesk.PASSWORD);
        assertThat(half.headers().firstValue("Location").orElse("")).endsWith("/desk/enrol");
    }

    @Test
    void tokensAreIssuedAndRevokedOnTheirPage() {
        Browser browser = LiveDesk.signedIn(Role.SECURITY_ADMINISTRATOR);
        browser.open("/desk/tokens");
        String page = browser.submit(
                        "/desk/tokens",
                        "label",
                        "云州办公系统",
                        "department",
                        LiveDesk.DEPARTMENT,
                        "scopes",
                        "submit",
                        "days",
                        "90")
                .body();
        assertThat(Jsoup.parse(page).selectFirst(".address code").text()).startsWith("gongbao_");
        String revoke = browser.page("/desk/tokens")
                .selectFirst("form[action$=/revoke]")
                .attr("action");
        assertThat(browser.page("/desk/tokens").text()).contains("云州办公系统");
        browser.submit(revoke);
        assertThat(browser.page("/desk/tokens").text()).contains("已失效");
        assertThat(browser.submit("/desk/tokens", "label", "x", "department", "y", "scopes", "submit", "days", "900")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theAuditAdministratorReadsFiltersExportsAndVerifies() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        LiveDesk.get(Accounts.class).lock(LiveDesk.administrator(), member.id());
        Browser browser = LiveDesk.signedIn(Role.AUDIT_ADMINISTRATOR);
        String filter = "?action=account&object=" + member.id();

        assertThat(browser.page("/desk/audit" + filter).select("tbody tr")).hasSize(4);
        assertThat(browser.page("/desk/audit" + filter + "&from=2030-01-01").select("tbody tr"))
                .isEmpty();
        String lines = browser.open("/desk/audit.ndjson" + filter).body();
        assertThat(lines.lines()).hasSize(4).allMatch(line -> line.contains("\"hash\":\""));
        assertThat(browser.open("/desk/audit.csv" + filter).body()).contains("account.lock," + member.id());
        browser.open("/desk/audit");
        assertThat(browser.submit("/desk/audit/verify").body()).contains("没有改动");
        assertThat(browser.open("/desk/audit?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void theTrailHoldsNoNames() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        member.signIn();
        StringBuilder all = new StringBuilder();
        for (TrailEntry entry : LiveDesk.get(Trail.class).after(0, 100_000)) {
            all.append(entry.json());
        }

        assertThat(all.toString()).contains(member.id()).doesNotContain(member.name() + "\"", "某");
    }

    @Test
    void theSystemAdministratorSeesHowFarTheProjectionsAre() {
        assertThat(LiveDesk.signedIn(Role.SYSTEM_ADMINISTRATOR)
                        .page("/desk/system")
                        .text())
                .contains("search", "linkeddata", "剩余空间");
    }
}
