package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedVersions;
import org.gongbao.publication.Takedowns;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueReleases;
import org.gongbao.review.IssueState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is taken down is at once in no issue either that holds it: not in its contents, search, linked data, files or PDF. */
@Timeout(600)
class IssueTakedownTest {

    private static final String CANARY = "kanarie5w9z";
    private static final String SERIES = "云州市人民政府公报";
    private static final Person EDITOR = new Person("p1", "甲", null, Set.of(Role.EDITOR));
    private static final Person CHIEF = new Person("p2", "乙", null, Set.of(Role.CHIEF_EDITOR));

    @TempDir
    Path data;

    @TempDir
    Path files;

    private static IssuePlan released(RunningProgram program, List<Uid> documents) throws InterruptedException {
        IssuePlans plans = program.get(IssuePlans.class);
        IssuePlan plan = plans.create(
                EDITOR, new Imprint(SERIES, "云州市人民政府", "云内资字001号", "", "", 2024, 3, 88, LocalDate.of(2024, 3, 20)));
        List<Item> items =
                documents.stream().map(uid -> new Item(uid, "部门文件", null, null)).toList();
        plan = plans.arrange(EDITOR, plan.uid(), plan.version(), items);
        return release(program, plan);
    }

    private static IssuePlan release(RunningProgram program, IssuePlan plan) throws InterruptedException {
        IssueReleases releases = program.get(IssueReleases.class);
        IssuePlan proofed = releases.proof(EDITOR, plan.uid(), plan.version());
        IssuePlan last = releases.release(CHIEF, proofed.uid(), proofed.version(), null);
        for (int tries = 0; last.state() != IssueState.RELEASED; tries++) {
            assertThat(tries).as("waiting for the release of " + last).isLessThan(200);
            Thread.sleep(100);
            last = program.get(IssuePlans.class).find(plan.uid()).orElseThrow();
        }
        program.awaitCaughtUp();
        return last;
    }

    private static void awaitReleaseWithout(RunningProgram program, List<String> uids, String word) throws Exception {
        while (true) {
            Release release = Release.awaitHolding(program, uids);
            if (!(release.manifest() + release.files()).contains(word)) {
                return;
            }
            Thread.sleep(50);
        }
    }

    @Test
    void aCanaryIsGoneFromTheIssueUntilThatIsReplaced() throws Exception {
        Path notice = Notices.write(files, 1);
        Path marked = Files.writeString(
                files.resolve("marked.txt"),
                Files.readString(Notices.write(files, 2)).replace("河道", CANARY));
        try (RunningProgram program = RunningProgram.start(data, false)) {
            Uid other =
                    Objects.requireNonNull(program.ingest(true, notice).get(0).uid());
            Uid uid = Objects.requireNonNull(program.ingest(true, marked).get(0).uid());
            IssuePlan plan = released(program, List.of(other, uid));
            String issue = plan.uid().value();
            String page = "/gazette/" + URLEncoder.encode(SERIES, StandardCharsets.UTF_8) + "/2024/3";
            assertThat(program.found(CANARY)).containsExactlyInAnyOrder(uid.value(), issue);
            assertThat(program.text(page)).contains(CANARY);
            assertThat(program.ask("/doc/" + issue + ".pdf").statusCode()).isEqualTo(200);
            Release.awaitHolding(program, List.of(issue));
            long issueEvent = events(program, plan.uid()).get(0).seq();
            assertThat(program.text("/log/package/" + issueEvent + "/issue.json"))
                    .contains(CANARY);

            long start = System.nanoTime();
            program.get(Takedowns.class).takeDown(uid, CHIEF, "依法撤下");
            program.awaitCaughtUp();
            Map<String, String> answers = PublicCrawl.of(program, List.of(other.value()), Set.of(uid.value()));
            awaitReleaseWithout(program, List.of(other.value(), issue), CANARY);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            assertThat(answers).containsKey("/doc/" + issue + ".json");
            answers.forEach((address, text) -> assertThat(text).as(address).doesNotContain(CANARY));
            assertThat(program.found(CANARY)).isEmpty();
            assertThat(program.found("河道巡查")).contains(issue);
            assertThat(program.text(page)).contains("本件已撤回", "依法撤下");
            assertThat(program.ask("/doc/" + issue + ".pdf").statusCode()).isEqualTo(410);
            assertThat(new String(program.ask("/doc/" + issue + ".pdf").body(), StandardCharsets.UTF_8))
                    .contains("正在更换");
            for (String file : List.of("issue.json", "record.json", "text.txt", "document.pdf", "manifest.json")) {
                assertThat(program.ask("/log/package/" + issueEvent + "/" + file)
                                .statusCode())
                        .as(file)
                        .isEqualTo(410);
            }

            IssuePlan amended = program.get(IssueReleases.class).amend(CHIEF, plan.uid(), plan.version(), "刊载的文件已撤回");
            release(program, amended);
            assertThat(program.ask("/doc/" + issue + ".pdf").statusCode()).isEqualTo(200);
            PublicCrawl.of(program, List.of(other.value(), issue), Set.of(uid.value()))
                    .forEach((address, text) -> assertThat(text).as(address).doesNotContain(CANARY));
        }
    }

    @Test
    void whatWasTakenDownByMistakeComesBackWithTheIssueAndItsPdf() throws Exception {
        Path marked = Files.writeString(
                files.resolve("marked.txt"),
                Files.readString(Notices.write(files, 2)).replace("河道", CANARY));
        try (RunningProgram program = RunningProgram.start(data, false)) {
            Uid uid = Objects.requireNonNull(program.ingest(true, marked).get(0).uid());
            String issue = released(program, List.of(uid)).uid().value();
            program.get(Takedowns.class).takeDown(uid, CHIEF, "依法撤下");
            program.awaitCaughtUp();
            assertThat(program.found(CANARY)).isEmpty();

            program.get(Takedowns.class).reverse(uid, CHIEF);
            program.awaitCaughtUp();
            assertThat(program.found(CANARY)).containsExactlyInAnyOrder(uid.value(), issue);
            assertThat(program.ask("/doc/" + issue + ".pdf").statusCode()).isEqualTo(200);
        }
    }

    private static List<LogEvent> events(RunningProgram program, Uid uid) {
        return program.get(PublishedVersions.class).events(uid);
    }
}
