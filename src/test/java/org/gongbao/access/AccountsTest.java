package org.gongbao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gongbao.system.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    @TempDir
    Path folder;

    @Test
    void theFirstLinkMakesOneAdministratorWithinADay() {
        try (AccessWorld world = AccessWorld.embedded(folder)) {
            String late = world.firstToken();
            world.clock.move(Duration.ofHours(25));
            assertThatThrownBy(() -> world.credentials.makeFirst(late, "late", "丁", AccessWorld.PASSWORD))
                    .hasMessage("link");
            String older = world.firstToken();
            String token = world.firstToken();
            assertThat(world.credentials.isForFirst(older)).isFalse();
            assertThat(world.credentials.isForFirst(token)).isTrue();
            assertThat(world.credentials.isForAccount(token)).isFalse();
            Account first = world.credentials.makeFirst(token, "first", "甲", AccessWorld.PASSWORD);

            assertThat(first.roles()).containsExactly(Role.SECURITY_ADMINISTRATOR);
            assertThatThrownBy(() -> world.credentials.makeFirst(token, "second", "乙", AccessWorld.PASSWORD))
                    .hasMessage("link");
            String another = world.firstToken();
            assertThatThrownBy(() -> world.credentials.makeFirst(another, "third", "丙", AccessWorld.PASSWORD))
                    .hasMessage("link");
            assertThat(world.accounts.all()).hasSize(1);
        }
    }

    @Test
    void noSecretStandsInTheDatabaseAsItIs() {
        try (AccessWorld world = AccessWorld.embedded(folder)) {
            Account editor = world.editor(world.administrator(), "editor");
            byte[] secret = Totp.secret();
            List<String> codes = world.credentials.enrol(editor.id(), secret, Totp.code(secret, world.clock.instant()));
            String password = column(world, "password", editor);
            String factor = column(world, "second_factor", editor);

            assertThat(password).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(factor)
                    .doesNotContain(Totp.base32(secret))
                    .isNotEqualTo(java.util.Base64.getEncoder().encodeToString(secret));
            assertThat(world.database
                            .read()
                            .sql("select sha256 from recovery_code")
                            .query(String.class)
                            .list())
                    .hasSize(10)
                    .doesNotContainAnyElementsOf(codes);
        }
    }

    private static String column(AccessWorld world, String name, Account account) {
        return world.database
                .read()
                .sql("select " + name + " from account where id = ?")
                .param(account.id())
                .query(String.class)
                .single();
    }

    @Test
    void theKeyIsItsOwnersAloneAndASealedSecretOpensForItsOwnerAlone() throws IOException {
        KeyBox box = new KeyBox(folder);
        String sealed = box.close(new byte[] {1, 2, 3}, "a");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("access.key"))))
                .isEqualTo("rw-------");
        assertThat(new KeyBox(folder).open(sealed, "a")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> box.open(sealed, "b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void underDengbaoAPasswordIsMixedChangedAndNotUsedAgain() {
        try (AccessWorld world = AccessWorld.embedded(folder, PasswordPolicy.DENGBAO3)) {
            Account editor = world.editor(world.administrator(), "editor");
            assertThatThrownBy(() -> world.credentials.change(editor.id(), AccessWorld.PASSWORD, "allsmallletters"))
                    .hasMessage("password-classes");
            String last = AccessWorld.PASSWORD;
            for (int i = 0; i < 4; i++) {
                world.clock.move(Duration.ofDays(1));
                String next = "Osmanthus 9 hills " + i;
                world.credentials.change(editor.id(), last, next);
                last = next;
            }
            String present = last;
            assertThatThrownBy(() -> world.credentials.change(editor.id(), present, AccessWorld.PASSWORD))
                    .hasMessage("password-former");
            assertThat(PasswordPolicy.DENGBAO3.isTooOld(
                            world.clock.instant().minus(Duration.ofDays(91)), world.clock.instant()))
                    .isTrue();
            assertThat(PasswordPolicy.DEFAULT.isTooOld(
                            world.clock.instant().minus(Duration.ofDays(9_999)), world.clock.instant()))
                    .isFalse();
        }
    }

    @Test
    void shortCommonAndTellingPasswordsAreRefused() {
        assertThat(PasswordPolicy.DEFAULT.fault("elevenchars", "x1")).contains("short");
        assertThat(PasswordPolicy.DEFAULT.fault("Password1234", "x1")).contains("common");
        assertThat(PasswordPolicy.DEFAULT.fault("ababababababab", "x1")).contains("common");
        assertThat(PasswordPolicy.DEFAULT.fault("my name is Sunli 88", "sunli")).contains("name");
        assertThat(PasswordPolicy.DEFAULT.fault("x".repeat(129) + "abc", "y1")).contains("long");
        assertThat(PasswordPolicy.DEFAULT.fault("春江潮水连海平海上明月共潮", "x1")).isEmpty();
    }

    @Test
    void fiveFailedTriesUnderDengbaoLockForHalfAnHourAlsoWithTheRightPassword() {
        try (AccessWorld world = AccessWorld.embedded(folder, PasswordPolicy.DENGBAO3)) {
            world.editor(world.administrator(), "editor");
            for (int i = 0; i < 5; i++) {
                assertThat(world.signIn.password("editor", "wrong " + i)).isEmpty();
            }
            assertThat(world.signIn.password("editor", AccessWorld.PASSWORD)).isEmpty();
            world.clock.move(Duration.ofMinutes(29));
            assertThat(world.signIn.password("editor", AccessWorld.PASSWORD)).isEmpty();
            world.clock.move(Duration.ofMinutes(2));
            assertThat(world.signIn.password("editor", AccessWorld.PASSWORD)).isPresent();
        }
    }

    @Test
    void wrongCodesLockAsWellAndARightPasswordInBetweenDoesNotHelp() {
        try (AccessWorld world = AccessWorld.embedded(folder, PasswordPolicy.DENGBAO3)) {
            Account editor = world.editor(world.administrator(), "editor");
            byte[] secret = Totp.secret();
            world.credentials.enrol(editor.id(), secret, Totp.code(secret, world.clock.instant()));
            for (int i = 0; i < 5; i++) {
                assertThat(world.signIn.password("editor", AccessWorld.PASSWORD))
                        .isPresent();
                assertThat(world.signIn.code(editor.id(), "not a code")).isEmpty();
            }
            assertThat(world.signIn.password("editor", AccessWorld.PASSWORD)).isEmpty();
        }
    }

    @Test
    void onlyASecurityAdministratorMakesAndChangesAccounts() {
        try (AccessWorld world = AccessWorld.embedded(folder)) {
            Person editor = world.editor(world.administrator(), "editor").person();
            assertThatThrownBy(() -> world.accounts.invite(editor, "other", "乙", null, Set.of(Role.EDITOR)))
                    .hasMessage("role");
            assertThatThrownBy(() -> world.accounts.lock(editor, "any")).hasMessage("role");
        }
    }

    @Test
    void triesComeBackWithTime() {
        TestClock clock = new TestClock();
        Throttle throttle = new Throttle(3, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.take("a")).isTrue();
        }
        assertThat(throttle.take("a")).isFalse();
        assertThat(throttle.take("b")).isTrue();
        clock.move(Duration.ofSeconds(20));
        assertThat(throttle.take("a")).isTrue();
        assertThat(throttle.take("a")).isFalse();
    }
}
