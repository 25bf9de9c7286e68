package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.system.Database;

/** Reads what happened from the log and from the relations in the register, without a state of its own. */
final class RegisterEvents implements FollowedEvents {

    /** Relations that end the other document. */
    private static final Set<String> ENDING = Set.of("废止", "宣布失效");

    private static final String LOG = "select seq, at, event, uid, reason from log_event where ";

    /** A correction repeats what the version before said of others; that is nothing new. */
    private static final String CITED = """
            select l.since as seq, e.at, l.cited, l.citing, c.kind, c.quote
            from citation_link l
            join citation c on c.citing = l.citing and c.version = l.version and c.ordinal = l.ordinal
            join log_event e on e.seq = l.since
            where not exists (
                select 1 from citation_link b
                join citation d on d.citing = b.citing and d.version = b.version and d.ordinal = b.ordinal
                where b.citing = l.citing and b.cited = l.cited and d.kind = c.kind and b.since < l.since)
            and\s""";

    private final Database database;

    RegisterEvents(Database database) {
        this.database = database;
    }

    @Override
    public List<Event> between(long after, long upTo) {
        return events("seq > ? and seq <= ?", "l.since > ? and l.since <= ?", after, upTo);
    }

    @Override
    public List<Event> of(Uid uid) {
        return events("uid = ?", "l.cited = ?", uid.value());
    }

    private List<Event> events(String ofLog, String ofCitations, Object... values) {
        List<Event> events = new ArrayList<>(database.read()
                .sql(LOG + ofLog)
                .params(values)
                .query(RegisterEvents::logged)
                .list());
        Map<String, Event> said = new LinkedHashMap<>();
        database.read()
                .sql(CITED + ofCitations + " order by l.since, l.citing, c.ordinal")
                .params(values)
                .query(RegisterEvents::said)
                .list()
                .forEach(event -> said.merge(
                        event.uid() + ":" + event.seq() + ":" + event.by(),
                        event,
                        (one, other) -> one.type() == Type.REPEALED ? one : other));
        events.addAll(said.values());
        events.sort(Comparator.comparingLong(Event::seq)
                .thenComparing(Event::type)
                .thenComparing(event -> event.uid().value()));
        return events;
    }

    private static Event logged(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                Type.of(LogEvent.Type.of(row.getString("event"))),
                new Uid(row.getString("uid")),
                null,
                row.getString("reason"));
    }

    private static Event said(ResultSet row, int number) throws SQLException {
        Uid by = new Uid(row.getString("citing"));
        Relation relation = new Relation(row.getString("kind"), false, by, null, null, row.getString("quote"));
        boolean ends = ENDING.contains(relation.kind()) && !relation.isOfPart();
        return new Event(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                ends ? Type.REPEALED : Type.CITED,
                new Uid(row.getString("cited")),
                by,
                null);
    }
}
