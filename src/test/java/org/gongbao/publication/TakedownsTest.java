package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakedownsTest extends OnAStore {

    private static final Person FIRST = new Person("p1", "甲", null, Set.of(Role.CHIEF_EDITOR));
    private static final Person SECOND = new Person("p2", "乙", null, Set.of(Role.CHIEF_EDITOR, Role.EDITOR));
    private static final Person EDITOR = new Person("p3", "丙", null, Set.of(Role.EDITOR));

    private Uid uid;

    @BeforeEach
    void publish() {
        uid = store.publish(Papers.notice(1));
    }

    @Test
    void oneChiefEditorTakesADocumentDownAtOnceAndASecondOneConfirms() {
        Takedown taken = store.takedowns.takeDown(uid, FIRST, "涉及个人信息，紧急撤下");

        assertThat(store.documents.find(uid))
                .contains(new PublicState.Gone(uid, LogEvent.Type.WITHDRAWN, store.clock.instant(), "涉及个人信息，紧急撤下"));
        assertThat(store.takedowns.open()).containsExactly(taken);
        assertThat(taken.seq()).isEqualTo(2);
        store.clock.move(Duration.ofHours(3));

        Takedown confirmed = store.takedowns.confirm(uid, SECOND);

        assertThat(confirmed.confirmedBy()).isEqualTo("p2");
        assertThat(confirmed.confirmedAt()).isEqualTo(store.clock.instant());
        assertThat(store.takedowns.open()).isEmpty();
        assertThat(store.trailed).containsExactly("p1 document.takedown", "p2 document.takedown.confirm");
    }

    @Test
    void onlyAnotherChiefEditorConfirmsAndOnlyOnce() {
        assertThatThrownBy(() -> store.takedowns.takeDown(uid, EDITOR, "紧急撤下"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.documents.count()).isEqualTo(1);
        store.takedowns.takeDown(uid, FIRST, "紧急撤下");

        assertThatThrownBy(() -> store.takedowns.confirm(uid, FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.takedowns.confirm(uid, EDITOR)).isInstanceOf(IllegalArgumentException.class);
        store.takedowns.confirm(uid, SECOND);
        assertThatThrownBy(() -> store.takedowns.confirm(uid, SECOND)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.takedowns.reverse(uid, SECOND)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatNobodyConfirmsWithinAWorkingDayIsOverdueAndStaysDown() {
        store.takedowns.takeDown(uid, FIRST, "紧急撤下");
        assertThat(store.clock.instant()).as("a Friday").isEqualTo(Instant.parse("2024-03-01T01:00:00Z"));

        store.clock.move(Duration.ofDays(3));
        assertThat(store.takedowns.overdue()).isEmpty();
        store.clock.move(Duration.ofSeconds(1));

        assertThat(store.takedowns.overdue()).extracting(Takedown::uid).containsExactly(uid);
        assertThat(store.documents.find(uid).orElseThrow()).isInstanceOf(PublicState.Gone.class);
        assertThat(store.takedowns.confirm(uid, SECOND).isOpen()).isFalse();
    }

    @Test
    void aMistakeIsReversedAndTheDocumentIsAsItWas() {
        store.takedowns.takeDown(uid, FIRST, "紧急撤下");

        Publisher.Outcome outcome = store.takedowns.reverse(uid, SECOND);

        assertThat(outcome).isInstanceOf(Publisher.Outcome.Published.class);
        assertThat(store.document(uid).record()).isEqualTo(Papers.notice(1));
        assertThat(store.document(uid).version()).isEqualTo(2);
        assertThat(store.takedowns.of(uid)).singleElement().satisfies(takedown -> {
            assertThat(takedown.reversedBy()).isEqualTo("p2");
            assertThat(takedown.isOpen()).isFalse();
        });
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void whatTheTrailRefusesIsNotTakenDown() {
        store.refusesTrail = true;

        assertThatThrownBy(() -> store.takedowns.takeDown(uid, FIRST, "紧急撤下")).hasMessageContaining("trail");

        assertThat(store.documents.count()).isEqualTo(1);
        assertThat(store.takedowns.of(uid)).isEmpty();
    }
}
