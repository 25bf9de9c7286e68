package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Reads events from the log in the register. */
final class RegisterPublicEvents implements PublicEvents {

    /** {@code 2023-05-20T03:30:00}: fractions have a form that does not sort. */
    private static final int SECONDS = 19;

    private final Database database;
    private final Totals<Asked> totals;

    RegisterPublicEvents(Database database) {
        this.database = database;
        this.totals = new Totals<>(this::position, this::countNow);
    }

    @Override
    public List<Event> after(Asked asked, @Nullable Long position, int most) {
        List<Object> values = new ArrayList<>();
        String where = where(asked, values);
        if (position != null) {
            where += asked.isNewestFirst() ? " and seq < ?" : " and seq > ?";
            values.add(position);
        }
        values.add(most);
        return database.read()
                .sql("select seq, at, event, uid, version, sha256, sm3, reason from log_event where " + where
                        + " order by seq " + (asked.isNewestFirst() ? "desc" : "asc") + " limit ?")
                .params(values)
                .query(RegisterPublicEvents::event)
                .list();
    }

    @Override
    public long count(Asked asked) {
        return totals.of(asked);
    }

    @Override
    public long position() {
        return new LogStore(database.read()).size();
    }

    private long countNow(Asked asked) {
        List<Object> values = new ArrayList<>();
        String where = where(asked, values);
        return database.read()
                .sql("select count(*) from log_event where " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    private static String where(Asked asked, List<Object> values) {
        StringBuilder where = new StringBuilder("seq > 0");
        LogEvent.Type type = asked.type();
        Uid document = asked.document();
        if (type != null) {
            where.append(" and event = ?");
            values.add(type.code());
        }
        if (document != null) {
            where.append(" and uid = ?");
            values.add(document.value());
        }
        moment(" and substr(at, 1, 19) >= ?", asked.from(), where, values);
        moment(" and substr(at, 1, 19) <= ?", asked.until(), where, values);
        return where.toString();
    }

    private static void moment(String condition, @Nullable Instant moment, StringBuilder where, List<Object> values) {
        if (moment != null) {
            where.append(condition);
            values.add(seconds(moment));
        }
    }

    /** A moment as the log writes it, without what is behind the second. */
    static String seconds(Instant moment) {
        return moment.toString().substring(0, SECONDS);
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(LogStore.event(row), row.getString("reason"));
    }
}
