package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.Erasure;
import org.gongbao.publication.Takedowns;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken down is at no public address within a minute; what is erased is in no file, neither here nor in a mirror. */
@Timeout(600)
class TakedownEverywhereTest {

    private static final String CANARY = "kanarie7q3x";
    private static final Person FIRST = new Person("p1", "甲", null, Set.of(Role.CHIEF_EDITOR));
    private static final Person SECOND = new Person("p2", "乙", null, Set.of(Role.CHIEF_EDITOR));

    @TempDir
    Path data;

    @TempDir
    Path mirror;

    @TempDir
    Path files;

    private Commands.Result follow(RunningProgram program) {
        return Commands.run(
                "follow",
                program.address("").toString(),
                "--once",
                "--gongbao.data=" + mirror,
                "--gongbao.base-uri=" + RunningProgram.BASE);
    }

    @Test
    void aCanaryIsGoneFromEverySurfaceAndAfterErasureFromEveryFile() throws Exception {
        Path notice = Notices.write(files, 1);
        Path marked = Files.writeString(
                files.resolve(CANARY + ".txt"),
                Files.readString(Notices.write(files, 2)).replace("河道", CANARY));
        try (RunningProgram program = RunningProgram.start(data, false)) {
            String other = String.valueOf(program.ingest(true, notice).get(0).uid());
            Uid uid = Objects.requireNonNull(program.ingest(true, marked).get(0).uid());
            Release.awaitHolding(program, List.of(uid.value()));
            assertThat(program.found(CANARY)).containsExactly(uid.value());
            assertThat(follow(program).out()).startsWith("2 events taken");
            assertThat(Canary.holding(mirror, CANARY)).contains("archive/public");

            long start = System.nanoTime();
            program.get(Takedowns.class).takeDown(uid, FIRST, "依法撤下");
            program.awaitCaughtUp();
            Map<String, String> answers = PublicCrawl.of(program, List.of(other));
            Release release = Release.awaitHolding(program, List.of(other));
            answers.put("the release", release.manifest() + release.files());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            answers.forEach((address, text) -> assertThat(text).as(address).doesNotContain(CANARY));
            assertThat(program.found(CANARY)).isEmpty();
            assertThat(program.ask("/doc/" + uid).statusCode()).isEqualTo(410);
            assertThat(program.ask("/log/package/2/text.txt").statusCode()).isEqualTo(410);

            program.get(Takedowns.class).confirm(uid, SECOND);
            assertThat(program.get(Erasure.class).erase(uid, new Erasure.Request("甲", "乙", "依法销毁")))
                    .isEmpty();
            program.awaitCaughtUp();
            program.get(DisseminationEngine.class).purge();
            assertThat(program.found("")).containsExactly(other);

            assertThat(follow(program).out()).startsWith("2 events taken");
            assertThat(Canary.holding(mirror, CANARY)).isEmpty();
            assertThat(Commands.run("verify", "--gongbao.data=" + mirror).out()).contains("all is as it was");
        }
        assertThat(Canary.holding(data, CANARY)).isEmpty();
        assertThat(Commands.run("verify", "--gongbao.data=" + data).out()).contains(": erased at ", "all is as it was");
    }
}
