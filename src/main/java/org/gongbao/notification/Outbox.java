package org.gongbao.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.notification.Channel.Answer;
import org.gongbao.notification.Delivery.State;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.ReleaseStep;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be told (待发通知): written in the transaction that appends the event, sent later on a thread of its own, again
 * and again with growing pauses until it is taken or given up. A notice is made when it is sent, from what is public then.
 *
 * <p>Told are releases, corrections, withdrawals and erasures; a revision, which changes how a document is described
 * and not the document, is not. With no channel set nothing is ever written. Of a document that is for its own page only, no
 * machine is told that it is public, and people get its name and address.
 */
public final class Outbox implements ReleaseStep {

    private static final Set<LogEvent.Type> TOLD = EnumSet.complementOf(EnumSet.of(LogEvent.Type.REVISED));
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH = 100;

    /** How long receipts are kept. */
    static final Duration KEPT = Duration.ofDays(180);

    private final Database database;
    private final PublishedDocuments documents;
    private final List<Channel> channels;
    private final NotificationSettings settings;
    private final String base;
    private final Clock clock;

    /** @param base of permanent addresses */
    Outbox(
            Database database,
            PublishedDocuments documents,
            List<Channel> channels,
            NotificationSettings settings,
            String base,
            Clock clock) {
        this.database = database;
        this.documents = documents;
        this.channels = List.copyOf(channels);
        this.settings = settings;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public void within(JdbcClient sql, LogEvent event) {
        DeliveryRows rows = new DeliveryRows(sql);
        if (!event.event().leavesPublic()) {
            rows.drop(event.uid(), now());
        }
        if (TOLD.contains(event.event())) {
            for (Channel channel : channels) {
                channel.targets().forEach(target -> rows.insert(event, channel.name(), target, now()));
            }
        }
    }

    /** Sends what is due; how many were tried. */
    int deliverDue() {
        int tried = 0;
        for (; tried < BATCH; tried++) {
            Instant now = now();
            Optional<Delivery> next = database.write(sql -> new DeliveryRows(sql).claim(now, now.plus(LEASE)));
            if (next.isEmpty()) {
                break;
            }
            deliver(next.get());
        }
        return tried;
    }

    private void deliver(Delivery delivery) {
        PublicState state = documents.find(delivery.uid()).orElse(null);
        Notice notice = Notice.of(delivery, state, base);
        Optional<Channel> channel = channels.stream()
                .filter(each ->
                        each.name().equals(delivery.channel()) && each.targets().contains(delivery.target()))
                .findFirst();
        if (notice == null || channel.isEmpty()) {
            finish(delivery, State.DROPPED, notice == null ? "overtaken" : "no-target");
            return;
        }
        if (channel.get().carriesOn() && isForItsPageOnly(state)) {
            finish(delivery, State.DROPPED, "terms");
            return;
        }
        Answer answer = channel.get().send(delivery.id(), delivery.target(), notice);
        State after = answer.isDelivered()
                ? State.DELIVERED
                : delivery.attempts() >= settings.tries() ? State.FAILED : State.PENDING;
        finish(delivery, after, answer.code());
    }

    private static boolean isForItsPageOnly(@Nullable PublicState state) {
        return state instanceof PublicState.Public open
                && !open.document().terms().mayBeIndexed();
    }

    private void finish(Delivery delivery, State state, String answer) {
        Instant now = now();
        database.write(sql -> {
            new DeliveryRows(sql).finish(delivery, state, answer, now, now.plus(settings.pause(delivery.attempts())));
            return delivery;
        });
    }

    /** Receipts, the newest first. */
    public List<Delivery> receipts(int count) {
        return new DeliveryRows(database.read()).list(count);
    }

    /** Deletes receipts that are kept no longer. */
    void tidy() {
        database.write(sql -> {
            new DeliveryRows(sql).deleteBefore(now().minus(KEPT));
            return sql;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
