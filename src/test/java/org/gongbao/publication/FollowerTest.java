package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.Canary;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A leader and a follower in two data folders, with HTTP between them. */
@Tag("slow")
@Timeout(300)
class FollowerTest {

    private static final String CANARY = "kanarie7q3x";

    @TempDir
    Path leaders;

    @TempDir
    Path followers;

    @TempDir
    Path outside;

    private TestStore leader;
    private LeaderServer server;
    private TestStore mirror;
    private Follower follower;

    @BeforeEach
    void open() throws Exception {
        leader = new TestStore(leaders, TestStore.sqlite(leaders));
        server = new LeaderServer(leader);
        Mirror.begin(new DataFolder(followers), server.address(), "");
        openMirror();
    }

    private void openMirror() {
        mirror = new TestStore(followers, TestStore.sqlite(followers));
        follower = new Follower(
                new HttpLeader(server.address()),
                leader.log.verifier(),
                mirror.database,
                mirror.archive,
                mirror.rebuild,
                mirror.documents,
                mirror.signer,
                mirror.signal,
                mirror.data);
    }

    @AfterEach
    void close() {
        mirror.close();
        server.close();
        leader.close();
    }

    private Uid publish(int number, String words) {
        Uid uid = Uid.mint();
        DocumentRecord record = Papers.notice(number, "关于" + words + "的通知");
        leader.publisher.publish(uid, record, Papers.withFile(record, outside, "PDF " + words), LogEvent.Type.RELEASED);
        return uid;
    }

    private static List<String> shown(TestStore store) {
        List<String> documents = new ArrayList<>();
        store.documents.all().forEach(document -> {
            StringBuilder files = new StringBuilder();
            document.content().files().forEach(file -> files.append(file.name()).append(Digests.sha256(file.path())));
            documents.add(document.uid() + " " + document.version() + " " + document.position() + " "
                    + document.releasedAt() + " " + document.versionAt() + " " + document.record() + files);
        });
        return documents;
    }

    @Test
    void theMirrorShowsWhatTheLeaderShowsAndSignsNothingItself() throws Exception {
        Uid first = publish(1, "防汛");
        publish(2, "绿化");
        leader.publisher.withdraw(first, "依法撤下");
        DocumentRecord again = Papers.notice(1, "关于防汛又一版的通知");
        leader.publisher.publish(first, again, Papers.content(again), LogEvent.Type.RELEASED);

        assertThat(follower.catchUp()).isEqualTo(new Follower.Round(4, false));
        assertThat(follower.catchUp()).isEqualTo(new Follower.Round(0, false));

        assertThat(shown(mirror)).isEqualTo(shown(leader)).hasSize(2);
        assertThat(mirror.log.checkpoint()).isEqualTo(leader.log.checkpoint());
        assertThat(mirror.log.verifier()).isEqualTo(leader.log.verifier());
        assertThat(mirror.audit.run()).isEmpty();
        assertThat(mirror.archive.verify()).isEmpty();
        assertThatThrownBy(() -> mirror.publish(Papers.notice(9))).hasMessageContaining("mirror");
    }

    @Test
    void manyEventsComeInSeveralBundles() throws Exception {
        Uid uid = publish(1, "防汛");
        for (int version = 2; version <= 258; version++) {
            DocumentRecord record = Papers.notice(1, "第" + version + "版的通知");
            leader.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.REVISED);
            if (version == 100) {
                follower.catchUp();
            }
        }

        assertThat(follower.catchUp().events()).isEqualTo(158);
        assertThat(shown(mirror)).isEqualTo(shown(leader));
        assertThat(mirror.log.checkpoint().size()).isEqualTo(258);
    }

    @Test
    void whatIsWithdrawnOrErasedThereIsInNoFileHere() throws Exception {
        Uid withdrawn = publish(1, CANARY + "a");
        Uid erased = publish(2, CANARY + "b");
        publish(3, "绿化");
        follower.catchUp();
        assertThat(Canary.holding(followers, CANARY)).contains("archive/public");

        leader.publisher.withdraw(withdrawn, "依法撤下");
        leader.publisher.withdraw(erased, "依法撤下");
        leader.erasure.erase(erased, new Erasure.Request("甲", "乙", "依法销毁"));

        assertThat(follower.catchUp()).isEqualTo(new Follower.Round(3, true));
        assertThat(Canary.holding(followers, CANARY + "b")).isEmpty();
        assertThat(Canary.holding(followers.resolve("archive"), CANARY)).isEmpty();
        assertThat(mirror.documents.find(erased).orElseThrow())
                .isEqualTo(new PublicState.Gone(erased, LogEvent.Type.ERASED, leader.clock.instant(), "依法销毁"));
        assertThat(shown(mirror)).isEqualTo(shown(leader)).hasSize(1);
        assertThat(mirror.audit.run()).isEmpty();
        assertThat(mirror.archive.verify()).isEmpty();
    }

    @Test
    void aMirrorThatComesLateTakesNothingOfWhatWentBefore() throws Exception {
        Uid erased = publish(1, CANARY);
        Uid corrected = publish(2, CANARY);
        publish(3, "绿化");
        leader.publisher.withdraw(erased, "依法撤下");
        leader.erasure.erase(erased, new Erasure.Request("甲", "乙", "依法销毁"));
        DocumentRecord masked = Papers.notice(2, "关于某人的通知");
        leader.publisher.correct(corrected, masked, Papers.content(masked), new PublicCorrection("更正个人信息", true));

        follower.catchUp();

        assertThat(Canary.holding(followers, CANARY)).isEmpty();
        assertThat(shown(mirror)).isEqualTo(shown(leader)).hasSize(2);
        assertThat(mirror.audit.run()).isEmpty();
        mirror.close();
        openMirror();
        mirror.engine.start();
        assertThat(mirror.engine.awaitCaughtUp(java.time.Duration.ofSeconds(20)))
                .isTrue();
        mirror.engine.close();
        mirror.rebuild.rebuild();
        assertThat(shown(mirror)).isEqualTo(shown(leader));
    }

    @Test
    void whatDiffersFromTheLogIsNotTaken() throws Exception {
        publish(1, "防汛");
        for (String lie : List.of("document.pdf", "manifest.json", "/log/event/1", "001.p/1", "/log/checkpoint")) {
            server.lieAbout = lie.equals("001.p/1") ? "000.p/1" : lie;
            assertThatThrownBy(follower::catchUp).as(lie).isInstanceOf(RuntimeException.class);
            assertThat(mirror.log.size()).isZero();
            assertThat(mirror.documents.count()).isZero();
        }
        server.lieAbout = "";
        follower.catchUp();
        assertThat(shown(mirror)).isEqualTo(shown(leader));
        assertThat(mirror.audit.run()).isEmpty();
    }

    @Test
    void aFolderWithALogOfItsOwnBecomesNoMirrorAndAMirrorFollowsNoOtherLog() throws IOException {
        assertThatThrownBy(() -> Mirror.begin(new DataFolder(leaders), server.address(), ""))
                .hasMessageContaining("a log of its own");
        assertThatThrownBy(() -> Mirror.begin(new DataFolder(followers), server.address(), "other.example/log+00+AA"))
                .hasMessageContaining("mirrors the log");
    }
}
