package org.gongbao.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys every byte of a withdrawn document that is kept anywhere (销毁): packages of all versions, its original and what was
 * read from it, waiting files, traces in the stores of projections and in the database's free pages. The manifests' digests
 * stay in the log, where an event says that it was erased, and followers purge it too.
 *
 * <p>It can be asked for again for what is erased already: what an earlier try could not do is done then.
 */
public final class Erasure {

    private final Database database;
    private final EventAppender events;
    private final PackagePurge packages;
    private final ScheduledReleases scheduled;
    private final RegisterDocuments documents;
    private final Supplier<List<ErasedTraces>> traces;
    private final Audit audit;

    Erasure(
            Database database,
            EventAppender events,
            PackagePurge packages,
            ScheduledReleases scheduled,
            RegisterDocuments documents,
            Supplier<List<ErasedTraces>> traces,
            Audit audit) {
        this.database = database;
        this.events = events;
        this.packages = packages;
        this.scheduled = scheduled;
        this.documents = documents;
        this.traces = traces;
        this.audit = audit;
    }

    /**
     * Who asks for it.
     *
     * @param first identifier or name of the person who asks
     * @param second of another who agrees
     * @param publicReason as the tombstone shows it
     */
    public record Request(String first, String second, String publicReason) {
        public Request {
            if (first.isBlank() || second.isBlank() || first.strip().equals(second.strip())) {
                throw new IllegalArgumentException("erasing needs the names of two people");
            }
            if (publicReason.isBlank()) {
                throw new IllegalArgumentException("erasing needs a reason that the public may read");
            }
        }
    }

    /**
     * Erases a document, all but what the stores of projections still hold: those are to be {@linkplain
     * DisseminationEngine#purge purged} after it.
     *
     * @return what has to stay and why; empty when nothing is left
     * @throws IllegalStateException where it is public, or never was
     */
    public List<String> erase(Uid uid, Request request) {
        if (!isErased(uid)) {
            events.append(sql -> append(sql, uid, request));
        }
        List<String> left = new ArrayList<>(destroy(uid));
        if (!database.compact()) {
            left.add("the database's journal still holds blanked rows, for somebody is reading it; erase again");
        }
        return left;
    }

    /**
     * Does again for every erased document what is left to do, as after bytes came back with a backup that was made while
     * they were being destroyed.
     *
     * @return what has to stay and why
     */
    public List<String> repeat() {
        List<String> left = new ArrayList<>();
        List<String> erased = database.read()
                .sql("select uid from log_event where event = 'erased' order by seq")
                .query(String.class)
                .list();
        erased.forEach(uid -> left.addAll(destroy(new Uid(uid))));
        return left;
    }

    private List<String> destroy(Uid uid) {
        packages.run();
        documents.forget(uid);
        scheduled.cancel(uid);
        forgetErrors(uid);
        List<String> left = new ArrayList<>();
        traces.get().forEach(each -> left.addAll(each.destroy(uid)));
        return left;
    }

    /** What a projection complained of may quote what it could not take. */
    private void forgetErrors(Uid uid) {
        database.write(sql -> sql.sql("update parked_document set error = '' where uid = ?")
                .param(uid.value())
                .update());
    }

    private boolean isErased(Uid uid) {
        return state(database.read(), uid).equals(LogEvent.Type.ERASED.code());
    }

    private static String state(JdbcClient sql, Uid uid) {
        return new Register(sql)
                .find(uid)
                .map(Register.Row::state)
                .orElseThrow(() -> new IllegalStateException(uid + " was never published"));
    }

    private LogEvent append(JdbcClient sql, Uid uid, Request request) {
        LogStore log = new LogStore(sql);
        long position = log.next();
        if (!state(sql, uid).equals(LogEvent.Type.WITHDRAWN.code())) {
            throw new IllegalStateException(uid + " is not withdrawn, so it cannot be erased");
        }
        Register register = new Register(sql);
        LogEvent event = Withdrawal.after(log, uid, position, events.now(), LogEvent.Type.ERASED);
        int packageVersion = register.find(uid).orElseThrow().packageVersion();
        register.apply(Register.Entry.ofGone(event, packageVersion, request.publicReason()));
        audit.append(sql, request.first(), "document.erase", uid, Map.of("second", request.second()));
        return event;
    }
}
