package org.gongbao.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongbao.system.Database;

/**
 * The validity (有效性) of a document on any day, by what the log said at any of its positions: "was it in force on that day",
 * and "what did we say of it then".
 */
public final class Validities {

    private final Database database;
    private final PackageStore packages;

    Validities(Database database, PackageStore packages) {
        this.database = database;
        this.packages = packages;
    }

    /** A document's validity on a day, as known at the end of the log; empty for what is not public. */
    public Optional<ValidityOn> on(Uid uid, LocalDate day) {
        return on(uid, day, new LogStore(database.read()).size());
    }

    /**
     * A document's validity on a day as known at a position of the log.
     *
     * @return empty for what was not public then, for what is not public now, and for what a correction for privacy replaced
     */
    public Optional<ValidityOn> on(Uid uid, LocalDate day, long position) {
        boolean isPublic = new Register(database.read())
                .find(uid)
                .filter(Register.Row::isPublic)
                .isPresent();
        if (!isPublic) {
            return Optional.empty();
        }
        List<LogStore.Entry> all = new LogStore(database.read()).of(uid);
        List<LogStore.Entry> past =
                all.stream().filter(entry -> entry.event().seq() <= position).toList();
        if (past.isEmpty() || !past.get(past.size() - 1).event().event().leavesPublic()) {
            return Optional.empty();
        }
        LogStore.Entry then = past.get(past.size() - 1);
        if (then.event().version() < LogStore.firstReadable(all)) {
            return Optional.empty();
        }
        PublicPackage content =
                packages.load(uid, then.packageVersion(), then.event().sha256());
        List<Relation> relations = new Relations(database.read()).of(uid, position);
        return Optional.of(ValidityOn.of(content.record(), relations, day));
    }
}
