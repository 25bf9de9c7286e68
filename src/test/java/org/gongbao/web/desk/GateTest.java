package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.gongbao.access.ApiToken;
import org.gongbao.access.ApiTokens;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.access.TrailEntry;
import org.gongbao.access.TrailFilter;
import org.gongbao.system.Database;
import org.junit.jupiter.api.Test;

/** What stands before every address of the desk and of the deposit. */
class GateTest {

    private static HttpResponse<String> deposit(String token) {
        return new Browser()
                .send(Browser.request("/api/v1/submissions/probe")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody()));
    }

    private static String token(ApiToken.Scope... scopes) {
        return LiveDesk.get(ApiTokens.class)
                .issue(LiveDesk.administrator(), "云州报送", LiveDesk.DEPARTMENT, Set.of(scopes), Duration.ofDays(30));
    }

    @Test
    void anAddressThatDeclaresNobodyIsOpenToNobody() {
        assertThat(LiveDesk.signedIn(Role.CHIEF_EDITOR)
                        .open("/desk/probe/undeclared")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> machine = new Browser()
                .send(Browser.request("/api/v1/submissions/probe/undeclared")
                        .header("Authorization", "Bearer " + token(ApiToken.Scope.values()))
                        .GET());
        assertThat(machine.statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsRefusedIsInTheTrail() {
        LiveDesk.Member member = LiveDesk.member(Role.EDITOR);
        member.signIn().open("/desk/accounts/0123");

        assertThat(LiveDesk.get(Trail.class)
                        .after(new TrailFilter(member.id(), "access.refused", null, null, null), 0, 9))
                .extracting(TrailEntry::object)
                .containsExactly("/desk/accounts/{id}");
    }

    @Test
    void aMethodIsToldWhoAsks() {
        LiveDesk.Member member = LiveDesk.member(Role.SUBMITTER);

        assertThat(member.signIn().open("/desk/probe/person").body())
                .isEqualTo(member.id() + " " + LiveDesk.DEPARTMENT + " [SUBMITTER]");
    }

    @Test
    void anAddressThatIsNotThereIsNotFoundBySomebodyAndLeadsNobodyToSignIn() {
        assertThat(LiveDesk.signedIn(Role.EDITOR).open("/desk/nothing").statusCode())
                .isEqualTo(404);
        assertThat(new Browser().open("/desk/nothing").statusCode()).isEqualTo(303);
    }

    @Test
    void disguisedPathsOpenNothing() {
        for (String path : new String[] {
            "/desk;x=y/accounts",
            "/desk/accounts;jsessionid=1",
            "//desk/accounts",
            "/%64esk/accounts",
            "/desk/./accounts",
            "/x/../desk/accounts",
            "/desk/accounts/",
            "/DESK/accounts",
            "/desk/%2e%2e/desk/accounts"
        }) {
            assertThat(new Browser().open(path).statusCode()).as(path).isIn(303, 400, 401, 404);
        }
    }

    @Test
    void aMachineDepositsInTheNameOfItsDepartment() {
        HttpResponse<String> answer = deposit(token(ApiToken.Scope.SUBMIT));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(LiveDesk.DEPARTMENT);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenOfAnotherScopeIsRefusedAndAWrongOneIsUnknown() {
        assertThat(deposit(token(ApiToken.Scope.STATUS)).statusCode()).isEqualTo(403);
        HttpResponse<String> unknown = new Browser()
                .send(HttpRequest.newBuilder(java.net.URI.create(LiveDesk.base() + "/api/v1/submissions/probe"))
                        .header("Authorization", "Bearer gongbao_wrong")
                        .POST(BodyPublishers.noBody()));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(unknown.body()).contains("\"status\":401");
    }

    @Test
    void aRevokedTokenAndOnePastItsEndNoLongerWork() {
        String revoked = token(ApiToken.Scope.SUBMIT);
        String id = LiveDesk.get(ApiTokens.class).find(revoked).orElseThrow().id();
        LiveDesk.get(ApiTokens.class).revoke(LiveDesk.administrator(), id);
        assertThat(deposit(revoked).statusCode()).isEqualTo(401);

        String old = token(ApiToken.Scope.SUBMIT);
        LiveDesk.move(Duration.ofDays(31));
        assertThat(deposit(old).statusCode()).isEqualTo(401);
    }

    @Test
    void ofATokenOnlyTheDigestIsKept() {
        String token = token(ApiToken.Scope.SUBMIT);
        int kept = LiveDesk.get(Database.class)
                .read()
                .sql("select count(*) from api_token where sha256 = ? or label like ?")
                .params(token, "%" + token + "%")
                .query(Integer.class)
                .single();

        assertThat(kept).isZero();
        assertThat(token).matches("gongbao_[A-Za-z0-9_-]{43}");
    }

    private static HttpResponse<String> upload(int bytes) {
        Browser browser = LiveDesk.signedIn(Role.EDITOR);
        browser.open("/desk");
        String body = "--limit\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.token()
                + "\r\n--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + "x".repeat(bytes) + "\r\n--limit--\r\n";
        return browser.send(Browser.request("/desk/probe/upload")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void filesAreTakenUpToTheirLimit() {
        assertThat(upload(60_000).body()).isEqualTo("received 60000");
        assertThat(upload(70_000).statusCode()).isEqualTo(413);
    }
}
