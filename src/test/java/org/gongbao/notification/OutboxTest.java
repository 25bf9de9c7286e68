package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.LogEvent.Type;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.gongbao.system.TestClock;
import org.gongbao.system.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What notices promise, on both databases. */
class OutboxTest {

    private static final String BASE = "https://gongbao.yunzhou.example";

    @TempDir
    Path folder;

    private final Map<Uid, PublicState> states = new HashMap<>();
    private final FakeChannel channel = new FakeChannel();
    private final TestClock clock = new TestClock(Instant.parse("2024-03-01T01:00:00.5Z"));
    private Database database;
    private Outbox outbox;
    private long seq;

    private void on(String vendor, Consumer<Outbox> test) {
        String url =
                vendor.equals("sqlite") ? "jdbc:sqlite:" + folder.resolve("gongbao.db") : TestPostgres.newDatabase();
        try (Database opened = Database.open(url)) {
            database = opened;
            outbox = outbox(List.of(channel));
            test.accept(outbox);
        }
    }

    private Outbox outbox(List<Channel> channels) {
        return new Outbox(
                database, documents, channels, new NotificationSettings(3, Duration.ofSeconds(30), 4), BASE, clock);
    }

    private void happens(Uid uid, Type type) {
        states.put(
                uid,
                type.leavesPublic()
                        ? new PublicState.Public(Notices.document(uid, "关于防汛的通告"))
                        : new PublicState.Gone(uid, type, clock.instant(), "依法撤下"));
        database.write(sql -> {
            outbox.within(sql, new LogEvent(++seq, clock.instant(), type, uid, 1, "0".repeat(64), "0".repeat(64)));
            return uid;
        });
    }

    private List<String> receipts() {
        return outbox.receipts(100).stream()
                .map(each -> each.event().code() + " " + each.target() + " " + each.state() + " " + each.attempts()
                        + " " + each.answer())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void eachTargetIsToldOnceOfReleasesAndCorrectionsAndNotOfRevisions(String vendor) {
        on(vendor, each -> {
            channel.targets.add("b");
            Uid uid = Uid.mint();
            happens(uid, Type.RELEASED);
            happens(uid, Type.REVISED);
            happens(uid, Type.CORRECTED);

            assertThat(outbox.deliverDue()).isEqualTo(4);
            assertThat(outbox.deliverDue()).isZero();

            assertThat(channel.told)
                    .containsExactlyInAnyOrder("a released", "b released", "a corrected", "b corrected");
            assertThat(receipts()).allMatch(receipt -> receipt.endsWith("DELIVERED 1 200"));
            assertThat(outbox.receipts(1).get(0).triedAt()).isEqualTo(Instant.parse("2024-03-01T01:00:00Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsRefusedIsTriedAgainWithTheSameIdentifierAndGrowingPausesUntilItIsGivenUp(String vendor) {
        on(vendor, each -> {
            channel.answer = new Channel.Answer(false, "503");
            happens(Uid.mint(), Type.RELEASED);

            List<Integer> pauses = new ArrayList<>();
            for (int second = 0; second <= 1_000; second++) {
                if (outbox.deliverDue() == 1) {
                    pauses.add(second);
                }
                clock.move(Duration.ofSeconds(1));
            }

            assertThat(pauses).containsExactly(0, 30, 90, 210);
            assertThat(new LinkedHashSet<>(channel.ids)).hasSize(1);
            assertThat(receipts()).containsExactly("released a FAILED 4 503");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aTryThatNeverEndedIsMadeAgainAfterItsLease(String vendor) {
        on(vendor, each -> {
            happens(Uid.mint(), Type.RELEASED);
            channel.breaks = true;
            assertThat(org.assertj.core.api.Assertions.catchThrowable(outbox::deliverDue))
                    .isNotNull();
            channel.breaks = false;

            assertThat(outbox.deliverDue()).isZero();
            clock.move(Duration.ofMinutes(5));
            assertThat(outbox.deliverDue()).isEqualTo(1);

            assertThat(receipts()).containsExactly("released a DELIVERED 2 200");
            assertThat(new LinkedHashSet<>(channel.ids)).hasSize(1);
        });
    }

    private PublicState.Public onItsPageOnly(Uid uid) {
        DocumentRecord record = Notices.record("关于内部食堂的通告");
        return new PublicState.Public(new PublishedDocument(
                uid, 1, 1, clock.instant(), clock.instant(), StatedTerms.in(uid, 1, record, Terms.PAGE), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void machinesAreNotToldOfWhatIsForItsPageOnlyUntilItIsGone(String vendor) {
        on(vendor, each -> {
            channel.carriesOn = true;
            Uid uid = Uid.mint();
            happens(uid, Type.RELEASED);
            states.put(uid, onItsPageOnly(uid));
            outbox.deliverDue();

            assertThat(channel.told).isEmpty();
            assertThat(receipts()).containsExactly("released a DROPPED 1 terms");

            happens(uid, Type.WITHDRAWN);
            outbox.deliverDue();
            assertThat(channel.told).containsExactly("a withdrawn");
            assertThat(channel.notices.get(0).title()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void peopleGetTheNameAndNoTextOfWhatIsForItsPageOnly(String vendor) {
        on(vendor, each -> {
            Uid open = Uid.mint();
            Uid uid = Uid.mint();
            happens(open, Type.RELEASED);
            happens(uid, Type.RELEASED);
            states.put(uid, onItsPageOnly(uid));
            outbox.deliverDue();

            assertThat(channel.notices)
                    .extracting(notice -> notice.title() + ": " + (notice.digest() != null))
                    .containsExactlyInAnyOrder("关于防汛的通告: true", "关于内部食堂的通告: false");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void afterAWithdrawalNothingElseIsToldOfTheDocument(String vendor) {
        on(vendor, each -> {
            channel.answer = new Channel.Answer(false, "503");
            Uid uid = Uid.mint();
            happens(uid, Type.RELEASED);
            outbox.deliverDue();
            channel.answer = new Channel.Answer(true, "200");
            channel.notices.clear();
            happens(uid, Type.WITHDRAWN);
            clock.move(Duration.ofHours(1));
            outbox.deliverDue();
            happens(uid, Type.ERASED);
            outbox.deliverDue();

            assertThat(channel.notices).extracting(Notice::event).containsExactly(Type.WITHDRAWN, Type.ERASED);
            assertThat(channel.notices)
                    .allSatisfy(notice -> assertThat(notice)
                            .returns(null, Notice::title)
                            .returns(null, Notice::digest)
                            .returns("依法撤下", Notice::reason)
                            .returns(BASE + "/id/doc/" + uid, Notice::uri));
            assertThat(receipts())
                    .containsExactly(
                            "erased a DELIVERED 1 200", "released a DROPPED 1 gone", "withdrawn a DELIVERED 1 200");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aWithdrawalThatWasTakenBackIsNotTold(String vendor) {
        on(vendor, each -> {
            Uid uid = Uid.mint();
            happens(uid, Type.WITHDRAWN);
            happens(uid, Type.RELEASED);
            outbox.deliverDue();

            assertThat(channel.told).containsExactly("a released");
            assertThat(receipts()).containsExactly("released a DELIVERED 1 200", "withdrawn a DROPPED 1 overtaken");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aTargetThatIsNoLongerSetIsNotToldAndWithoutChannelsNothingIsWritten(String vendor) {
        on(vendor, each -> {
            happens(Uid.mint(), Type.RELEASED);
            channel.targets.clear();
            outbox.deliverDue();
            assertThat(receipts()).containsExactly("released a DROPPED 1 no-target");

            outbox = outbox(List.of());
            happens(Uid.mint(), Type.RELEASED);
            assertThat(receipts()).hasSize(1);

            clock.move(Outbox.KEPT.plusSeconds(1));
            outbox.tidy();
            assertThat(receipts()).isEmpty();
        });
    }

    private static final class FakeChannel implements Channel {
        final Set<String> targets = new LinkedHashSet<>(List.of("a"));
        final List<String> told = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        final List<Notice> notices = new ArrayList<>();
        Answer answer = new Answer(true, "200");
        boolean breaks;
        boolean carriesOn;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Set<String> targets() {
            return targets;
        }

        @Override
        public boolean carriesOn() {
            return carriesOn;
        }

        @Override
        public Answer send(String id, String target, Notice notice) {
            ids.add(id);
            if (breaks) {
                throw new IllegalStateException("the process ends here");
            }
            told.add(target + " " + notice.event().code());
            notices.add(notice);
            return answer;
        }
    }

    private final PublishedDocuments documents = new FindableDocuments(states);
}
