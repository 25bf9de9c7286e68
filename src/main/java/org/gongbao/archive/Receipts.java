package org.gongbao.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of arrivals. */
final class Receipts {

    private static final int PAGE = 500;
    private static final String COLUMNS = "SELECT seq, receipt, arrived_at, name, sha256, bytes, claimed FROM arrival ";

    /** What {@code settled} says of an arrival of which only the receipt is left. */
    private static final int BLANKED = 2;

    private final Database database;

    Receipts(Database database) {
        this.database = database;
    }

    /** Commits arrivals as one transaction, numbered in the order given. */
    void commit(List<Arrival> arrivals) {
        database.write(client -> {
            long last = client.sql(
                            "UPDATE archive_counter SET value = value + ? WHERE name = 'arrival' RETURNING value")
                    .param((long) arrivals.size())
                    .query(Long.class)
                    .single();
            long seq = last - arrivals.size();
            for (Arrival arrival : arrivals) {
                insert(client, ++seq, arrival, 0);
            }
            return last;
        });
    }

    private static void insert(JdbcClient client, long seq, Arrival arrival, int settled) {
        client.sql("INSERT INTO arrival (seq, receipt, arrived_at, name, sha256, bytes, claimed, settled)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(seq)
                .param(arrival.receipt())
                .param(arrival.at().toString())
                .param(arrival.name())
                .param(arrival.sha256())
                .param(arrival.bytes())
                .param(arrival.claimed())
                .param(settled)
                .update();
    }

    /**
     * Puts back the rows of arrivals that the database does not know; how many.
     *
     * @param settled whether their bytes are in OCFL, not in the inbox
     */
    int restore(List<Arrival> arrivals, boolean settled) {
        if (arrivals.isEmpty()) {
            return 0;
        }
        return database.write(client -> {
            Set<String> known = Set.copyOf(client.sql("SELECT receipt FROM arrival")
                    .query(String.class)
                    .list());
            List<Arrival> missing = arrivals.stream()
                    .filter(arrival -> !known.contains(arrival.receipt()))
                    .toList();
            for (Arrival arrival : missing) {
                long seq = client.sql(
                                "UPDATE archive_counter SET value = value + 1 WHERE name = 'arrival' RETURNING value")
                        .query(Long.class)
                        .single();
                insert(client, seq, arrival, settled ? 1 : 0);
            }
            return missing.size();
        });
    }

    /** Whether the receipt is certainly not committed; false where the database cannot say. */
    boolean isCertainlyAbsent(String receipt) {
        try {
            return database.read()
                            .sql("SELECT COUNT(*) FROM arrival WHERE receipt = ?")
                            .param(receipt)
                            .query(Integer.class)
                            .single()
                    == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    boolean isSettled(String receipt) {
        return database.read()
                .sql("SELECT settled FROM arrival WHERE receipt = ?")
                .param(receipt)
                .query(Integer.class)
                .optional()
                .filter(settled -> settled == 1)
                .isPresent();
    }

    void settled(String receipt) {
        database.write(client -> client.sql("UPDATE arrival SET settled = 1 WHERE receipt = ?")
                .param(receipt)
                .update());
    }

    void remove(String sha256) {
        database.write(client -> {
            client.sql("UPDATE quarantine_release SET basis = '' WHERE receipt IN"
                            + " (SELECT receipt FROM arrival WHERE sha256 = ?)")
                    .param(sha256)
                    .update();
            return client.sql("DELETE FROM arrival WHERE sha256 = ?")
                    .param(sha256)
                    .update();
        });
    }

    /** Takes away all that is known of an arrival but its receipt and its time. */
    static void blank(JdbcClient client, String receipt) {
        client.sql(
                        "UPDATE arrival SET name = '', sha256 = '', bytes = 0, claimed = NULL, settled = ? WHERE receipt = ?")
                .params(BLANKED, receipt)
                .update();
    }

    boolean isBlanked(String receipt) {
        return database.read()
                .sql("SELECT settled FROM arrival WHERE receipt = ?")
                .param(receipt)
                .query(Integer.class)
                .optional()
                .filter(settled -> settled == BLANKED)
                .isPresent();
    }

    /** Receipts of which nothing else is left. */
    List<String> blanked() {
        return database.read()
                .sql("SELECT receipt FROM arrival WHERE settled = ? ORDER BY seq")
                .param(BLANKED)
                .query(String.class)
                .list();
    }

    List<Arrival> unsettled() {
        return database.read()
                .sql(COLUMNS + "WHERE settled = 0 ORDER BY seq")
                .query((row, number) -> arrival(row))
                .list();
    }

    Optional<Arrival> find(String receipt) {
        return database.read()
                .sql(COLUMNS + "WHERE receipt = ? AND settled < ?")
                .params(receipt, BLANKED)
                .query((row, number) -> arrival(row))
                .optional();
    }

    List<Arrival> ofOriginal(String sha256) {
        return database.read()
                .sql(COLUMNS + "WHERE sha256 = ? ORDER BY seq")
                .param(sha256)
                .query((row, number) -> arrival(row))
                .list();
    }

    Set<String> receipts(List<String> candidates) {
        return candidates.stream()
                .filter(receipt -> !isCertainlyAbsent(receipt))
                .collect(Collectors.toSet());
    }

    /** Every arrival of which more than the receipt is left, oldest first, read in pages, so that no connection is held. */
    Stream<Arrival> all() {
        return Stream.iterate(page(0), page -> !page.isEmpty(), page -> page(page.get(page.size() - 1).seq))
                .flatMap(List::stream)
                .map(row -> row.arrival);
    }

    private List<Row> page(long after) {
        return database.read()
                .sql(COLUMNS + "WHERE seq > ? AND settled < ? ORDER BY seq LIMIT " + PAGE)
                .params(after, BLANKED)
                .query((row, number) -> new Row(row.getLong("seq"), arrival(row)))
                .list();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        @Nullable String claimed = row.getString("claimed");
        return new Arrival(
                row.getString("receipt"),
                Instant.parse(row.getString("arrived_at")),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                claimed);
    }

    private record Row(long seq, Arrival arrival) {}
}
