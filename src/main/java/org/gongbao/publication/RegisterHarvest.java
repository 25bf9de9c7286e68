package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the register what harvesters are told. That a document is gone is told of every one that is public no more, since the
 * log says so too and a register that was filled again from the archive does not know the terms of what was erased.
 */
final class RegisterHarvest implements Harvest {

    private static final String OPEN = Arrays.stream(Terms.values())
            .filter(Terms::isOpenData)
            .map(terms -> "'" + terms.code() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String IS_OPEN = "(d.state = 'public' and c.is_hidden = 0 and c.terms in " + OPEN + ")";

    /** Documents of which a mirror has no package while its leader holds them back are told of afterwards. */
    private static final String FROM = """
            from document d
            join log_event e on e.seq = d.place
            join catalogue_entry c on c.uid = d.uid and c.version = d.version
            join document_version v on v.uid = d.uid and v.version = d.version
            where (d.state <> 'public' or d.package_version > 0)
            and (d.state <> 'public' or %s
                 or exists (select 1 from catalogue_entry o where o.uid = d.uid and o.terms in %s)
                 or exists (select 1 from log_event w where w.uid = d.uid and w.withdraws_earlier = 1))""".formatted(IS_OPEN, OPEN);

    private static final String COLUMNS = "select d.uid, d.place, e.at, c.version, case when " + IS_OPEN
            + " then 0 else 1 end as gone," + " case when " + IS_OPEN + " then c.document_kind end as kind, case when "
            + IS_OPEN + " then v.gazette_series end as gazette ";

    private final Database database;
    private final Totals<Asked> totals;

    RegisterHarvest(Database database) {
        this.database = database;
        this.totals = new Totals<>(() -> new LogStore(database.read()).size(), this::countNow);
    }

    @Override
    public List<Item> after(Asked asked, @Nullable Place place, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = where(asked, values);
        if (place != null) {
            where.append(" and d.place >= ? and (d.place > ? or d.uid > ?)");
            values.addAll(List.of(place.seq(), place.seq(), place.uid().value()));
        }
        values.add(most);
        return withAgencies(database.read()
                .sql(COLUMNS + FROM + where + " order by d.place, d.uid limit ?")
                .params(values)
                .query(RegisterHarvest::row)
                .list());
    }

    @Override
    public long count(Asked asked) {
        return totals.of(asked);
    }

    private long countNow(Asked asked) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = where(asked, values);
        return database.read()
                .sql("select count(*) " + FROM + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Item> find(Uid uid) {
        return withAgencies(database.read()
                        .sql(COLUMNS + FROM + " and d.uid = ?")
                        .param(uid.value())
                        .query(RegisterHarvest::row)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>(database.read()
                .sql("select distinct c.document_kind as label " + FROM + " and " + IS_OPEN
                        + " and c.document_kind is not null order by 1")
                .query((row, number) -> new Group(null, null, row.getString("label")))
                .list());
        groups.addAll(database.read()
                .sql("select k.name, min(k.label) as label from catalogue_key k where k.kind = '" + Catalogue.AGENCY
                        + "' and exists (select 1 " + FROM + " and " + IS_OPEN
                        + " and d.uid = k.uid and d.version = k.version) group by k.name order by k.name")
                .query((row, number) -> new Group(row.getString("name"), null, row.getString("label")))
                .list());
        groups.addAll(database.read()
                .sql("select distinct v.gazette_series as label " + FROM + " and " + IS_OPEN
                        + " and v.gazette_series is not null order by 1")
                .query((row, number) -> new Group(null, row.getString("label"), row.getString("label")))
                .list());
        return groups;
    }

    @Override
    public List<String> gazettes() {
        return database.read()
                .sql("select distinct gazette_series from document_version where gazette_series is not null order by 1")
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Instant> earliest() {
        return database.read()
                .sql("select at from log_event order by seq limit 1")
                .query(String.class)
                .optional()
                .map(RegisterHarvest::moment);
    }

    private static StringBuilder where(Asked asked, List<Object> values) {
        StringBuilder where = new StringBuilder();
        Instant from = asked.from();
        Instant until = asked.until();
        if (from != null) {
            where.append(" and substr(e.at, 1, 19) >= ?");
            values.add(RegisterPublicEvents.seconds(from));
        }
        if (until != null) {
            where.append(" and substr(e.at, 1, 19) <= ?");
            values.add(RegisterPublicEvents.seconds(until));
        }
        String kind = asked.kind();
        if (kind != null) {
            where.append(" and (not " + IS_OPEN + " or c.document_kind = ?)");
            values.add(kind);
        }
        String agency = asked.agency();
        if (agency != null) {
            where.append(" and (not " + IS_OPEN + " or exists (select 1 from catalogue_key k where k.uid = d.uid"
                    + " and k.version = d.version and k.kind = '" + Catalogue.AGENCY + "' and k.name = ?))");
            values.add(agency);
        }
        if (!asked.gazettes().isEmpty()) {
            where.append(" and (not " + IS_OPEN + " or v.gazette_series in (")
                    .append(asked.gazettes().stream().map(each -> "?").collect(Collectors.joining(", ")))
                    .append("))");
            values.addAll(asked.gazettes());
        }
        return where;
    }

    private List<Item> withAgencies(List<Item> items) {
        List<String> open = items.stream()
                .filter(item -> !item.isGone())
                .map(item -> item.place().uid().value())
                .toList();
        if (open.isEmpty()) {
            return items;
        }
        Map<String, List<String>> agencies = new HashMap<>();
        database.read()
                .sql("select k.uid, k.name from catalogue_key k join document d on d.uid = k.uid"
                        + " and d.version = k.version where k.kind = '" + Catalogue.AGENCY + "' and k.uid in ("
                        + open.stream().map(uid -> "?").collect(Collectors.joining(", ")) + ") order by k.uid, k.name")
                .params(open)
                .query((row, number) -> agencies.computeIfAbsent(row.getString("uid"), uid -> new ArrayList<>())
                        .add(row.getString("name")))
                .list();
        return items.stream()
                .map(item -> new Item(
                        item.place(),
                        item.at(),
                        item.isGone(),
                        item.kind(),
                        agencies.getOrDefault(item.place().uid().value(), List.of()),
                        item.gazette()))
                .toList();
    }

    private static Item row(ResultSet row, int number) throws SQLException {
        return new Item(
                new Place(row.getLong("place"), new Uid(row.getString("uid"))),
                moment(row.getString("at")),
                row.getInt("gone") == 1,
                row.getString("kind"),
                List.of(),
                row.getString("gazette"));
    }

    private static Instant moment(String at) {
        return Instant.parse(at).truncatedTo(ChronoUnit.SECONDS);
    }
}
