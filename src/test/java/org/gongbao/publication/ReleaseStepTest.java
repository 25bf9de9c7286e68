package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseStepTest extends OnAStore {

    private final List<LogEvent> seen = new ArrayList<>();

    @BeforeEach
    void addStep() {
        store.database.write(
                sql -> sql.sql("create table desk (uid text, event text)").update());
        store.steps.add((sql, event) -> {
            seen.add(event);
            sql.sql("insert into desk (uid, event) values (?, ?)")
                    .params(event.uid().value(), event.event().code())
                    .update();
        });
    }

    private List<String> desk() {
        return store.database
                .read()
                .sql("select uid || ' ' || event from desk")
                .query(String.class)
                .list();
    }

    @Test
    void everyReleaseAndWithdrawalIsToldInItsTransactionWithTheEventOfTheLog() {
        Uid uid = store.publish(Papers.notice(1));
        store.publisher.publish(uid, Papers.notice(2), Papers.content(Papers.notice(2)), LogEvent.Type.REVISED);
        store.publisher.publish(uid, Papers.notice(2), Papers.content(Papers.notice(2)), LogEvent.Type.REVISED);
        store.publisher.withdraw(uid, "依法撤下");

        assertThat(seen).isEqualTo(store.log.events(uid));
        assertThat(desk()).containsExactly(uid + " released", uid + " revised", uid + " withdrawn");
    }

    @Test
    void aScheduledReleaseIsToldAtItsMoment() {
        Uid uid = Uid.mint();
        DocumentRecord record = Papers.notice(1);
        store.scheduled.schedule(
                uid,
                record,
                Papers.content(record),
                LogEvent.Type.RELEASED,
                store.clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(seen).isEmpty();
        store.clock.move(Duration.ofMinutes(1));
        store.scheduled.releaseDue();

        assertThat(desk()).containsExactly(uid + " released");
    }

    @Test
    void whatAStepThrowsTakesTheEventAndTheOtherStepsBack() {
        store.steps.add((sql, event) -> {
            throw new IllegalStateException("the desk says no");
        });

        assertThatThrownBy(() -> store.publish(Papers.notice(1))).hasMessageContaining("the desk says no");

        assertThat(store.log.size()).isZero();
        assertThat(store.documents.count()).isZero();
        assertThat(desk()).isEmpty();
        store.steps.remove(1);
        store.publish(Papers.notice(1));
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void restoringTheRegisterFromTheArchiveTellsNobody() {
        store.publish(Papers.notice(1));
        seen.clear();

        store.rebuild.rebuild();

        assertThat(seen).isEmpty();
        assertThat(store.documents.count()).isEqualTo(1);
    }
}
