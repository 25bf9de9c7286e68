package org.gongbao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sole security administrator, without the second factor. */
class RecoveryTest {

    private static final String FRESH = "Osmanthus 9 mountains";

    @TempDir
    Path folder;

    private AccessWorld world;
    private String id;
    private String recoveryCode;

    @BeforeEach
    void open() {
        world = AccessWorld.embedded(folder);
        id = world.administrator().id();
        byte[] secret = Totp.secret();
        recoveryCode = world.credentials
                .enrol(id, secret, Totp.code(secret, world.clock.instant()))
                .get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String token(String path) {
        return path.substring("/desk/invitation/".length());
    }

    @Test
    void theOwnerSetsPasswordAndFactorAnewWithTheLink() {
        String token = token(world.recovery.path(" First "));
        Account account = world.credentials.accept(token, FRESH);

        assertThat(account.hasSecondFactor()).isFalse();
        assertThat(account.roles()).containsExactly(Role.SECURITY_ADMINISTRATOR);
        assertThat(world.signIn.password("first", FRESH)).isPresent();
        assertThatThrownBy(() -> world.credentials.accept(token, FRESH + "!"))
                .isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void untilTheLinkIsUsedNothingOldOpensTheAccountAndItsSessionsEnd() {
        int epoch = world.accounts.find(id).orElseThrow().epoch();
        world.recovery.path("first");

        assertThat(world.signIn.password("first", AccessWorld.PASSWORD)).isEmpty();
        assertThat(world.signIn.code(id, recoveryCode)).isEmpty();
        assertThat(world.accounts.find(id).orElseThrow().epoch()).isGreaterThan(epoch);
    }

    @Test
    void aLockAfterFailedTriesIsLiftedAndTheTrailTellsOfIt() {
        for (int i = 0; i < PasswordPolicy.DEFAULT.tries(); i++) {
            world.signIn.password("first", "wrong wrong wrong");
        }
        world.credentials.accept(token(world.recovery.path("first")), FRESH);

        assertThat(world.signIn.password("first", FRESH)).isPresent();
        assertThat(world.trail.after(new TrailFilter("machine", "account.recover", id, null, null), 0, 9))
                .hasSize(1);
        assertThat(world.trail.verify()).isEmpty();
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> world.recovery.path("nobody"))
                .isInstanceOfSatisfying(
                        AccessRefusedException.class, e -> assertThat(e.code()).isEqualTo("unknown"));
    }
}
