package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenSetsTest {

    @TempDir
    Path folder;

    @Test
    void aListIsKeptOnceWithTheVersionsOfItsPositionAndTellsWhatHappenedSince() {
        try (PublishedStore store = new PublishedStore(folder)) {
            FrozenSets sets = new StoredFrozenSets(store.database(), store.log());
            Uid same = store.publish("不变");
            Uid revised = store.publish("修订");
            store.publish(revised, PublishedStore.notice(2, "修订又一版"), Terms.OPEN, LogEvent.Type.REVISED);
            Uid gone = store.publish("撤回");
            Uid before = store.publish("早已撤回");
            store.withdraw(before);
            long position = sets.position();
            Uid later = store.publish("后来");

            FrozenSet kept = sets.keep("q=x", position, List.of(revised, same, gone, before, later));

            assertThat(kept.members())
                    .containsExactlyInAnyOrder(
                            new FrozenSet.Member(same, 1),
                            new FrozenSet.Member(revised, 2),
                            new FrozenSet.Member(gone, 1))
                    .isSortedAccordingTo(java.util.Comparator.comparing(FrozenSet.Member::uid));
            assertThat(kept.sha256()).isEqualTo(Digest.of(new String(kept.canonical(), StandardCharsets.UTF_8)));
            assertThat(sets.keep("q=x", position, List.of(gone, same, revised))).isEqualTo(kept);
            assertThat(sets.find(kept.id())).contains(kept);
            assertThat(sets.find("0123456789abcdef")).isEmpty();
            assertThat(sets.since(kept)).isEmpty();

            store.withdraw(gone);
            store.publish(revised, PublishedStore.notice(2, "第三版"), Terms.OPEN, LogEvent.Type.CORRECTED);
            assertThat(sets.since(kept)).containsOnlyKeys(revised, gone);
            assertThat(sets.since(kept).get(gone)).extracting(LogEvent::event).containsExactly(LogEvent.Type.WITHDRAWN);
            assertThat(sets.find(kept.id())).contains(kept);
        }
    }

    @Test
    void anEmptyListCanBeKeptToo() {
        try (PublishedStore store = new PublishedStore(folder)) {
            FrozenSets sets = new StoredFrozenSets(store.database(), store.log());
            FrozenSet kept = sets.keep("q=nichts", 0, List.of());
            assertThat(sets.find(kept.id())).contains(kept);
        }
    }
}
