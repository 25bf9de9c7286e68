package org.gongbao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the trail and accounts promise, whichever database holds them. */
abstract class TrailContract {

    @TempDir
    Path folder;

    private AccessWorld world;

    abstract String database(Path folder);

    @BeforeEach
    void open() {
        world = new AccessWorld(folder, database(folder), PasswordPolicy.DEFAULT);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            world.trail.append("a" + i % 2, i % 2 == 0 ? "account.lock" : "token.issue", "o" + i, Map.of("n", "" + i));
            world.clock.move(Duration.ofHours(1));
        }
    }

    private void tamper(String change) {
        world.database.write(sql -> sql.sql(change).update());
    }

    @Test
    void entriesFollowEachOtherAndVerify() {
        append(5);

        List<TrailEntry> entries = world.trail.after(0, 10);
        assertThat(entries).extracting(TrailEntry::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(entries.get(0).previous()).isEqualTo("0".repeat(64));
        assertThat(entries.get(4).previous()).isEqualTo(entries.get(3).hash());
        assertThat(world.trail.verify()).isEmpty();
    }

    @Test
    void whateverIsChangedTakenAwayOrPutInIsNamed() {
        append(5);
        tamper("update audit_entry set actor = 'somebody' where number = 2");
        assertThat(world.trail.verify()).containsExactly("audit trail: entry 2 differs from its hash");
        tamper("delete from audit_entry where number = 4");
        assertThat(world.trail.verify()).contains("audit trail: entry 4 is missing");
        tamper("delete from audit_entry where number = 5");
        assertThat(world.trail.verify())
                .contains("audit trail: it ends with entry 3, which is not the last one written");
    }

    @Test
    void whatIsNotDoneLeavesNoEntry() {
        append(1);
        assertThatThrownBy(() -> world.database.write(sql -> {
                    world.trail.append(sql, "a", "submission.confirm", "s", Map.of());
                    throw new IllegalStateException("not done");
                }))
                .hasMessage("not done");

        assertThat(world.trail.size()).isEqualTo(1);
        assertThat(world.trail.verify()).isEmpty();
    }

    @Test
    void manyAtOnceStandInOneOrder() throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 80; i++) {
            people.submit(() -> world.trail.append("a", "x", "o", Map.of()));
        }
        people.shutdown();
        assertThat(people.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(world.trail.after(0, 100))
                .extracting(TrailEntry::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(world.trail.verify()).isEmpty();
    }

    @Test
    void entriesAreFoundByActorActionObjectAndTime() {
        append(6);
        Instant start = Instant.parse("2024-03-01T01:00:00Z");

        assertThat(found(new TrailFilter("a1", null, null, null, null))).containsExactly(2L, 4L, 6L);
        assertThat(found(new TrailFilter(null, "account", null, null, null))).containsExactly(1L, 3L, 5L);
        assertThat(found(new TrailFilter(null, "acc", null, null, null))).isEmpty();
        assertThat(found(new TrailFilter(null, null, "o3", null, null))).containsExactly(4L);
        assertThat(found(new TrailFilter(
                        null, null, null, start.plus(Duration.ofHours(1)), start.plus(Duration.ofHours(3)))))
                .containsExactly(2L, 3L);
        assertThat(world.trail.before(TrailFilter.ALL, 3, 10))
                .extracting(TrailEntry::number)
                .containsExactly(2L, 1L);
    }

    private List<Long> found(TrailFilter filter) {
        return world.trail.after(filter, 0, 100).stream()
                .map(TrailEntry::number)
                .toList();
    }

    @Test
    void anAccountGoesFromInvitationToSignIn() {
        Person administrator = world.administrator();
        Account editor = world.editor(administrator, "Editor.One");
        byte[] secret = Totp.secret();
        assertThat(world.credentials.enrol(editor.id(), secret, "000000x")).isEmpty();
        assertThat(world.credentials.enrol(editor.id(), secret, Totp.code(secret, world.clock.instant())))
                .hasSize(10)
                .doesNotHaveDuplicates();
        world.clock.move(Duration.ofSeconds(30));

        assertThat(world.signIn.password("editor.one", AccessWorld.PASSWORD)).isPresent();
        assertThat(world.signIn.code(editor.id(), Totp.code(secret, world.clock.instant())))
                .isPresent();
        assertThat(world.signIn.code(editor.id(), Totp.code(secret, world.clock.instant())))
                .isEmpty();
        assertThat(world.trail.verify()).isEmpty();
        assertThatThrownBy(() -> world.accounts.invite(administrator, "EDITOR.one", "乙", null, Set.of(Role.EDITOR)))
                .hasMessage("name-taken");
    }
}
