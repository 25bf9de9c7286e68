package org.gongbao.publication;

import java.nio.file.Path;
import org.gongbao.archive.OcflArchive;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.TestClock;

/** A log with events, for tests of those who serve it. */
public final class FilledLog implements AutoCloseable {

    private final Database database;
    private final TransparencyLog log;
    private final PackageStore packages;
    private java.util.function.Consumer<String> revising = bytes -> {};
    private Runnable withdrawing = () -> {};

    public FilledLog(Path folder, int events) {
        this.database = Database.open(TestStore.sqlite(folder));
        this.packages = new PackageStore(new OcflArchive(new DataFolder(folder), database, new TestClock()));
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

    public PublicPackages packages() {
        return new PublicPackages(database, packages);
    }

    /** Publishes a document with one file of these bytes as the next event. */
    public long publish(Path folder, String bytes) {
        DataFolder data = new DataFolder(folder);
        EventAppender events = new EventAppender(database, java.util.List::of, new LogSignal(), new TestClock(), false);
        IndexNumbers numbers = new IndexNumbers(new IndexNumberSettings("", ""), TestStore.ZONE);
        RegisterPublisher publisher =
                new RegisterPublisher(database, packages, java.util.List.of(), events, numbers, uid -> {}, data);
        Uid uid = Uid.mint();
        publisher.publish(
                uid, Papers.notice(1), Papers.withFile(Papers.notice(1), folder, bytes), LogEvent.Type.RELEASED);
        withdrawing = () -> publisher.withdraw(uid, "依法撤下");
        revising = other -> publisher.publish(
                uid, Papers.notice(1), Papers.withFile(Papers.notice(1), folder, other), LogEvent.Type.REVISED);
        return log.size();
    }

    /** Publishes another version of what was published last. */
    public long revise(String bytes) {
        revising.accept(bytes);
        return log.size();
    }

    /** Withdraws what was published last. */
    public void withdraw() {
        withdrawing.run();
    }

    @Override
    public void close() {
        database.close();
    }
}
