package org.gongbao.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.Gongbao;
import org.gongbao.access.Account;
import org.gongbao.access.Accounts;
import org.gongbao.access.Credentials;
import org.gongbao.access.FirstAdministrator;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.access.Totp;
import org.gongbao.system.TestClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The whole program with its desk on a free port, started once for all tests; it ends with the process. Its clock stands
 * until a test moves it.
 */
public final class LiveDesk {

    public static final String DEPARTMENT = "云州市发展和改革委员会";
    public static final String PASSWORD = "Plum-blossom 7 rivers";

    static final FakeProvider PROVIDER = new FakeProvider();

    private static final TestClock CLOCK = new TestClock();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ConfigurableApplicationContext CONTEXT = start();
    private static final Path SETUP =
            Path.of(CONTEXT.getBean(FirstAdministrator.class).path());
    private static final Account FIRST =
            CONTEXT.getBean(Credentials.class).makeFirst(String.valueOf(SETUP.getFileName()), "first", "第一位", PASSWORD);

    private LiveDesk() {}

    private static ConfigurableApplicationContext start() {
        try {
            Path data = Files.createTempDirectory("gongbao-desk");
            return new SpringApplicationBuilder(Gongbao.class, Moved.class)
                    .run(
                            "--server.port=0",
                            "--gongbao.base-uri=http://localhost:8080",
                            "--gongbao.data=" + data,
                            "--gongbao.access.tries=100000",
                            "--gongbao.tests.probe=true",
                            "--gongbao.notification.webhook.urls=https://127.0.0.1:9/hook",
                            "--gongbao.notification.webhook.secrets=plum-blossom-seven-rivers",
                            "--gongbao.access.oidc.issuer=" + PROVIDER.issuer(),
                            "--gongbao.access.oidc.client-id=" + FakeProvider.CLIENT,
                            "--gongbao.access.oidc.client-secret=" + FakeProvider.SECRET,
                            "--gongbao.access.oidc.roles=reporters=submitter,editors=editor,auditors=audit-administrator",
                            "--spring.servlet.multipart.max-file-size=64KB",
                            "--spring.servlet.multipart.max-request-size=128KB",
                            "--logging.level.root=WARN");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static <T> T named(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    static RequestMappingHandlerMapping routes() {
        return CONTEXT.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    public static String base() {
        return "http://localhost:"
                + ((WebServerApplicationContext) CONTEXT).getWebServer().getPort();
    }

    public static Instant now() {
        return CLOCK.instant();
    }

    public static void move(Duration by) {
        CLOCK.move(by);
    }

    /** The first security administrator. */
    public static Person administrator() {
        return get(Accounts.class).find(FIRST.id()).orElseThrow().person();
    }

    /** A new account with a password and a second factor, ready to sign in. */
    public static Member member(Role... roles) {
        String name = "member" + NUMBER.incrementAndGet();
        @Nullable String department = roles[0].isOfDepartment() ? DEPARTMENT : null;
        String token = get(Accounts.class).invite(administrator(), name, "某" + name, department, Set.of(roles));
        Account account = get(Credentials.class).accept(token, PASSWORD);
        byte[] secret = Totp.secret();
        get(Credentials.class).enrol(account.id(), secret, Totp.code(secret, now()));
        move(Duration.ofSeconds(60));
        return new Member(account.id(), name, secret);
    }

    /** A browser in which a new account with these roles is signed in. */
    public static Browser signedIn(Role... roles) {
        return member(roles).signIn();
    }

    /** An account whose secrets a test knows. */
    public record Member(String id, String name, byte[] secret) {

        public Browser signIn() {
            return signIn(new Browser());
        }

        /** In a browser that may have been used before. */
        Browser signIn(Browser browser) {
            browser.open("/desk/sign-in");
            browser.submit("/desk/sign-in", "name", name, "password", PASSWORD);
            browser.open("/desk/code");
            browser.submit("/desk/code", "code", Totp.code(secret, now()));
            move(Duration.ofSeconds(60));
            return browser;
        }
    }

    static class Moved {
        @Bean
        @Primary
        Clock testClock() {
            return CLOCK;
        }
    }
}
