package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

class RegisterViewsTest extends OnAStore {

    private long nanos;

    @Test
    void aViewHoldsUntilAnEventChangesIt() {
        RegisterViews views = views();
        Uid old = store.publish(NumberAddressContract.certain(1));
        RegisterViews.View alone = views.of(row(old));
        assertThat(alone.relations()).isEmpty();
        store.publish(Papers.notice(2));
        assertThat(views.of(row(old))).isSameAs(alone);

        Uid citing = publishCiting(3);
        assertThat(views.of(row(old)).relations()).extracting(Relation::other).containsExactly(citing);

        DocumentRecord other = NumberAddressContract.certain(1);
        store.publish(other.toBuilder().title("关于另一项工作的通知").build());
        assertThat(alone.number()).isNotNull();
        assertThat(views.of(row(old)).number()).as("no longer its own alone").isNull();
    }

    @Test
    void aRegisterThatWasFilledAnewIsReadAfterSomeMinutes() {
        RegisterViews views = views();
        Uid old = store.publish(Papers.notice(1));
        publishCiting(2);
        RegisterViews.View before = views.of(row(old));
        store.database.write(
                sql -> sql.sql("update citation_link set until = since").update());

        nanos += Duration.ofMinutes(9).toNanos();
        assertThat(views.of(row(old))).isSameAs(before);
        nanos += Duration.ofMinutes(1).toNanos();
        assertThat(views.of(row(old)).relations()).isEmpty();
    }

    @Test
    void whatWasNotReadForLongestIsForgottenFirst() {
        RegisterViews views = new RegisterViews(store.database, () -> nanos, 3);
        List<Register.Row> rows = new ArrayList<>();
        List<RegisterViews.View> read = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            rows.add(row(store.publish(Papers.notice(i))));
            read.add(views.of(rows.get(i - 1)));
        }
        assertThat(views.of(rows.get(3))).isSameAs(read.get(3));
        assertThat(views.of(rows.get(1))).isSameAs(read.get(1));
        assertThat(views.of(rows.get(0))).isNotSameAs(read.get(0)).isEqualTo(read.get(0));
    }

    private RegisterViews views() {
        return new RegisterViews(store.database, () -> nanos);
    }

    private Register.Row row(Uid uid) {
        return new Register(store.database.read()).find(uid).orElseThrow();
    }

    private Uid publishCiting(int number) {
        Citation cited = new Citation(null, "云政办字〔2023〕1号", "依据", "根据云政办字〔2023〕1号");
        return store.publish(Papers.citing(Papers.notice(number), cited));
    }
}
