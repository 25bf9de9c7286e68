package org.gongbao.notification;

import java.time.Clock;
import org.gongbao.access.Throttle;
import org.gongbao.notification.ReaderReport.Place;
import org.gongbao.publication.Uid;
import org.gongbao.system.ClientNetwork;
import org.jspecify.annotations.Nullable;

/** Lets through what a person may have typed, and not too much of it. Where something came from is forgotten at once. */
final class GuardedIntake implements ReportIntake {

    private static final String EVERYBODY = "everybody";

    private final ReaderReports reports;
    private final FormTokens tokens;
    private final Throttle addresses;
    private final Throttle everybody;

    /** @param aMinute reports from one address; of all together twenty times as many */
    GuardedIntake(ReaderReports reports, int aMinute, Clock clock) {
        this.reports = reports;
        this.tokens = new FormTokens(clock);
        this.addresses = new Throttle(aMinute, clock);
        this.everybody = new Throttle(aMinute * 20, clock);
    }

    @Override
    public String token(Uid uid) {
        return tokens.issue(uid.value());
    }

    @Override
    public String number(String token) {
        return Receipts.number(token);
    }

    @Override
    public Result receive(Entry entry) {
        if (!entry.trap().isEmpty()) {
            // Whoever fills in what nobody sees learns nothing.
            return Result.RECEIVED;
        }
        if (!tokens.isValid(entry.uid().value(), entry.token())) {
            return Result.EXPIRED;
        }
        String text = entry.text().replace("\r\n", "\n").replace('\r', '\n').strip();
        String contact = entry.contact().strip();
        if (text.isEmpty()) {
            return Result.EMPTY;
        }
        if (length(text) > MOST_TEXT || length(contact) > MOST_CONTACT) {
            return Result.TOO_LONG;
        }
        if (!addresses.take(ClientNetwork.of(entry.address())) || !everybody.take(EVERYBODY)) {
            return Result.TOO_MANY;
        }
        reports.receive(
                entry.uid(),
                entry.version(),
                storable(entry.place()),
                entry.token(),
                storable(text),
                storable(contact));
        return Result.RECEIVED;
    }

    private static @Nullable Place storable(@Nullable Place place) {
        return place == null ? null : new Place(place.code(), storable(place.quote()));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** No database keeps a zero, and PostgreSQL no half of a pair. */
    private static String storable(String text) {
        return text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
