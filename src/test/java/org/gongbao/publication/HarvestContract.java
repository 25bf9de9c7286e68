package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.Harvest.Asked;
import org.gongbao.publication.Harvest.Item;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.junit.jupiter.api.Test;

/** What harvesters are told, read from the register of each database. */
abstract class HarvestContract extends StoreContract {

    private Uid publish(DocumentRecord record, Terms terms) throws IOException {
        Uid uid = Uid.mint();
        publish(uid, record, terms, LogEvent.Type.RELEASED);
        return uid;
    }

    private void publish(Uid uid, DocumentRecord record, Terms terms, LogEvent.Type type) throws IOException {
        store.clock.move(Duration.ofSeconds(10));
        store.publisher.publish(uid, record, terms.in(Papers.content(record), folder), type);
    }

    private static List<Uid> uids(List<Item> items) {
        return items.stream().map(item -> item.place().uid()).toList();
    }

    @Test
    void whatIsOpenDataIsToldOfAndForEverThatItIsSoNoMore() throws IOException {
        Harvest harvest = new RegisterHarvest(store.database);
        Uid open = publish(Papers.notice(1), Terms.OPEN);
        Uid described = publish(Papers.notice(2), Terms.CONDITIONAL);
        Uid narrowed = publish(Papers.notice(3), Terms.OPEN);
        Uid never = publish(Papers.notice(4), Terms.PAGE);
        publish(narrowed, Papers.notice(3, "改题"), Terms.PAGE, LogEvent.Type.CORRECTED);
        store.clock.move(Duration.ofSeconds(10));
        store.publisher.withdraw(described, "依法撤下");

        List<Item> items = harvest.after(Asked.EVERYTHING, null, 10);
        assertThat(uids(items)).containsExactly(open, narrowed, described);
        assertThat(items).extracting(Item::isGone).containsExactly(false, true, true);
        assertThat(items.get(1).kind()).isNull();
        assertThat(items.get(2).at()).isEqualTo(store.clock.instant());
        assertThat(harvest.count(Asked.EVERYTHING)).isEqualTo(3);
        assertThat(harvest.find(never)).isEmpty();
        assertThat(harvest.find(described))
                .hasValueSatisfying(item -> assertThat(item.isGone()).isTrue());
        assertThat(harvest.find(Uid.mint())).isEmpty();
    }

    @Test
    void bothMomentsBelongToWhatIsAskedForToTheSecond() throws IOException {
        Harvest harvest = new RegisterHarvest(store.database);
        assertThat(harvest.earliest()).isEmpty();
        store.clock.set(Instant.parse("2024-05-01T00:00:00.250Z"));
        Uid first = publish(Papers.notice(1), Terms.OPEN);
        Uid second = publish(Papers.notice(2), Terms.OPEN);
        Instant one = Instant.parse("2024-05-01T00:00:10Z");
        Instant two = Instant.parse("2024-05-01T00:00:20Z");

        assertThat(harvest.earliest()).contains(one);
        assertThat(harvest.after(Asked.EVERYTHING, null, 10))
                .extracting(Item::at)
                .containsExactly(one, two);
        assertThat(uids(harvest.after(new Asked(one, one, null, null, List.of()), null, 10)))
                .containsExactly(first);
        assertThat(uids(harvest.after(new Asked(two, null, null, null, List.of()), null, 10)))
                .containsExactly(second);
        assertThat(uids(harvest.after(new Asked(null, two.minusSeconds(1), null, null, List.of()), null, 10)))
                .containsExactly(first);
    }

    @Test
    void thePartsAreTheWholeAlsoWhileOneIsChanged() throws IOException {
        Harvest harvest = new RegisterHarvest(store.database);
        List<Uid> all = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            all.add(publish(Papers.notice(i), Terms.OPEN));
        }
        List<Item> seen = new ArrayList<>(harvest.after(Asked.EVERYTHING, null, 3));
        publish(all.get(0), Papers.notice(1, "改题"), Terms.OPEN, LogEvent.Type.CORRECTED);
        List<Item> part = harvest.after(Asked.EVERYTHING, seen.get(2).place(), 3);
        while (!part.isEmpty()) {
            seen.addAll(part);
            part = harvest.after(Asked.EVERYTHING, part.get(part.size() - 1).place(), 3);
        }
        assertThat(uids(seen)).containsAll(all);
        assertThat(uids(seen)).hasSize(8).endsWith(all.get(0));
    }

    @Test
    void groupsAreByKindAndAgencyAndWhatIsGoneIsInEachOfThem() throws IOException {
        Harvest harvest = new RegisterHarvest(store.database);
        Uid notice = publish(Papers.notice(1), Terms.OPEN);
        DocumentRecord reply = Papers.notice(2).toBuilder()
                .documentKind("批复")
                .issuers(List.of("云州市财政局"))
                .agencies(List.of(agency("云州市财政局", "990100-finance")))
                .build();
        Uid other = publish(reply, Terms.OPEN);
        Uid gone = publish(reply.toBuilder().documentNumber("云财字〔2023〕9号").build(), Terms.OPEN);
        store.publisher.withdraw(gone, "依法撤下");

        assertThat(uids(harvest.after(new Asked(null, null, "通知", null, List.of()), null, 10)))
                .containsExactly(notice, gone);
        assertThat(uids(harvest.after(new Asked(null, null, null, "990100-finance", List.of()), null, 10)))
                .containsExactly(other, gone);
        assertThat(harvest.count(new Asked(null, null, "批复", null, List.of()))).isEqualTo(2);
        assertThat(harvest.find(other)).hasValueSatisfying(item -> {
            assertThat(item.kind()).isEqualTo("批复");
            assertThat(item.agencies()).containsExactly("990100-finance");
        });
        assertThat(harvest.groups())
                .contains(new Harvest.Group(null, null, "批复"), new Harvest.Group("990100-finance", null, "云州市财政局"));
    }

    @Test
    void aGazetteIsAGroupOfItsIssuesAndOfWhatStandsInThemAndIsRememberedWhenTheyGo() throws IOException {
        Harvest harvest = new RegisterHarvest(store.database);
        String series = "云州市人民政府公报";
        publish(Papers.notice(1), Terms.OPEN);
        Uid printed = publish(
                Papers.notice(2).toBuilder()
                        .gazette(new GazetteIssue(series, 2023, 3, null))
                        .build(),
                Terms.OPEN);
        Asked asked = new Asked(null, null, null, null, List.of(series, "云洲市人民政府公报"));

        assertThat(uids(harvest.after(asked, null, 10))).containsExactly(printed);
        assertThat(harvest.count(asked)).isEqualTo(1);
        assertThat(harvest.find(printed))
                .hasValueSatisfying(item -> assertThat(item.gazette()).isEqualTo(series));
        assertThat(harvest.groups()).contains(new Harvest.Group(null, series, series));

        store.publisher.withdraw(printed, "依法撤下");
        assertThat(harvest.groups()).noneMatch(group -> group.gazette() != null);
        assertThat(harvest.gazettes()).containsExactly(series);
        assertThat(harvest.after(asked, null, 10)).singleElement().satisfies(item -> {
            assertThat(item.isGone()).isTrue();
            assertThat(item.gazette()).isNull();
        });
    }

    private static AgencyReference agency(String name, String id) {
        return new AgencyReference(name, id, null, null, name, List.of(), null, null, List.of(), null);
    }
}
