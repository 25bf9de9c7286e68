package org.gongbao.publication;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.archive.StorageException;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Fills in the addresses by number of versions that have none noted: published before there were such addresses, or not readable
 * when the register was made. Earlier versions and withdrawn documents too, for what they bore leads on or says that it is gone.
 */
final class MissingNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(MissingNumbers.class);

    private static final int AT_ONCE = 100;

    /** Not what was erased, nor what was corrected for privacy since: its address went for ever. */
    private static final String MISSING =
            "select v.uid, v.version, v.package_version, e.sha256, v.seq from document_version v"
                    + " join log_event e on e.seq = v.seq where v.eli is null and v.package_version > 0 and v.seq > ?"
                    + " and not exists (select 1 from log_event x where x.uid = v.uid and (x.event = ?"
                    + " or (x.withdraws_earlier = 1 and x.version > v.version))) order by v.seq limit ?";

    private final Database database;
    private final PackageStore packages;
    private int filled;
    private int unreadable;

    private MissingNumbers(Database database, PackageStore packages) {
        this.database = database;
        this.packages = packages;
    }

    private record Missing(Uid uid, int version, int packageVersion, String sha256, long seq) {}

    /** Fills them in; how many. What cannot be read stays as it is, and is tried again at the next start. */
    static int fill(Database database, PackageStore packages) {
        return new MissingNumbers(database, packages).fill();
    }

    private int fill() {
        List<Missing> some = after(0);
        while (!some.isEmpty()) {
            put(some);
            some = after(some.get(some.size() - 1).seq());
        }
        if (filled > 0) {
            LOG.info("Addresses by number were noted for {} versions", filled);
        }
        if (unreadable > 0) {
            LOG.warn("{} versions cannot be read now and have no address by number until they can", unreadable);
        }
        return filled;
    }

    /** The packages are read before the transaction, which then holds up nobody. */
    private void put(List<Missing> some) {
        Map<Missing, DocumentRecord> records = new LinkedHashMap<>();
        for (Missing each : some) {
            try {
                records.put(
                        each,
                        packages.load(each.uid(), each.packageVersion(), each.sha256())
                                .record());
            } catch (StorageException | UncheckedIOException | IllegalArgumentException | JacksonException e) {
                unreadable++;
                LOG.debug("Version {} of {} cannot be read: {}", each.version(), each.uid(), e.getMessage());
            }
        }
        filled += database.write(sql -> {
            records.forEach((each, record) -> RegisterNumbers.put(sql, each.uid(), each.version(), record));
            return records.size();
        });
    }

    private List<Missing> after(long seq) {
        return database.read()
                .sql(MISSING)
                .params(seq, LogEvent.Type.ERASED.code(), AT_ONCE)
                .query((row, number) -> new Missing(
                        new Uid(row.getString("uid")),
                        row.getInt("version"),
                        row.getInt("package_version"),
                        row.getString("sha256"),
                        row.getLong("seq")))
                .list();
    }
}
