package org.gongbao.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gongbao.notification.SubscriptionIntake.Purpose;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.FollowedEvents.Event;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due to who follows something: the question whether to confirm, and digests. The range of a digest is noted before
 * it goes out and stays until it is taken, so that who is told twice gets the same range under the same Message-ID; ranges of a
 * subscription follow each other without a gap.
 */
final class Digests {

    /** Events of one mail, more follow in the next. */
    static final int MOST_ITEMS = 200;

    private static final int BATCH = 100;
    private static final int LOOKED_AT = 1_000;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Database database;
    private final FollowedEvents events;
    private final Digest.Chooser chooser;
    private final LetterWords words;
    private final Mailbox mailbox;
    private final LongSupplier position;
    private final DigestSettings settings;
    private final NotificationSettings tries;
    private final ZoneId zone;
    private final Clock clock;

    /** @param position up to which everything is published and can be searched for */
    Digests(
            Database database,
            FollowedEvents events,
            Digest.Chooser chooser,
            LetterWords words,
            Mailbox mailbox,
            LongSupplier position,
            DigestSettings settings,
            NotificationSettings tries,
            ZoneId zone,
            Clock clock) {
        this.database = database;
        this.events = events;
        this.chooser = chooser;
        this.words = words;
        this.mailbox = mailbox;
        this.position = position;
        this.settings = settings;
        this.tries = tries;
        this.zone = zone;
        this.clock = clock;
    }

    /** Sends what is due; how many subscriptions were looked at. */
    int sendDue() {
        List<Subscription> due = new SubscriptionRows(database.read()).due(now(), BATCH);
        for (Subscription subscription : due) {
            if (subscription.isConfirmed()) {
                digest(subscription);
            } else {
                question(subscription);
            }
        }
        return due.size();
    }

    private void question(Subscription asked) {
        String token = begin(asked, Purpose.CONFIRM, null);
        if (token == null) {
            return;
        }
        boolean isSent = mailbox.send(words.question(asked, token)).isDelivered();
        int attempts = asked.attempts() + 1;
        write(rows -> rows.due(
                asked.id(), isSent || attempts >= tries.tries() ? null : now().plus(tries.pause(attempts)), attempts));
    }

    private void digest(Subscription subscription) {
        long end = end(subscription);
        Digest digest = digest(subscription, end);
        Instant next = subscription.rhythm().next(now(), settings.at(), zone);
        boolean isLast = end >= position.getAsLong();
        if (digest.items().isEmpty()) {
            write(rows -> rows.checked(subscription.id(), end, isLast ? next : now()));
            return;
        }
        String token = begin(subscription, Purpose.STOP, end);
        if (token == null) {
            return;
        }
        if (mailbox.send(words.digest(subscription, digest, token)).isDelivered()) {
            write(rows -> rows.told(subscription.id(), end, isLast ? next : now(), digest.told(), digest.gone()));
            if (new SubscriptionRows(database.read()).find(subscription.id()).isEmpty()) {
                mailbox.forget(subscription.id());
            }
            return;
        }
        int attempts = subscription.attempts() + 1;
        boolean isGivenUp = attempts >= tries.tries();
        write(rows -> rows.due(
                subscription.id(), isGivenUp ? next : now().plus(tries.pause(attempts)), isGivenUp ? 0 : attempts));
    }

    /** Where the digest that is being sent ends, or where the next one will: before there is too much for one mail. */
    private long end(Subscription subscription) {
        Long sending = subscription.sendingSeq();
        if (sending != null) {
            return sending;
        }
        long start = subscription.checkedSeq();
        long end = Math.max(start, Math.min(position.getAsLong(), start + LOOKED_AT));
        List<Digest.Item> items = digest(subscription, end).items();
        return items.size() <= MOST_ITEMS
                ? end
                : items.get(MOST_ITEMS - 1).event().seq();
    }

    private Digest digest(Subscription subscription, long end) {
        List<Event> happened = events.between(subscription.checkedSeq(), end);
        return new Digest(
                subscription.toldSeq() + 1,
                end,
                chooser.choose(subscription, happened, new SubscriptionRows(database.read())));
    }

    /** Notes what is about to be sent, and a token for it; null where it was stopped meanwhile. */
    private @Nullable String begin(Subscription subscription, Purpose purpose, @Nullable Long end) {
        String token = MailTokens.mint();
        boolean isThere = database.write(sql -> {
            SubscriptionRows rows = new SubscriptionRows(sql);
            boolean begun = rows.begin(subscription.id(), now().plus(LEASE), end);
            if (begun) {
                rows.insertToken(subscription.id(), MailTokens.digest(token), purpose);
            }
            return begun;
        });
        return isThere ? token : null;
    }

    /** A subscription that was stopped meanwhile is not there to be written to. */
    private void write(Consumer<SubscriptionRows> change) {
        database.write(sql -> {
            change.accept(new SubscriptionRows(sql));
            return sql;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
