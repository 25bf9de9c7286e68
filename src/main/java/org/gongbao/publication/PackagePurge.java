package org.gongbao.publication;

import java.util.List;
import org.gongbao.archive.Archive;
import org.gongbao.system.Database;

/**
 * Destroys the packages of what was erased, and of versions that a correction for privacy replaced. It goes by the log
 * alone, so that what a stop interrupted is ended at the next start; the manifests' digests stay in the log.
 */
final class PackagePurge {

    private final Database database;
    private final Archive archive;

    PackagePurge(Database database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    /** Destroys what the log says to be destroyed and is still there. */
    void run() {
        erased().forEach(uid -> archive.purge(PackageStore.id(uid)));
        List<Kept> kept = database.read()
                .sql(
                        "select uid, max(package_version) as first from log_event where withdraws_earlier = 1 and uid not in"
                                + " (select uid from log_event where event = 'erased') group by uid")
                .query(Kept.class)
                .list();
        for (Kept each : kept) {
            String id = PackageStore.id(new Uid(each.uid()));
            if (each.first() > 1 && archive.latest(id) >= each.first()) {
                archive.purge(id, each.first() - 1);
            }
        }
    }

    private List<Uid> erased() {
        return database
                .read()
                .sql("select uid from log_event where event = 'erased' order by seq")
                .query(String.class)
                .list()
                .stream()
                .map(Uid::new)
                .toList();
    }

    /** A document and the first version of its archive's object that stays. */
    private record Kept(String uid, int first) {}
}
