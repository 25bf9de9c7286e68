package org.gongbao.publication;

import java.nio.file.Path;
import org.gongbao.system.Database;

/** A log with events, for tests of those who serve it. */
public final class FilledLog implements AutoCloseable {

    private final Database database;
    private final TransparencyLog log;

    public FilledLog(Path folder, int events) {
        this.database = Database.open(TestStore.sqlite(folder));
        this.log = new TransparencyLog(database, new LogSigner(folder, "yunzhou.example/log/示例"));
        TestClock clock = new TestClock();
        database.write(sql -> {
            LogStore store = new LogStore(sql);
            for (int i = 0; i < events; i++) {
                LogEvent event = new LogEvent(
                        store.next(),
                        clock.instant(),
                        LogEvent.Type.RELEASED,
                        Uid.mint(),
                        1,
                        "00".repeat(32),
                        "11".repeat(32));
                store.append(LogStore.Entry.of(event, 1));
            }
            return events;
        });
    }

    public TransparencyLog log() {
        return log;
    }

    @Override
    public void close() {
        database.close();
    }
}
