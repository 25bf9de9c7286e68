package org.gongbao.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.archive.StorageException;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The addresses by number in the register: each version has its own, empty where its number is not certain. Which documents an
 * address means depends on what is public, never on the order in which it became so.
 */
final class RegisterNumbers implements NumberedDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterNumbers.class);

    /** Public documents, each with its present version. */
    private static final String PRESENT = " from document d join document_version v on v.uid = d.uid"
            + " and v.version = d.version where d.state = 'public' and d.package_version > 0 and v.eli <> ''";

    private final Database database;

    RegisterNumbers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Answer> find(NumberAddress address) {
        JdbcClient sql = database.read();
        List<Uid> present = sql
                .sql("select d.uid" + PRESENT + " and v.eli = ? order by d.released_at, d.uid")
                .param(address.toString())
                .query(String.class)
                .list()
                .stream()
                .map(Uid::new)
                .toList();
        if (present.isEmpty()) {
            return former(sql, address);
        }
        return Optional.of(present.size() == 1 ? new Answer.One(present.get(0)) : new Answer.Several(present));
    }

    /** A document that bore the number in an earlier version, or when it was public. */
    private record Former(
            String uid, String state, @Nullable String eli) {}

    private static Optional<Answer> former(JdbcClient sql, NumberAddress address) {
        List<Former> all = sql.sql("select d.uid, d.state, v.eli from document d join document_version v"
                        + " on v.uid = d.uid and v.version = d.version where (d.state <> 'public' or d.package_version > 0)"
                        + " and exists (select 1 from document_version w where w.uid = d.uid and w.eli = ?)"
                        + " order by d.released_at, d.uid")
                .param(address.toString())
                .query(Former.class)
                .list();
        List<Former> open = all.stream()
                .filter(each -> each.state().equals(Register.PUBLIC))
                .toList();
        if (open.size() > 1) {
            return Optional.of(new Answer.Several(
                    open.stream().map(each -> new Uid(each.uid())).toList()));
        }
        if (open.size() == 1) {
            return Optional.of(moved(open.get(0)));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.Gone(new Uid(all.get(all.size() - 1).uid())));
    }

    private static Answer moved(Former former) {
        Uid uid = new Uid(former.uid());
        return Optional.ofNullable(former.eli())
                .flatMap(NumberAddress::parse)
                .<Answer>map(now -> new Answer.Corrected(uid, now))
                .orElseGet(() -> new Answer.Unnumbered(uid));
    }

    /** The address of a public document, where it is that of no other one. */
    static @Nullable NumberAddress of(JdbcClient sql, Uid uid) {
        return sql.sql("select v.eli" + PRESENT + " and d.uid = ? and not exists (select 1 from document_version w"
                        + " join document o on o.uid = w.uid and o.version = w.version where w.eli = v.eli"
                        + " and o.state = 'public' and o.package_version > 0 and o.uid <> d.uid)")
                .param(uid.value())
                .query(String.class)
                .optional()
                .flatMap(NumberAddress::parse)
                .orElse(null);
    }

    /** The address that a document bears now, shared or not; empty for none. */
    static String borne(JdbcClient sql, Uid uid) {
        return sql.sql("select v.eli" + PRESENT + " and d.uid = ?")
                .param(uid.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Notes the address of a version. */
    static void put(JdbcClient sql, Uid uid, int version, @Nullable DocumentRecord record) {
        String address = record == null
                ? ""
                : NumberAddress.of(record).map(NumberAddress::toString).orElse("");
        sql.sql("update document_version set eli = ? where uid = ? and version = ?")
                .params(address, uid.value(), version)
                .update();
    }

    /** Other documents whose address ceases or begins to be theirs alone when one takes another address. */
    static Set<String> sharing(JdbcClient sql, Uid uid, String before, String after) {
        if (before.equals(after)) {
            return Set.of();
        }
        return new TreeSet<>(sql.sql("select d.uid" + PRESENT + " and v.eli in (?, ?) and d.uid <> ?")
                .params(before, after, uid.value())
                .query(String.class)
                .list());
    }

    /** A public document whose present version was published before there were addresses by number. */
    private record Missing(String uid, int version, int packageVersion, String sha256) {}

    /** Fills in the addresses of what was published before there were any; how many. */
    static int fillMissing(Database database, PackageStore packages) {
        List<Missing> all = database.read()
                .sql("select d.uid, d.version, d.package_version, e.sha256 from document d join document_version v"
                        + " on v.uid = d.uid and v.version = d.version join log_event e on e.seq = v.seq"
                        + " where d.state = 'public' and d.package_version > 0 and v.eli is null order by v.seq")
                .query(Missing.class)
                .list();
        for (Missing missing : all) {
            Uid uid = new Uid(missing.uid());
            @Nullable DocumentRecord record = record(packages, uid, missing);
            database.write(sql -> {
                put(sql, uid, missing.version(), record);
                return uid;
            });
        }
        if (!all.isEmpty()) {
            LOG.info("Addresses by number were made for {} documents", all.size());
        }
        return all.size();
    }

    private static @Nullable DocumentRecord record(PackageStore packages, Uid uid, Missing missing) {
        try {
            return packages.load(uid, missing.packageVersion(), missing.sha256())
                    .record();
        } catch (StorageException e) {
            LOG.warn("{} gets no address by number: {}", uid, e.getMessage());
            return null;
        }
    }
}
