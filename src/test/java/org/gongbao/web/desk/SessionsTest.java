package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongbao.access.Accounts;
import org.gongbao.access.Role;
import org.gongbao.access.Trail;
import org.gongbao.access.TrailFilter;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** People see where they are signed in, end it, and are told what happened to their account. */
class SessionsTest {

    private final LiveDesk.Member member = LiveDesk.member(Role.EDITOR);

    private static int status(Browser browser) {
        return browser.open("/desk").statusCode();
    }

    private static String notices(Browser browser) {
        return browser.page("/desk").select(".callout").text();
    }

    @Test
    void theListHoldsTheOwnSessionsAndNobodyElses() {
        Browser one = member.signIn();
        Browser two = member.signIn();
        LiveDesk.signedIn(Role.EDITOR);
        Document page = two.page("/desk/sessions");

        assertThat(page.select("main section")).hasSize(2);
        assertThat(page.select("main .badge")).hasSize(1);
        assertThat(page.text()).contains("127.0.0.1", "Java-http-client");
        two.submit("/desk/sign-out");
        assertThat(one.page("/desk/sessions").select("main section")).hasSize(1);
    }

    @Test
    void oneSessionIsEndedAndTheOthersGoOn() {
        Browser lost = member.signIn();
        Browser own = member.signIn();
        String end = own.page("/desk/sessions")
                .select("main section:not(:has(.badge)) form")
                .attr("action");
        assertThat(own.submit(end).statusCode()).isEqualTo(302);

        assertThat(status(lost)).isEqualTo(303);
        assertThat(status(own)).isEqualTo(200);
        assertThat(own.submit(end).statusCode()).as("it is no more").isEqualTo(404);
    }

    @Test
    void allOthersAreEndedAtOnceAndTheTrailTellsHowMany() {
        Browser first = member.signIn();
        Browser second = member.signIn();
        Browser own = member.signIn();
        own.open("/desk/sessions");
        own.submit("/desk/sessions/others");

        assertThat(status(first)).isEqualTo(303);
        assertThat(status(second)).isEqualTo(303);
        assertThat(status(own)).isEqualTo(200);
        assertThat(LiveDesk.get(Trail.class).after(new TrailFilter(member.id(), "session.end", null, null, null), 0, 9))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("sessions", "2"));
    }

    @Test
    void nobodyEndsASessionOfSomebodyElse() {
        Browser victim = LiveDesk.signedIn(Role.EDITOR);
        String end = victim.page("/desk/sessions").select("main section form").attr("action");
        Browser other = member.signIn();
        other.open("/desk/sessions");

        assertThat(other.submit(end).statusCode()).isEqualTo(404);
        assertThat(status(victim)).isEqualTo(200);
    }

    @Test
    void aKnownBrowserIsToldOfANewOneAndOfChangesWhoeverSignedInMeanwhile() {
        Browser own = member.signIn();
        assertThat(notices(own)).isEmpty();
        own.forgetSession();
        member.signIn(own);
        assertThat(notices(own)).as("nothing happened").isEmpty();

        Browser thief = member.signIn();
        assertThat(notices(thief)).as("a new browser is told nothing").isEmpty();
        thief.forgetSession();
        member.signIn(thief);
        LiveDesk.get(Accounts.class)
                .resetSecondFactor(
                        LiveDesk.administrator(), LiveDesk.member(Role.EDITOR).id());
        own.forgetSession();
        member.signIn(own);

        assertThat(notices(own)).contains("在一个新的浏览器登录").doesNotContain("重置了第二因素", "??");
        own.forgetSession();
        member.signIn(own);
        assertThat(notices(own)).as("it was told once").isEmpty();
    }

    @Test
    void changedPasswordsAndRolesAreTold() {
        Browser own = member.signIn();
        own.open("/desk/password");
        String fresh = "Osmanthus 9 mountains";
        own.submit("/desk/password", "before", LiveDesk.PASSWORD, "password", fresh, "again", fresh);
        LiveDesk.get(Accounts.class)
                .setRoles(LiveDesk.administrator(), member.id(), null, java.util.Set.of(Role.CHIEF_EDITOR));
        own.open("/desk/sign-in");
        own.submit("/desk/sign-in", "name", member.name(), "password", fresh);
        own.open("/desk/code");
        own.submit("/desk/code", "code", org.gongbao.access.Totp.code(member.secret(), LiveDesk.now()));

        assertThat(notices(own)).contains("修改了密码", "角色有变动");
        assertThat(own.page("/desk?lang=en").text()).contains("The roles were changed");
    }

    @Test
    void theBrowsersCookieGoesToTheDeskAloneAndOutOfReachOfScripts() {
        Browser own = member.signIn();

        assertThat(own.cookies())
                .filteredOn(cookie -> cookie.getName().equals(DeviceCookie.NAME))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.getPath()).isEqualTo("/desk");
                    assertThat(cookie.isHttpOnly()).isTrue();
                });
    }
}
