package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.archive.JournalFile;
import org.gongbao.publication.Fulfilment.Evidence;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Evidence that duties were fulfilled (履行登记). It is public from the moment it is registered until it is revoked; who did either is
 * in the audit trail. Each is a forced line beside the archive's roots before the database has it, as people's corrections are,
 * so that it outlives a lost database; it hangs on the words of the duty, so that it outlives reading the document anew.
 */
public final class Fulfilments {

    /** Values of one query. */
    private static final int AT_ONCE = 500;

    private final Database database;
    private final JournalFile journal;
    private final Audit audit;
    private final Clock clock;
    private final boolean isMirror;

    /** @param isMirror whether this is a mirror, which is not told what was registered */
    Fulfilments(Database database, JournalFile journal, Audit audit, Clock clock, boolean isMirror) {
        this.database = database;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
        this.isMirror = isMirror;
    }

    /** Whether it is known here what was registered: without that, that nothing is there means nothing. */
    public boolean areKnown() {
        return !isMirror;
    }

    /** Registers evidence, public at once. */
    public Fulfilment register(String duty, Uid uid, Evidence evidence, String person) {
        return database.write(sql -> {
            Instant at = after(list(sql, "where duty = ?", List.of(duty)), now());
            Fulfilment fulfilment = new Fulfilment(Uid.mint().value(), duty, uid, evidence, person, at, null, null);
            journal.append(List.of(FulfilmentLine.json(fulfilment)));
            put(sql, fulfilment);
            audit.append(sql, person, "fulfilment.register", uid, Map.of("duty", duty, "evidence", fulfilment.id()));
            return fulfilment;
        });
    }

    /**
     * Takes evidence back; nobody sees it any more.
     *
     * @throws IllegalStateException where it was revoked before
     */
    public Fulfilment revoke(String id, String person) {
        return database.write(sql -> {
            Fulfilment standing = list(sql, "where id = ? and revoked_at is null", List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no evidence " + id + " stands"));
            Fulfilment revoked = standing.revoked(person, now());
            journal.append(List.of(FulfilmentLine.json(revoked)));
            put(sql, revoked);
            audit.append(
                    sql, person, "fulfilment.revoke", revoked.uid(), Map.of("duty", revoked.duty(), "evidence", id));
            return revoked;
        });
    }

    /** What stands under an identifier; empty where it was revoked. */
    public Optional<Fulfilment> find(String id) {
        return list(database.read(), "where id = ? and revoked_at is null", List.of(id)).stream()
                .findFirst();
    }

    /** What stands of some duties, by duty, oldest first. */
    public Map<String, List<Fulfilment>> of(Collection<String> duties) {
        Map<String, List<Fulfilment>> found = new LinkedHashMap<>();
        List<String> all = List.copyOf(new HashSet<>(duties));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            String marks = some.stream().map(duty -> "?").collect(Collectors.joining(", "));
            found.putAll(list(database.read(), "where duty in (" + marks + ") and revoked_at is null", some).stream()
                    .sorted(Comparator.comparing(Fulfilment::at).thenComparing(Fulfilment::id))
                    .collect(Collectors.groupingBy(Fulfilment::duty, LinkedHashMap::new, Collectors.toList())));
        }
        return found;
    }

    /** All duties of which something stands. */
    public Set<String> duties() {
        return new HashSet<>(database.read()
                .sql("select distinct duty from fulfilment where revoked_at is null")
                .query(String.class)
                .list());
    }

    /** Destroys all that was said of the duties of an erased document. */
    void destroy(Uid uid) {
        journal.remove(json -> FulfilmentLine.parse(json).uid().equals(uid));
        database.write(sql -> sql.sql("delete from fulfilment where uid = ?")
                .param(uid.value())
                .update());
    }

    /** Puts back from the journal what the database has lost; how many. */
    public int restore() {
        Map<String, Fulfilment> latest = new LinkedHashMap<>();
        journal.read().stream().map(FulfilmentLine::parse).forEach(each -> latest.put(each.id(), each));
        return database.write(
                sql -> latest.values().stream().mapToInt(each -> put(sql, each)).sum());
    }

    /** A time after all of one duty's evidence, so that the order in which it came is kept within a millisecond too. */
    private static Instant after(List<Fulfilment> earlier, Instant now) {
        return earlier.stream()
                .map(each -> each.at().plusMillis(1))
                .max(Comparator.naturalOrder())
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static int put(JdbcClient sql, Fulfilment fulfilment) {
        Evidence.@Nullable Elsewhere elsewhere =
                fulfilment.evidence() instanceof Evidence.Elsewhere there ? there : null;
        return sql.sql("insert into fulfilment (id, duty, uid, target, address, title, dated, person, at, revoked_by,"
                        + " revoked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                        + " revoked_by = excluded.revoked_by, revoked_at = excluded.revoked_at")
                .params(fulfilment.id(), fulfilment.duty(), fulfilment.uid().value())
                .param(
                        fulfilment.evidence() instanceof Evidence.Here here
                                ? here.target().value()
                                : null)
                .param(elsewhere == null ? null : elsewhere.address())
                .param(elsewhere == null ? null : elsewhere.title())
                .param(elsewhere == null ? null : elsewhere.dated().toString())
                .param(fulfilment.by())
                .param(fulfilment.at().toString())
                .param(fulfilment.revokedBy())
                .param(
                        fulfilment.revokedAt() == null
                                ? null
                                : fulfilment.revokedAt().toString())
                .update();
    }

    private static List<Fulfilment> list(JdbcClient sql, String which, List<String> values) {
        return sql.sql("select * from fulfilment " + which)
                .params(values)
                .query(Fulfilments::row)
                .list();
    }

    private static Fulfilment row(ResultSet row, int number) throws SQLException {
        @Nullable String target = row.getString("target");
        @Nullable String revokedAt = row.getString("revoked_at");
        return new Fulfilment(
                row.getString("id"),
                row.getString("duty"),
                new Uid(row.getString("uid")),
                target != null
                        ? new Evidence.Here(new Uid(target))
                        : new Evidence.Elsewhere(
                                row.getString("address"),
                                row.getString("title"),
                                LocalDate.parse(row.getString("dated"))),
                row.getString("person"),
                Instant.parse(row.getString("at")),
                row.getString("revoked_by"),
                revokedAt == null ? null : Instant.parse(revokedAt));
    }
}
