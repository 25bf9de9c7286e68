package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Reads citations from the register. Quotes are text, so that the terms of the citing version decide. */
final class RegisterCitations implements CitationEdges {

    private static final String FROM = """
            from citation c
            join document d on d.uid = c.citing and d.version = c.version and d.state = 'public' and d.package_version > 0
            join catalogue_entry t on t.uid = c.citing and t.version = c.version and t.is_hidden = 0 and t.terms = '%s'
            left join citation_link l on l.citing = c.citing and l.version = c.version and l.ordinal = c.ordinal
                 and l.until is null
            where c.until is null""".formatted(Terms.OPEN.code());

    private static final String COLUMNS =
            "select c.citing, c.version, c.ordinal, c.kind, c.title, c.document_number, c.issuer, c.issued_on, c.quote,"
                    + " l.cited, case when l.cited is null then c.stub end as stub ";

    private final Database database;
    private final Totals<Asked> totals;

    RegisterCitations(Database database) {
        this.database = database;
        this.totals = new Totals<>(() -> new LogStore(database.read()).size(), this::countNow);
    }

    /** A condition in SQL and its values. */
    private record Where(String sql, List<Object> values) {

        static Where of(Asked asked) {
            StringBuilder sql = new StringBuilder();
            List<Object> values = new ArrayList<>();
            Uid citing = asked.citing();
            Uid cited = asked.cited();
            if (citing != null) {
                sql.append(" and c.citing = ?");
                values.add(citing.value());
            }
            if (cited != null) {
                sql.append(" and l.cited = ?");
                values.add(cited.value());
            }
            if (asked.relation() != null) {
                sql.append(" and c.kind = ?");
                values.add(asked.relation());
            }
            if (asked.isHere() != null) {
                sql.append(asked.isHere() ? " and l.cited is not null" : " and l.cited is null");
            }
            return new Where(sql.toString(), values);
        }

        Where behind(@Nullable Place place) {
            if (place == null) {
                return this;
            }
            List<Object> more = new ArrayList<>(values);
            more.addAll(List.of(place.citing().value(), place.citing().value(), place.ordinal()));
            return new Where(sql + " and c.citing >= ? and (c.citing > ? or c.ordinal > ?)", more);
        }
    }

    @Override
    public List<Edge> after(Asked asked, @Nullable Place place, int most) {
        Where where = Where.of(asked).behind(place);
        return database.read()
                .sql(COLUMNS + FROM + where.sql() + " order by c.citing, c.ordinal limit ?")
                .params(where.values())
                .param(most)
                .query(RegisterCitations::edge)
                .list();
    }

    @Override
    public long count(Asked asked) {
        return totals.of(asked);
    }

    private long countNow(Asked asked) {
        Where where = Where.of(asked);
        return database.read()
                .sql("select count(*) " + FROM + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    private static Edge edge(ResultSet row, int number) throws SQLException {
        String cited = row.getString("cited");
        String issuedOn = row.getString("issued_on");
        return new Edge(
                new Place(new Uid(row.getString("citing")), row.getInt("ordinal")),
                row.getInt("version"),
                cited == null ? null : new Uid(cited),
                row.getString("stub"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("issuer"),
                issuedOn == null ? null : LocalDate.parse(issuedOn),
                row.getString("quote"));
    }
}
