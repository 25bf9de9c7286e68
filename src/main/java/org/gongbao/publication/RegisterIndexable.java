package org.gongbao.publication;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongbao.system.Database;

/** Reads shelves from the register alone, where the directory keeps the terms of every version. */
final class RegisterIndexable implements IndexableDocuments {

    /** A page changes with its own versions, and with what others say of it: its place is the latest of these events. */
    private static final String FIND = """
            select d.uid, p.at as changed_at
            from log_event f
            join document d on d.uid = f.uid and d.state = 'public' and d.package_version > 0
            join catalogue_entry c on c.uid = d.uid and c.version = d.version and c.is_hidden = 0 and c.terms in (%s)
            join log_event p on p.seq = d.place
            where f.seq > ? and f.seq <= ? and f.version = 1 and f.event = 'released'
            order by f.seq
            """.formatted(indexable());

    private final Database database;

    RegisterIndexable(Database database) {
        this.database = database;
    }

    private static String indexable() {
        return Arrays.stream(Terms.values())
                .filter(Terms::mayBeIndexed)
                .map(terms -> "'" + terms.code() + "'")
                .collect(Collectors.joining(", "));
    }

    @Override
    public long position() {
        return new LogStore(database.read()).size();
    }

    @Override
    public List<Entry> shelf(int number) {
        return database.read()
                .sql(FIND)
                .params((number - 1L) * SHELF, (long) number * SHELF)
                .query((row, n) -> new Entry(new Uid(row.getString("uid")), Instant.parse(row.getString("changed_at"))))
                .list();
    }
}
