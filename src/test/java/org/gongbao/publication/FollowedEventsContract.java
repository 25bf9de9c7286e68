package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.publication.FollowedEvents.Event;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

/** What followers are told of, read from the register of each database. */
abstract class FollowedEventsContract extends StoreContract {

    private List<String> told(List<Event> events) {
        return events.stream()
                .map(event -> event.seq() + " " + event.type().code())
                .toList();
    }

    @Test
    void aDocumentIsToldOfAsNewCorrectedCitedRepealedAndWithdrawn() {
        FollowedEvents events = new RegisterEvents(store.database);
        Uid old = store.publish(Papers.notice(1, "旧办法"));
        DocumentRecord citing =
                Papers.citing(Papers.notice(2), new Citation(null, "云政办字〔2023〕1号", "依据", "根据云政办字〔2023〕1号"));
        Uid second = store.publish(citing);
        store.publisher.publish(
                second,
                Papers.citing(Papers.notice(2, "改题"), citing.citations().get(0)),
                Papers.content(
                        Papers.citing(Papers.notice(2, "改题"), citing.citations().get(0))),
                LogEvent.Type.CORRECTED);
        Uid third = store.publish(Papers.citing(
                Papers.notice(3),
                new Citation("旧办法", null, "依据", "《旧办法》"),
                new Citation(null, "云政办字〔2023〕1号", "废止", "《旧办法》同时废止")));
        store.publish(Papers.citing(Papers.notice(4), new Citation(null, "云政办字〔2023〕1号", "废止", "《旧办法》第三条同时废止")));
        store.publisher.withdraw(old, "依法撤下");

        assertThat(told(events.of(old))).containsExactly("1 new", "2 cited", "4 repealed", "5 cited", "6 withdrawn");
        assertThat(events.of(old).get(2).by()).isEqualTo(third);
        assertThat(events.of(old).get(4).reason()).isEqualTo("依法撤下");
        assertThat(told(events.of(second))).containsExactly("2 new", "3 corrected");
        assertThat(told(events.between(2, 4))).containsExactly("3 corrected", "4 new", "4 repealed");
        assertThat(events.of(Uid.mint())).isEmpty();
        assertThat(events.of(old).get(2).name()).isEqualTo(old + ":4:repealed:" + third);
    }
}
