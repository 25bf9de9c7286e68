package org.gongbao.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The addresses by number in the register: each version has its own, empty where its number is not certain. Which documents an
 * address means depends on what is public, never on the order in which it became so.
 */
final class RegisterNumbers implements NumberedDocuments {

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

    /** Notes the address of a version; nothing as long as its record cannot be read. */
    static void put(JdbcClient sql, Uid uid, int version, @Nullable DocumentRecord record) {
        if (record == null) {
            return;
        }
        String address = NumberAddress.of(record).map(NumberAddress::toString).orElse("");
        sql.sql("update document_version set eli = ? where uid = ? and version = ?")
                .params(address, uid.value(), version)
                .update();
    }

    /**
     * Other documents whose address ceases or begins to be theirs alone when one takes another address: where just one other
     * bears it. Of several each shared it before and does so still, so that nothing that they show changes.
     */
    static Set<String> sharing(JdbcClient sql, Uid uid, String before, String after) {
        Set<String> others = new TreeSet<>();
        if (!before.equals(after)) {
            onlyOther(sql, uid, before).ifPresent(others::add);
            onlyOther(sql, uid, after).ifPresent(others::add);
        }
        return others;
    }

    private static Optional<String> onlyOther(JdbcClient sql, Uid uid, String address) {
        List<String> some = sql.sql("select d.uid" + PRESENT + " and v.eli = ? and d.uid <> ? limit 2")
                .params(address, uid.value())
                .query(String.class)
                .list();
        return some.size() == 1 ? Optional.of(some.get(0)) : Optional.empty();
    }
}
