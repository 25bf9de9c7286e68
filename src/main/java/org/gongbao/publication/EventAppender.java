package org.gongbao.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends events to the log, each in one transaction with what it does to the register and with every step of others. */
final class EventAppender {

    private final Database database;
    private final Supplier<List<ReleaseStep>> steps;
    private final LogSignal signal;
    private final Clock clock;
    private final boolean isMirror;

    /** @param steps looked up for every event, since they may need the publisher themselves */
    EventAppender(
            Database database, Supplier<List<ReleaseStep>> steps, LogSignal signal, Clock clock, boolean isMirror) {
        this.isMirror = isMirror;
        this.database = database;
        this.steps = steps;
        this.signal = signal;
        this.clock = clock;
    }

    LogEvent append(Function<JdbcClient, LogEvent> change) {
        if (isMirror) {
            throw new IllegalStateException("this is a mirror: only its leader publishes, withdraws and erases");
        }
        List<ReleaseStep> all = steps.get();
        LogEvent event = database.write(sql -> {
            LogEvent appended = change.apply(sql);
            all.forEach(step -> step.within(sql, appended));
            return appended;
        });
        signal.raise();
        return event;
    }

    /** The moment of an event. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
