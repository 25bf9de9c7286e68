package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.CitationEdges.Edge;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

/** Citations and events as lists, read from the register of each database. */
abstract class DataListsContract extends StoreContract {

    private static final CitationEdges.Asked ALL = new CitationEdges.Asked(null, null, null, null);

    private static Citation citing(int number) {
        return new Citation(null, "云政办字〔2023〕" + number + "号", "依据", "根据云政办字〔2023〕" + number + "号");
    }

    private Uid publish(DocumentRecord record, Terms terms) throws IOException {
        Uid uid = Uid.mint();
        store.publisher.publish(uid, record, terms.in(Papers.content(record), folder), LogEvent.Type.RELEASED);
        return uid;
    }

    private static List<String> numbers(List<Edge> edges) {
        return edges.stream().map(edge -> String.valueOf(edge.documentNumber())).toList();
    }

    @Test
    void onlyCitationsOfDocumentsWhoseWholeTextIsOpenAreEdges() throws IOException {
        CitationEdges edges = new RegisterCitations(store.database);
        publish(Papers.citing(Papers.notice(1), citing(71)), Terms.OPEN);
        publish(Papers.citing(Papers.notice(2), citing(72)), Terms.CONDITIONAL);
        publish(Papers.citing(Papers.notice(3), citing(73)), Terms.SEARCH_ENGINES);
        publish(Papers.citing(Papers.notice(4), citing(74)), Terms.PAGE);

        assertThat(numbers(edges.after(ALL, null, 10))).containsExactly("云政办字〔2023〕71号");
        assertThat(edges.count(ALL)).isEqualTo(1);
        assertThat(edges.after(ALL, null, 10).get(0).cited()).isNull();
        assertThat(edges.after(ALL, null, 10).get(0).stub()).isNotNull();
    }

    @Test
    void edgesArePagedWithoutLossAndFilteredByBothEndsAndRelation() throws IOException {
        CitationEdges edges = new RegisterCitations(store.database);
        Uid cited = publish(Papers.notice(1), Terms.OPEN);
        Uid other = publish(
                Papers.citing(Papers.notice(2), citing(1), new Citation(null, "云政办字〔2023〕90号", "废止", "废止90号")),
                Terms.OPEN);
        publish(Papers.citing(Papers.notice(3), citing(1), citing(91), citing(92)), Terms.OPEN);

        List<Edge> all = new ArrayList<>();
        List<Edge> part = edges.after(ALL, null, 2);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = edges.after(ALL, part.get(part.size() - 1).place(), 2);
        }
        assertThat(all)
                .hasSize(5)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
        assertThat(edges.count(ALL)).isEqualTo(5);
        assertThat(edges.after(new CitationEdges.Asked(null, cited, null, null), null, 10))
                .hasSize(2)
                .allSatisfy(edge -> assertThat(edge.cited()).isEqualTo(cited));
        assertThat(numbers(edges.after(new CitationEdges.Asked(other, null, "废止", null), null, 10)))
                .containsExactly("云政办字〔2023〕90号");
        assertThat(edges.count(new CitationEdges.Asked(null, null, null, false)))
                .isEqualTo(3);
        assertThat(edges.count(new CitationEdges.Asked(null, null, null, true))).isEqualTo(2);
    }

    @Test
    void whatIsWithdrawnOrNarrowedHasNoEdgesAnyMoreAndTheTotalKnows() throws IOException {
        CitationEdges edges = new RegisterCitations(store.database);
        Uid first = publish(Papers.citing(Papers.notice(1), citing(71)), Terms.OPEN);
        Uid second = publish(Papers.citing(Papers.notice(2), citing(72)), Terms.OPEN);
        assertThat(edges.count(ALL)).isEqualTo(2);

        store.publisher.withdraw(first, "依法撤下");
        DocumentRecord again = Papers.citing(Papers.notice(2, "改题"), citing(72));
        store.publisher.publish(second, again, Terms.PAGE.in(Papers.content(again), folder), LogEvent.Type.CORRECTED);

        assertThat(edges.after(ALL, null, 10)).isEmpty();
        assertThat(edges.count(ALL)).isZero();
    }

    @Test
    void eventsAreFoundByKindDocumentAndMomentInBothOrders() {
        PublicEvents events = new RegisterPublicEvents(store.database);
        Uid first = store.publish(Papers.notice(1));
        store.clock.move(Duration.ofHours(1));
        Uid second = store.publish(Papers.notice(2));
        store.clock.move(Duration.ofMillis(1_250));
        store.publisher.withdraw(first, "依法撤下");
        Instant then = store.clock.instant();

        assertThat(seqs(events, PublicEvents.Asked.EVERYTHING)).containsExactly(1L, 2L, 3L);
        assertThat(seqs(events, new PublicEvents.Asked(null, null, null, null, true)))
                .containsExactly(3L, 2L, 1L);
        assertThat(seqs(events, new PublicEvents.Asked(null, first, null, null, false)))
                .containsExactly(1L, 3L);
        assertThat(seqs(events, new PublicEvents.Asked(LogEvent.Type.RELEASED, null, null, null, false)))
                .containsExactly(1L, 2L);
        assertThat(seqs(events, new PublicEvents.Asked(null, null, then, null, false)))
                .containsExactly(3L);
        assertThat(seqs(events, new PublicEvents.Asked(null, null, null, then.minusSeconds(1), false)))
                .containsExactly(1L, 2L);
        assertThat(events.count(new PublicEvents.Asked(null, second, null, null, false)))
                .isEqualTo(1);
        PublicEvents.Event last =
                events.after(PublicEvents.Asked.EVERYTHING, 2L, 10).get(0);
        assertThat(last.reason()).isEqualTo("依法撤下");
        assertThat(events.after(new PublicEvents.Asked(null, null, null, null, true), 3L, 1))
                .extracting(event -> event.event().seq())
                .containsExactly(2L);
        assertThat(events.position()).isEqualTo(3);
    }

    private static List<Long> seqs(PublicEvents events, PublicEvents.Asked asked) {
        List<Long> seqs = events.after(asked, null, 10).stream()
                .map(event -> event.event().seq())
                .toList();
        assertThat(events.count(asked)).isEqualTo(seqs.size());
        return seqs;
    }
}
