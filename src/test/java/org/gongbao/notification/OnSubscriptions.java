package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.notification.SubscriptionIntake.Asked;
import org.gongbao.notification.SubscriptionIntake.Result;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.FollowedEvents.Event;
import org.gongbao.publication.FollowedEvents.Type;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.gongbao.system.TestClock;
import org.gongbao.system.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions with their digests, a mailbox that takes what tests say, and a log of events, on both databases. */
abstract class OnSubscriptions {

    static final String BASE = "https://gongbao.yunzhou.example";

    static final String READER = "reader@yunzhou.example";

    static final Topic FLOODS = new Topic(Topic.Kind.SEARCH, "q=%E9%98%B2%E6%B1%9B");

    static final Pattern LINK = Pattern.compile("/follow/(?:confirm|stop)/([\\w-]{43})");

    @TempDir
    Path folder;

    final Map<Uid, PublicState> states = new HashMap<>();

    final List<Event> events = new ArrayList<>();

    final FakeMailbox mailbox = new FakeMailbox();

    /** Friday, nine in the morning in Yunzhou. */
    final TestClock clock = new TestClock(Instant.parse("2024-03-01T01:00:00Z"));

    long seq;

    Database database;

    Subscriptions subscriptions;

    Digests digests;

    void on(String vendor, Runnable test) {
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

    Result ask(Topic topic, String address, Rhythm rhythm) {
        return subscriptions.ask(new Asked(topic, address, "zh", rhythm, subscriptions.token(topic), "", "192.0.2.7"));
    }

    void follow(Topic topic) {
        assertThat(ask(topic, READER, Rhythm.DAILY)).isEqualTo(Result.RECEIVED);
        digests.sendDue();
        assertThat(subscriptions.confirm(token(mailbox.last()))).isTrue();
        mailbox.letters.clear();
    }

    static String token(Letter letter) {
        Matcher link = LINK.matcher(String.join("\n", letter.paragraphs()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    Uid happens(Type type, Uid uid, String title) {
        return happens(type, uid, title, null);
    }

    Uid happens(Type type, Uid uid, String title, @Nullable Uid by) {
        states.put(
                uid,
                type == Type.WITHDRAWN
                        ? new PublicState.Gone(uid, LogEvent.Type.WITHDRAWN, clock.instant(), "依法撤下")
                        : new PublicState.Public(Notices.document(uid, title)));
        events.add(new Event(++seq, clock.instant(), type, uid, by, type == Type.WITHDRAWN ? "依法撤下" : null));
        return uid;
    }

    void nextMorning() {
        clock.move(Duration.ofDays(1));
        digests.sendDue();
    }

    long count(String table) {
        return database.read()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    static final class FakeMailbox implements Mailbox {
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
    final Topic.Searches searches = new Topic.Searches() {
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

    final FollowedEvents followed = new FollowedEvents() {
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

    final PublishedDocuments documents = new FindableDocuments(states);
}
