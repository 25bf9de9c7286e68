package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Stubs, read from the citations in force. */
final class RegisterStubs implements CitedStubs {

    private static final String CITATIONS = """
            select c.kind, c.quote, c.citing as other, w.acts_on, null as stub, w.title, w.document_number,
                   c.title as cited_title, c.document_number as cited_number, c.issuer, l.cited
            from citation c
            join document_version w on w.uid = c.citing and w.version = c.version
            left join citation_link l on l.citing = c.citing and l.version = c.version and l.ordinal = c.ordinal
                 and l.until is null
            where c.stub = ? and c.until is null
            order by c.since, c.citing, c.ordinal
            """;

    private final Database database;

    RegisterStubs(Database database) {
        this.database = database;
    }

    private record Cited(
            Relation relation,
            @Nullable String title,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String published) {}

    @Override
    public Optional<Stub> find(String key) {
        List<Cited> all = database.read()
                .sql(CITATIONS)
                .param(key)
                .query(RegisterStubs::cited)
                .list();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String published = Optional.ofNullable(first(all, Cited::published)).orElseGet(() -> printed(all));
        return Optional.of(new Stub(
                key,
                first(all, Cited::title),
                first(all, Cited::number),
                first(all, Cited::issuer),
                published == null ? null : new Uid(published),
                all.stream().map(Cited::relation).toList()));
    }

    /** The one document that names this as what it prints (印发) and is known by its title: that is the document meant. */
    private static @Nullable String printed(List<Cited> all) {
        Set<String> printing = new HashSet<>();
        for (Cited cited : all) {
            String title = RelationKeys.ofTitle(cited.title());
            Uid citing = cited.relation().other();
            boolean isItself = title != null
                    && title.equals(RelationKeys.ofTitle(cited.relation().title()));
            if (!isItself || citing == null || !cited.relation().kind().equals(Relation.PRINTING)) {
                return null;
            }
            printing.add(citing.value());
        }
        return printing.size() == 1 ? printing.iterator().next() : null;
    }

    private static Cited cited(ResultSet row, int number) throws SQLException {
        return new Cited(
                Relations.relation(row, false),
                row.getString("cited_title"),
                row.getString("cited_number"),
                row.getString("issuer"),
                row.getString("cited"));
    }

    private static @Nullable String first(List<Cited> all, Function<Cited, @Nullable String> part) {
        for (Cited cited : all) {
            String value = part.apply(cited);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
