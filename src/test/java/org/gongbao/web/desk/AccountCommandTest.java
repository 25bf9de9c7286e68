package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gongbao.Gongbao;
import org.gongbao.access.Role;
import org.gongbao.command.CommandLineProgram;
import org.gongbao.system.GongbaoSettings;
import org.junit.jupiter.api.Test;

/** The command on the machine while the service runs on the same data folder. */
class AccountCommandTest {

    private static String run(int status, String... arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLineProgram(Gongbao.class).run(arguments)).isEqualTo(status);
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void theLinkOpensTheAccountOfWhoLostTheFactorAndOpenSessionsEnd() {
        LiveDesk.Member member = LiveDesk.member(Role.SECURITY_ADMINISTRATOR);
        Browser before = member.signIn();
        assertThat(before.open("/desk").statusCode()).isEqualTo(200);
        String data = "--gongbao.data=" + LiveDesk.get(GongbaoSettings.class).data();
        String link = run(0, "account", "reset-factor", member.name(), data);

        assertThat(link).startsWith("http://localhost:8080/desk/invitation/");
        assertThat(before.open("/desk").statusCode()).isEqualTo(303);
        String path = link.substring("http://localhost:8080".length());
        Browser browser = new Browser();
        assertThat(browser.open(path).statusCode()).isEqualTo(200);
        String fresh = "Osmanthus 9 mountains";
        HttpResponse<String> set = browser.submit(path, "password", fresh, "again", fresh);
        assertThat(set.headers().firstValue("Location").orElse("")).endsWith("/desk/enrol");
        assertThat(new Browser().open(path).statusCode()).isEqualTo(404);

        assertThat(run(1, "account", "reset-factor", "nobody-at-all", data)).isEmpty();
    }
}
