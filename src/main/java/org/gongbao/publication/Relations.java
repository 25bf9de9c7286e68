package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the relations of a document, both directions, as they are or as they were at a position of the log. */
final class Relations {

    /** Later than every position. */
    static final long NOW = Long.MAX_VALUE;

    private static final String OUTGOING = """
            select c.kind, c.quote, l.cited as other, w.acts_on, case when l.cited is null then c.stub end as stub,
                   coalesce(o.title, c.title) as title, coalesce(o.document_number, c.document_number) as document_number
            from citation c
            join document_version w on w.uid = c.citing and w.version = c.version
            left join citation_link l on l.citing = c.citing and l.version = c.version and l.ordinal = c.ordinal
                 and l.since <= ? and (l.until is null or l.until > ?)
            left join document_version o on o.uid = l.cited
                 and o.version = (select max(version) from document_version where uid = l.cited and seq <= ?)
            where c.citing = ? and c.since <= ? and (c.until is null or c.until > ?)
            order by c.ordinal
            """;

    private static final String INCOMING = """
            select c.kind, c.quote, c.citing as other, w.acts_on, null as stub, w.title, w.document_number
            from citation_link l
            join citation c on c.citing = l.citing and c.version = l.version and c.ordinal = l.ordinal
            join document_version w on w.uid = c.citing and w.version = c.version
            where l.cited = ? and l.since <= ? and (l.until is null or l.until > ?)
            order by l.since, c.citing, c.ordinal
            """;

    private final JdbcClient sql;

    Relations(JdbcClient sql) {
        this.sql = sql;
    }

    /** What a document said of others and others of it at a position; its own words first. */
    List<Relation> of(Uid uid, long position) {
        List<Relation> relations = new ArrayList<>(sql.sql(OUTGOING)
                .params(position, position, position, uid.value(), position, position)
                .query((row, number) -> relation(row, true))
                .list());
        relations.addAll(sql.sql(INCOMING)
                .params(uid.value(), position, position)
                .query((row, number) -> relation(row, false))
                .list());
        return relations;
    }

    static Relation relation(ResultSet row, boolean outgoing) throws SQLException {
        return new Relation(
                row.getString("kind"),
                outgoing,
                uid(row.getString("other")),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("quote"),
                date(row.getString("acts_on")),
                row.getString("stub"));
    }

    private static @Nullable Uid uid(@Nullable String text) {
        return text == null ? null : new Uid(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
