package org.gongbao.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gongbao.access.Throttle;
import org.gongbao.publication.Uid;
import org.gongbao.system.ClientNetwork;
import org.gongbao.system.Database;

/**
 * Who follows what by mail. Nothing is sent before the address itself has confirmed, and whoever stops is forgotten at once: the
 * address is in one row, and nowhere else.
 */
final class Subscriptions implements SubscriptionIntake {

    /** How long an address may think about it. */
    static final Duration UNCONFIRMED = Duration.ofDays(2);

    /** Questions that an address gets in that time without having answered one: nobody's mail is filled by others. */
    static final int MOST_QUESTIONS = 3;

    private static final String EVERYBODY = "everybody";

    private final Database database;
    private final Mailbox mailbox;
    private final LongSupplier position;
    private final DigestSettings settings;
    private final ZoneId zone;
    private final Clock clock;
    private final FormTokens forms;
    private final Throttle senders;
    private final Throttle everybody;

    /** @param position up to which everything is published and can be searched for */
    Subscriptions(
            Database database,
            Mailbox mailbox,
            LongSupplier position,
            DigestSettings settings,
            ZoneId zone,
            Clock clock) {
        this.database = database;
        this.mailbox = mailbox;
        this.position = position;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
        this.forms = new FormTokens(clock);
        this.senders = new Throttle(settings.forms(), clock);
        this.everybody = new Throttle(settings.forms() * 20, clock);
    }

    @Override
    public String token(Topic topic) {
        return forms.issue(topic.toString());
    }

    @Override
    public Result ask(Asked asked) {
        if (!asked.trap().isEmpty()) {
            return Result.RECEIVED;
        }
        if (!forms.isValid(asked.topic().toString(), asked.token())) {
            return Result.EXPIRED;
        }
        if (!isAddress(asked.address())) {
            return Result.ADDRESS;
        }
        if (!senders.take(ClientNetwork.of(asked.from())) || !everybody.take(EVERYBODY)) {
            return Result.TOO_MANY;
        }
        Instant now = now();
        database.write(sql -> {
            SubscriptionRows rows = new SubscriptionRows(sql);
            if (rows.unanswered(asked.address(), now.minus(UNCONFIRMED)) < MOST_QUESTIONS) {
                rows.insert(Uid.mint().value(), asked, now);
            }
            return rows;
        });
        return Result.RECEIVED;
    }

    /** One plain address, of a form that no header and no server reads in another way. */
    private static boolean isAddress(String address) {
        if (address.length() > MOST_ADDRESS
                || !address.matches("[\\x21-\\x7e&&[^\\s,;:<>()\\[\\]\"\\\\]]+@[\\w.-]+\\.[\\w-]+")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public Optional<Topic> find(String token, Purpose purpose) {
        return new SubscriptionRows(database.read())
                .byToken(MailTokens.digest(token), purpose)
                .map(Subscription::topic);
    }

    @Override
    public boolean confirm(String token) {
        Instant now = now();
        long from = position.getAsLong();
        return database.write(sql -> {
            SubscriptionRows rows = new SubscriptionRows(sql);
            Optional<Subscription> found = rows.byToken(MailTokens.digest(token), Purpose.CONFIRM);
            found.filter(each -> !each.isConfirmed()).ifPresent(pending -> {
                rows.confirm(pending, from, now, pending.rhythm().next(now, settings.at(), zone));
                rows.older(pending).forEach(rows::delete);
            });
            return found.isPresent();
        });
    }

    @Override
    public boolean stop(String token) {
        Optional<Subscription> found = database.write(sql -> {
            SubscriptionRows rows = new SubscriptionRows(sql);
            Optional<Subscription> stopped = rows.byToken(MailTokens.digest(token), Purpose.STOP);
            stopped.ifPresent(each -> rows.delete(each.id()));
            return stopped;
        });
        found.ifPresent(each -> mailbox.forget(each.id()));
        return found.isPresent();
    }

    /** Forgets addresses that did not confirm. */
    void tidy() {
        Instant bound = now().minus(UNCONFIRMED);
        for (String id : new SubscriptionRows(database.read()).unconfirmedBefore(bound)) {
            database.write(sql -> {
                new SubscriptionRows(sql).delete(id);
                return id;
            });
            mailbox.forget(id);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
