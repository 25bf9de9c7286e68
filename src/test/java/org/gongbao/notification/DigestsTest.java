package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.notification.SubscriptionIntake.Asked;
import org.gongbao.notification.SubscriptionIntake.Purpose;
import org.gongbao.notification.SubscriptionIntake.Result;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.FollowedEvents.Event;
import org.gongbao.publication.FollowedEvents.Type;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.gongbao.system.TestClock;
import org.gongbao.system.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What who follows something by mail can rely on, on both databases. */
class DigestsTest {

    private static final String BASE = "https://gongbao.yunzhou.example";
    private static final String READER = "reader@yunzhou.example";
    private static final Topic FLOODS = new Topic(Topic.Kind.SEARCH, "q=%E9%98%B2%E6%B1%9B");
    private static final Pattern LINK = Pattern.compile("/follow/(?:confirm|stop)/([\\w-]{43})");

    @TempDir
    Path folder;

    private final Map<Uid, PublicState> states = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final FakeMailbox mailbox = new FakeMailbox();
    /** Friday, nine in the morning in Yunzhou. */
    private final TestClock clock = new TestClock(Instant.parse("2024-03-01T01:00:00Z"));

    private long seq;
    private Database database;
    private Subscriptions subscriptions;
    private Digests digests;

    private void on(String vendor, Runnable test) {
        String url =
                vendor.equals("sqlite") ? "jdbc:sqlite:" + folder.resolve("gongbao.db") : TestPostgres.newDatabase();
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        DigestSettings settings = new DigestSettings(LocalTime.of(7, 0), 3);
        try (Database opened = Database.open(url)) {
            database = opened;
            subscriptions = new Subscriptions(opened, mailbox, () -> seq, settings, zone, clock);
            digests = new Digests(
                    opened,
                    followed,
                    new Digest.Chooser(documents, searches),
                    new LetterWords(BASE, "云州市人民政府公报编辑部", searches, documents),
                    mailbox,
                    () -> seq,
                    settings,
                    new NotificationSettings(3, Duration.ofSeconds(30), 4),
                    zone,
                    clock);
            test.run();
        }
    }

    private Result ask(Topic topic, String address, Rhythm rhythm) {
        return subscriptions.ask(new Asked(topic, address, "zh", rhythm, subscriptions.token(topic), "", "192.0.2.7"));
    }

    private void follow(Topic topic) {
        assertThat(ask(topic, READER, Rhythm.DAILY)).isEqualTo(Result.RECEIVED);
        digests.sendDue();
        assertThat(subscriptions.confirm(token(mailbox.last()))).isTrue();
        mailbox.letters.clear();
    }

    private static String token(Letter letter) {
        Matcher link = LINK.matcher(String.join("\n", letter.paragraphs()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Uid happens(Type type, Uid uid, String title) {
        return happens(type, uid, title, null);
    }

    private Uid happens(Type type, Uid uid, String title, @Nullable Uid by) {
        states.put(
                uid,
                type == Type.WITHDRAWN
                        ? new PublicState.Gone(uid, LogEvent.Type.WITHDRAWN, clock.instant(), "依法撤下")
                        : new PublicState.Public(Notices.document(uid, title)));
        events.add(new Event(++seq, clock.instant(), type, uid, by, type == Type.WITHDRAWN ? "依法撤下" : null));
        return uid;
    }

    private void nextMorning() {
        clock.move(Duration.ofDays(1));
        digests.sendDue();
    }

    private long count(String table) {
        return database.read()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void nothingButOneQuestionIsSentBeforeTheAddressHasConfirmed(String vendor) {
        on(vendor, () -> {
            ask(FLOODS, READER, Rhythm.DAILY);
            happens(Type.NEW, Uid.mint(), "关于防汛的通告");
            digests.sendDue();
            nextMorning();

            assertThat(mailbox.letters).hasSize(1);
            assertThat(mailbox.last().subject()).isEqualTo("请确认订阅：云州市人民政府公报编辑部");
            assertThat(mailbox.last().toString()).doesNotContain(READER);
            String token = token(mailbox.last());
            assertThat(database.read()
                            .sql("select sha256 from subscription_token")
                            .query(String.class)
                            .single())
                    .isEqualTo(MailTokens.digest(token))
                    .doesNotContain(token);
            assertThat(subscriptions.stop(token)).as("a token is for one thing").isFalse();

            clock.move(Subscriptions.UNCONFIRMED);
            subscriptions.tidy();
            assertThat(count("subscription")).isZero();
            assertThat(subscriptions.confirm(token)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aDigestTellsEveryKindOfEventWithItsNumberAndNoOthers(String vendor) {
        on(vendor, () -> {
            Uid old = happens(Type.NEW, Uid.mint(), "旧的防汛办法");
            follow(FLOODS);
            Uid fresh = happens(Type.NEW, Uid.mint(), "关于防汛的通告");
            happens(Type.NEW, Uid.mint(), "关于招生的通告");
            happens(Type.REVISED, fresh, "关于防汛的通告");
            happens(Type.CORRECTED, fresh, "关于防汛的通告");
            happens(Type.REPEALED, old, "旧的防汛办法", fresh);
            happens(Type.CITED, old, "旧的防汛办法", fresh);
            nextMorning();

            Letter letter = mailbox.last();
            String text = String.join("\n\n", letter.paragraphs());
            assertThat(letter.subject()).isEqualTo("“防汛”：4 项动态");
            assertThat(text)
                    .contains("新发布\n\n[2] 关于防汛的通告", "已更正\n\n[5]", "被废止\n\n[6] 旧的防汛办法", "新被引用\n\n[7]")
                    .contains("← 关于防汛的通告\n" + BASE + "/id/doc/" + fresh)
                    .contains("第 2 至 7 号事件")
                    .doesNotContain("招生", "[1]", "[4]");
            assertThat(letter.headers())
                    .containsEntry("Gongbao-Events", "2-7")
                    .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                    .containsEntry("List-Unsubscribe", "<" + BASE + "/follow/stop/" + token(letter) + ">");
            nextMorning();
            assertThat(mailbox.letters).as("nothing new, no mail").hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rangesFollowEachOtherWithoutAGapAlsoWhereNothingWasToldInBetween(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            nextMorning();
            happens(Type.NEW, Uid.mint(), "招生");
            nextMorning();
            happens(Type.NEW, Uid.mint(), "防汛二");
            nextMorning();

            assertThat(mailbox.letters)
                    .extracting(letter -> letter.headers().get("Gongbao-Events"))
                    .containsExactly("1-1", "2-3");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aCrashBetweenSendingAndNotingRepeatsTheSameRangeUnderTheSameName(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            mailbox.crashesAfterwards = true;
            assertThat(catchThrowable(this::nextMorning)).isNotNull();
            mailbox.crashesAfterwards = false;
            happens(Type.NEW, Uid.mint(), "防汛二");
            assertThat(digests.sendDue()).isZero();
            clock.move(Duration.ofMinutes(5));
            digests.sendDue();

            assertThat(mailbox.letters).hasSize(2);
            assertThat(mailbox.letters)
                    .extracting(Letter::name)
                    .containsOnly(mailbox.last().name());
            assertThat(mailbox.letters)
                    .extracting(letter -> letter.headers().get("Gongbao-Events"))
                    .containsOnly("1-1");
            assertThat(String.join("", mailbox.last().paragraphs())).doesNotContain("防汛二");

            String first = token(mailbox.letters.get(0));
            nextMorning();
            assertThat(mailbox.last().headers()).containsEntry("Gongbao-Events", "2-2");
            assertThat(subscriptions.stop(first))
                    .as("the links of all mails work")
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsRefusedIsTriedAgainWithGrowingPausesAndThenAtTheNextDate(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            mailbox.refuses = true;
            clock.set(Instant.parse("2024-03-01T23:00:00Z"));
            List<Integer> seconds = new ArrayList<>();
            for (int second = 0; second <= 600; second++) {
                if (digests.sendDue() == 1) {
                    seconds.add(second);
                }
                clock.move(Duration.ofSeconds(1));
            }
            assertThat(seconds).containsExactly(0, 30, 90, 210);
            mailbox.refuses = false;
            nextMorning();
            assertThat(new LinkedHashSet<>(
                            mailbox.letters.stream().map(Letter::name).toList()))
                    .hasSize(1);
            assertThat(mailbox.letters).hasSize(5);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsGoneIsToldToThoseWhoWereToldOfItAndWithoutItsTitle(String vendor) {
        on(vendor, () -> {
            Uid before = happens(Type.NEW, Uid.mint(), "防汛旧文");
            follow(FLOODS);
            Uid told = happens(Type.NEW, Uid.mint(), "防汛甲");
            nextMorning();
            Uid never = happens(Type.NEW, Uid.mint(), "防汛乙");
            happens(Type.WITHDRAWN, told, "");
            happens(Type.WITHDRAWN, never, "");
            happens(Type.WITHDRAWN, before, "");
            nextMorning();

            String text = String.join("\n", mailbox.last().paragraphs());
            assertThat(text)
                    .contains("[4] 依法撤下", BASE + "/id/doc/" + told)
                    .doesNotContain("防汛甲", "防汛乙", never.value(), before.value());
            assertThat(mailbox.last().subject()).isEqualTo("“防汛”：1 项动态");
            assertThat(count("subscription_told")).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aDocumentIsFollowedToItsEndAndWhatIsForItsPageOnlyIsNotCarriedOn(String vendor) {
        on(vendor, () -> {
            Uid uid = happens(Type.NEW, Uid.mint(), "关于招生的通告");
            follow(new Topic(Topic.Kind.DOCUMENT, uid.value()));
            Uid own = Uid.mint();
            happens(Type.CITED, uid, "关于招生的通告", own);
            states.put(
                    own,
                    new PublicState.Public(new PublishedDocument(
                            own,
                            1,
                            1,
                            clock.instant(),
                            clock.instant(),
                            StatedTerms.in(own, 1, Notices.record("食堂通知"), Terms.PAGE),
                            List.of())));
            nextMorning();
            assertThat(mailbox.letters).isEmpty();

            happens(Type.WITHDRAWN, uid, "");
            nextMorning();
            assertThat(String.join("", mailbox.last().paragraphs()))
                    .contains("[3] 依法撤下")
                    .doesNotContain("招生");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whoeverStopsIsForgottenAtOnce(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            nextMorning();
            String token = token(mailbox.last());
            assertThat(subscriptions.find(token, Purpose.STOP)).contains(FLOODS);

            assertThat(subscriptions.stop(token)).isTrue();
            assertThat(subscriptions.stop(token)).isFalse();
            happens(Type.NEW, Uid.mint(), "防汛二");
            nextMorning();

            assertThat(mailbox.letters).hasSize(1);
            assertThat(mailbox.forgotten).hasSize(1);
            for (String table : List.of("subscription", "subscription_token", "subscription_told")) {
                assertThat(count(table)).as(table).isZero();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aNewRhythmTakesThePlaceOfTheOldOneOnlyWhenItIsConfirmed(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            ask(FLOODS, "READER@yunzhou.example", Rhythm.WEEKLY);
            digests.sendDue();
            assertThat(count("subscription")).isEqualTo(2);
            subscriptions.confirm(token(mailbox.last()));
            assertThat(count("subscription")).isEqualTo(1);
            mailbox.letters.clear();
            happens(Type.NEW, Uid.mint(), "防汛一");
            nextMorning();
            assertThat(mailbox.letters).as("Saturday").isEmpty();
            nextMorning();
            nextMorning();
            assertThat(mailbox.letters).as("Monday").hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void nobodysMailIsFilledByOthersAndNoHeaderIsSmuggledIn(String vendor) {
        on(vendor, () -> {
            for (String address :
                    List.of("", "nobody", "a@b", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example")) {
                assertThat(ask(FLOODS, address, Rhythm.DAILY)).as(address).isEqualTo(Result.ADDRESS);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(ask(FLOODS, READER, Rhythm.DAILY)).isEqualTo(Result.RECEIVED);
            }
            assertThat(ask(FLOODS, READER, Rhythm.DAILY)).isEqualTo(Result.TOO_MANY);
            clock.move(Duration.ofMinutes(2));
            assertThat(ask(FLOODS, READER, Rhythm.DAILY)).isEqualTo(Result.RECEIVED);
            digests.sendDue();
            assertThat(mailbox.letters).hasSize(Subscriptions.MOST_QUESTIONS);
            Asked filled = new Asked(
                    FLOODS, "c@d.example", "zh", Rhythm.DAILY, subscriptions.token(FLOODS), "http://x", "192.0.2.9");
            assertThat(subscriptions.ask(filled)).isEqualTo(Result.RECEIVED);
            assertThat(subscriptions.ask(new Asked(FLOODS, "c@d.example", "zh", Rhythm.DAILY, "none", "", "192.0.2.9")))
                    .isEqualTo(Result.EXPIRED);
            assertThat(count("subscription")).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsTooMuchForOneMailComesInTheNextWithoutWaiting(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            for (int i = 0; i <= Digests.MOST_ITEMS; i++) {
                happens(Type.NEW, Uid.mint(), "防汛" + i);
            }
            nextMorning();
            digests.sendDue();
            assertThat(mailbox.letters)
                    .extracting(letter -> letter.headers().get("Gongbao-Events"))
                    .containsExactly("1-200", "201-201");
        });
    }

    private static final class FakeMailbox implements Mailbox {
        final List<Letter> letters = new ArrayList<>();
        final List<String> forgotten = new ArrayList<>();
        boolean refuses;
        boolean crashesAfterwards;

        Letter last() {
            return letters.get(letters.size() - 1);
        }

        @Override
        public Channel.Answer send(Letter letter) {
            letters.add(letter);
            if (crashesAfterwards) {
                throw new IllegalStateException("the process ends here");
            }
            return new Channel.Answer(!refuses, refuses ? "451" : "250");
        }

        @Override
        public void forget(String subscription) {
            forgotten.add(subscription);
        }
    }

    /** Finds what has 防汛 in its title. */
    private final Topic.Searches searches = new Topic.Searches() {
        @Override
        public Set<String> matching(String search, Set<String> uids) {
            return uids.stream()
                    .filter(uid -> states.get(new Uid(uid)) instanceof PublicState.Public open
                            && String.valueOf(open.document().record().title()).contains("防汛"))
                    .collect(Collectors.toSet());
        }

        @Override
        public String title(String search, Locale language) {
            return "“防汛”";
        }

        @Override
        public String path(String search) {
            return "/search?" + search;
        }
    };

    private final FollowedEvents followed = new FollowedEvents() {
        @Override
        public List<Event> between(long after, long upTo) {
            return events.stream()
                    .filter(event -> event.seq() > after && event.seq() <= upTo)
                    .toList();
        }

        @Override
        public List<Event> of(Uid uid) {
            throw new UnsupportedOperationException();
        }
    };

    private final PublishedDocuments documents = new FindableDocuments(states);
}
