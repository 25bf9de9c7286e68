package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.gongbao.publication.Publisher.Outcome;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Validity;
import org.junit.jupiter.api.Test;

/** What the log promises on every database. */
abstract class LogContract extends StoreContract {

    @Test
    void eightThreadsLeaveNoGapAndLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Uid>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i + 1;
            work.add(() -> store.publish(Papers.citing(
                    Papers.notice(number), new Citation(null, "云政办字〔2023〕" + (number % 200 + 1) + "号", "依据", "根据"))));
        }
        Set<Uid> uids = new TreeSet<>();
        try {
            for (Future<Uid> done : threads.invokeAll(work)) {
                uids.add(done.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(store.log.eventsAfter(0, 1000))
                .extracting(LogEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(store.documents.all().map(PublishedDocument::uid)).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(store.documents.all())
                .allSatisfy(document -> assertThat(document.relations())
                        .hasSize(2)
                        .allSatisfy(relation -> assertThat(relation.other()).isNotNull()));
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void twoThreadsThatPublishOneDocumentMakeOneVersionEachOrNone() throws Exception {
        Uid uid = Uid.mint();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Outcome>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            DocumentRecord record = Papers.notice(i % 3);
            work.add(() -> store.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.RELEASED));
        }
        long published = 0;
        try {
            for (Future<Outcome> done : threads.invokeAll(work)) {
                published += done.get() instanceof Outcome.Published ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }

        assertThat(store.log.size()).isEqualTo(published);
        assertThat(store.document(uid).version()).isEqualTo((int) published);
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void everyEventHasAProofThatLeadsToTheSignedRoot() {
        for (int i = 1; i <= 11; i++) {
            store.publish(Papers.notice(i));
        }
        Checkpoint first = store.log.checkpoint();
        store.publish(Papers.notice(12));

        Checkpoint second = store.log.checkpoint();

        assertThat(Checkpoint.verify(second.note(), store.log.verifier()).size())
                .isEqualTo(12);
        for (long seq = 1; seq <= 12; seq++) {
            assertThat(store.log.inclusionProof(seq).orElseThrow().holds()).isTrue();
        }
        assertThat(LogVerifier.continues(first.root(), 11, second.root(), 12, store.log.consistencyProof(11, 12)))
                .isTrue();
        assertThat(store.log.inclusionProof(13)).isEmpty();
        assertThat(store.log.inclusionProof(Uid.mint())).isEmpty();
    }

    @Test
    void tilesAndEntriesEndWhereTheLogEnds() {
        for (int i = 1; i <= 3; i++) {
            store.publish(Papers.notice(i));
        }

        assertThat(store.log.tile(0, 0, 3).orElseThrow()).hasSize(96);
        assertThat(store.log.tile(0, 0, 4)).isEmpty();
        assertThat(store.log.tile(1, 0, 1)).isEmpty();
        assertThat(store.log.entries(0, 3)).isPresent();
        assertThat(store.log.entries(0, 256)).isEmpty();
        assertThat(store.log.entries(-1, 3)).isEmpty();
        assertThat(store.log.tile(63, 0, 1)).isEmpty();
    }

    @Test
    void aLogThatDoesNotContinueWhatWasSignedIsNeverSigned() {
        store.publish(Papers.notice(1));
        store.log.checkpoint();
        store.database.write(sql ->
                sql.sql("update log_node set hash = ?").param("00".repeat(32)).update());
        reopen();

        assertThatThrownBy(() -> store.log.checkpoint()).hasMessageContaining("does not continue the checkpoint");
        assertThat(store.audit.run())
                .anyMatch(difference -> difference.contains("root of 1 leaves differs"))
                .anyMatch(difference -> difference.contains("does not continue"));
    }

    @Test
    void validityIsToldAsItWasKnownAtAPosition() {
        Uid old = store.publish(Papers.notice(1, "云州市停车管理办法"));
        store.publish(Papers.citing(Papers.notice(2), new Citation("云州市停车管理办法", null, "废止", "《云州市停车管理办法》同时废止")));

        assertThat(store.validities.on(old, TestStore.DAY, 1).orElseThrow().status())
                .isEqualTo(Validity.UNKNOWN);
        assertThat(store.validities.on(old, TestStore.DAY, 2).orElseThrow().status())
                .isEqualTo(Validity.REPEALED);
        assertThat(store.validities.on(old, TestStore.DAY).orElseThrow().status())
                .isEqualTo(Validity.REPEALED);
        assertThat(store.validities.on(old, TestStore.DAY, 0)).isEmpty();
    }
}
