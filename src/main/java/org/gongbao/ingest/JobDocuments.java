package org.gongbao.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which documents an original holds, and where each comes from. */
final class JobDocuments {

    private final Database database;
    private final DocumentJournal journal;

    JobDocuments(Database database, DocumentJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Puts back from the journal what a lost database knew of originals; how many documents were missing. */
    int restore() {
        Map<String, DocumentJournal.Line> latest = new LinkedHashMap<>();
        journal.read().forEach(line -> latest.put(line.sha256() + line.part(), line));
        return database.write(client -> latest.values().stream()
                .mapToInt(line -> client.sql("INSERT INTO document_source (sha256, part, uid) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .param(line.sha256())
                        .param(line.part())
                        .param(line.uid().value())
                        .update())
                .sum());
    }

    /** Identifiers by part; they are fixed for good. Empty where the original was never read. */
    Map<Integer, Uid> ofOriginal(String sha256) {
        return ofOriginal(database.read(), sha256);
    }

    /** The original that holds a document; empty where none does. */
    Optional<String> originalOf(Uid uid) {
        return database.read()
                .sql("SELECT sha256 FROM document_source WHERE uid = ?")
                .param(uid.value())
                .query(String.class)
                .optional();
    }

    private static Map<Integer, Uid> ofOriginal(JdbcClient client, String sha256) {
        Map<Integer, Uid> uids = new TreeMap<>();
        client.sql("SELECT part, uid FROM document_source WHERE sha256 = ?")
                .param(sha256)
                .query((row, number) -> uids.put(row.getInt("part"), new Uid(row.getString("uid"))))
                .list();
        return uids;
    }

    /** The versions that were public when an earlier try of the job began, by part; empty on the first try. */
    Map<Integer, Integer> bases(long job) {
        Map<Integer, Integer> bases = new HashMap<>();
        database.read()
                .sql("SELECT part, base FROM job_document WHERE job = ? AND uid IS NOT NULL")
                .param(job)
                .query((row, number) -> bases.put(row.getInt("part"), row.getInt("base")))
                .list();
        return bases;
    }

    /** The title that each document of an original had when a job was last done with it. */
    Map<Uid, String> titles(String sha256) {
        Map<Uid, String> titles = new HashMap<>();
        database.read()
                .sql("SELECT d.uid, d.title FROM document_source s JOIN job_document d ON d.uid = s.uid"
                        + " WHERE s.sha256 = ? AND d.title IS NOT NULL ORDER BY d.job")
                .param(sha256)
                .query((row, number) -> titles.put(new Uid(row.getString("uid")), row.getString("title")))
                .list();
        return titles;
    }

    /**
     * Fixes the identifiers of an original's parts, and for each the version that is public before this job publishes;
     * what an earlier try has fixed stays.
     *
     * @param known identifiers by part that are not new, all of the original's, wherever they were before
     * @param published the version that is public now, 0 for none; asked only for identifiers that are not new
     */
    Map<Integer, Uid> assign(Job job, int parts, Map<Integer, Uid> known, ToIntFunction<Uid> published) {
        Map<Integer, Uid> before = ofOriginal(job.sha256());
        Map<Integer, Integer> bases = new HashMap<>();
        known.forEach((part, uid) -> bases.put(part, published.applyAsInt(uid)));
        List<DocumentJournal.Line> minted = IntStream.range(0, parts)
                .filter(part -> !known.containsKey(part))
                .mapToObj(part -> new DocumentJournal.Line(job.sha256(), part, Uid.mint()))
                .toList();
        List<DocumentJournal.Line> lines = new ArrayList<>(minted);
        known.forEach((part, uid) -> {
            if (!uid.equals(before.get(part))) {
                lines.add(new DocumentJournal.Line(job.sha256(), part, uid));
            }
        });
        journal.append(lines);
        return database.write(client -> {
            if (!before.equals(known)) {
                move(client, job.sha256(), before, known);
            }
            minted.forEach(line -> client.sql(
                            "INSERT INTO document_source (sha256, part, uid) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .param(line.sha256())
                    .param(line.part())
                    .param(line.uid().value())
                    .update());
            Map<Integer, Uid> uids = ofOriginal(client, job.sha256());
            for (int part = 0; part < parts; part++) {
                Uid uid = uids.get(part);
                if (uid == null) {
                    throw new IllegalStateException("part " + part + " of " + job.sha256() + " has no identifier");
                }
                begin(client, job.id(), part, uid, bases.getOrDefault(part, 0));
            }
            return uids;
        });
    }

    /** The jobs that are open on one document go with it. */
    private static void move(JdbcClient client, String sha256, Map<Integer, Uid> before, Map<Integer, Uid> after) {
        client.sql("DELETE FROM document_source WHERE sha256 = ?").param(sha256).update();
        Map<Uid, Integer> places = new HashMap<>();
        after.forEach((part, uid) -> {
            places.put(uid, part);
            client.sql("INSERT INTO document_source (sha256, part, uid) VALUES (?, ?, ?)")
                    .params(sha256, part, uid.value())
                    .update();
        });
        String open = " WHERE sha256 = ? AND state IN ('queued', 'running')";
        before.forEach((part, uid) -> client.sql("UPDATE job SET part = ?" + open + " AND part = ?")
                .params(-1 - places.getOrDefault(uid, part), sha256, part)
                .update());
        client.sql("UPDATE job SET part = -1 - part" + open + " AND part < 0")
                .param(sha256)
                .update();
    }

    private static void begin(JdbcClient client, long job, int part, Uid uid, int base) {
        client.sql("INSERT INTO job_document (job, part, uid, base) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (job, part) DO UPDATE SET uid = excluded.uid, base = excluded.base"
                        + " WHERE job_document.uid IS NULL")
                .param(job)
                .param(part)
                .param(uid.value())
                .param(base)
                .update();
    }

    /** Names of the files that came before a job with the same bytes, oldest first, each once. */
    List<String> namesBefore(Job job) {
        return database
                .read()
                .sql("SELECT name FROM job WHERE sha256 = ? AND id < ? ORDER BY id")
                .param(job.sha256())
                .param(job.id())
                .query(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Where a document comes from. */
    Optional<Origin> origin(Uid uid) {
        return database.read()
                .sql("SELECT s.part, s.sha256, j.receipt, j.name, j.claimed FROM document_source s"
                        + " JOIN job j ON j.sha256 = s.sha256 WHERE s.uid = ? ORDER BY j.id LIMIT 1")
                .param(uid.value())
                .query((row, number) -> origin(row))
                .optional();
    }

    /** Every original that holds documents, by its first arrival, oldest first. */
    List<Origin> origins() {
        return database.read()
                .sql(
                        "SELECT 0 AS part, j.sha256, j.receipt, j.name, j.claimed FROM job j WHERE j.id IN"
                                + " (SELECT MIN(id) FROM job WHERE receipt IS NOT NULL AND sha256 <> '' GROUP BY sha256) ORDER BY j.id")
                .query((row, number) -> origin(row))
                .list();
    }

    private static Origin origin(ResultSet row) throws SQLException {
        @Nullable String claimed = row.getString("claimed");
        return new Origin(
                row.getString("sha256"), row.getInt("part"), row.getString("receipt"), row.getString("name"), claimed);
    }

    /** A document's place in an original, with the first arrival of that. */
    record Origin(
            String sha256,
            int part,
            String receipt,
            String name,
            @Nullable String claimed) {}
}
