package org.gongbao.ingest;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.system.Database;

/** The rows of batches. */
final class Batches {

    /** Beginning of the name of a row that marks the archive of a data folder as restored. */
    private static final String RESTORED = "restored ";

    private final Database database;
    private final Clock clock;

    Batches(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Batch open(String origin) {
        return database.write(client -> {
            long id = Counter.BATCH.next(client, 1);
            client.sql("INSERT INTO batch (id, origin, created_at, submitted) VALUES (?, ?, ?, 0)")
                    .param(id)
                    .param(origin)
                    .param(clock.instant().toString())
                    .update();
            return new Batch(id);
        });
    }

    /** Says that all files of the batch have arrived. */
    void submitted(Batch batch) {
        database.write(client -> client.sql("UPDATE batch SET submitted = 1 WHERE id = ?")
                .param(batch.id())
                .update());
    }

    Optional<Batch> first(String origin) {
        return database.read()
                .sql("SELECT id FROM batch WHERE origin = ? ORDER BY id LIMIT 1")
                .param(origin)
                .query(Long.class)
                .optional()
                .map(Batch::new);
    }

    /** Whether nothing is missing in the database of what the archive of a data folder tells. */
    boolean isRestored(String owner) {
        return database.read()
                .sql("SELECT value FROM ingest_counter WHERE name = ?")
                .param(RESTORED + owner)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void setRestored(String owner) {
        database.write(client -> client.sql("INSERT INTO ingest_counter (name, value) VALUES (?, 1)")
                .param(RESTORED + owner)
                .update());
    }

    /** Names of the files that a batch holds already. */
    Set<String> names(Batch batch) {
        return database
                .read()
                .sql("SELECT name FROM job WHERE batch = ?")
                .param(batch.id())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    Progress progress(Batch batch) {
        int submitted = database.read()
                .sql("SELECT submitted FROM batch WHERE id = ?")
                .param(batch.id())
                .query(Integer.class)
                .single();
        Map<String, Integer> states =
                counts("SELECT state AS word, COUNT(*) AS n FROM job WHERE batch = ? GROUP BY state", batch);
        Map<String, Integer> outcomes = counts(
                "SELECT d.outcome AS word, COUNT(*) AS n FROM job j JOIN job_document d ON d.job = j.id"
                        + " WHERE j.batch = ? AND d.outcome IS NOT NULL GROUP BY d.outcome",
                batch);
        Map<OutcomeKind, Integer> documents = new EnumMap<>(OutcomeKind.class);
        outcomes.forEach((word, count) -> documents.put(OutcomeKind.of(word), count));
        int files = states.values().stream().mapToInt(Integer::intValue).sum();
        int done = states.getOrDefault("done", 0) + states.getOrDefault("parked", 0);
        return new Progress(submitted == 1, files, done, documents);
    }

    private Map<String, Integer> counts(String sql, Batch batch) {
        List<Map.Entry<String, Integer>> rows = database.read()
                .sql(sql)
                .param(batch.id())
                .query((row, number) -> Map.entry(row.getString("word"), row.getInt("n")))
                .list();
        return rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
