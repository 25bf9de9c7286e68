package org.gongbao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gongbao.archive.JournalFile;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People's corrections of fields (人工更正), oldest first, none of them ever overwritten. Each is a forced line beside the
 * archive's roots before the database has it, so that it outlives the loss of the database.
 */
public final class Corrections {

    private final Database database;
    private final JournalFile journal;
    private final Clock clock;

    /** @param journal the file of the archive's folder that keeps them */
    public Corrections(Database database, JournalFile journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps what a person says of a field.
     *
     * @param value the field's value as JSON, such as {@code "标题"}, {@code ["机关"]} or {@code null} for none
     * @param record the document as it is now, against which the value is tried
     * @return the document with it
     * @throws IllegalArgumentException where the field cannot be corrected, or the value does not fit it
     */
    public DocumentRecord correct(
            Uid uid, String field, String value, String person, String reason, DocumentRecord record) {
        DocumentRecord corrected = CorrectedRecord.of(record, Map.of(field, value));
        keep(new Correction(uid, field, value, person, reason, now()));
        return corrected;
    }

    /** Takes back what was said of a field: what machines read counts again. */
    public void takeBack(Uid uid, String field, String person, String reason) {
        keep(new Correction(uid, field, null, person, reason, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The line is forced inside the transaction, so that its number is nobody else's. */
    private void keep(Correction correction) {
        database.write(sql -> {
            int number = sql.sql("select count(*) from correction where uid = ?")
                    .param(correction.uid().value())
                    .query(Integer.class)
                    .single();
            CorrectionLine line = new CorrectionLine(number, correction);
            journal.append(List.of(line.json()));
            return insert(sql, line);
        });
    }

    private static int insert(JdbcClient sql, CorrectionLine line) {
        Correction correction = line.correction();
        return sql.sql("insert into correction (uid, number, field, value, person, reason, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(correction.uid().value())
                .param(line.number())
                .param(correction.field())
                .param(correction.value())
                .param(correction.person())
                .param(correction.reason())
                .param(correction.at().toString())
                .update();
    }

    /** All that was said of a document, oldest first. */
    public List<Correction> of(Uid uid) {
        return database.read()
                .sql("select * from correction where uid = ? order by number")
                .param(uid.value())
                .query((row, number) -> {
                    @Nullable String value = row.getString("value");
                    return new Correction(
                            uid,
                            row.getString("field"),
                            value,
                            row.getString("person"),
                            row.getString("reason"),
                            Instant.parse(row.getString("at")));
                })
                .list();
    }

    /** The record as a machine read it, with what people said of its fields. */
    public DocumentRecord apply(Uid uid, DocumentRecord machine) {
        return apply(uid, machine, value -> false);
    }

    /**
     * The same for a record from which something was removed.
     *
     * @param isRemoved whether words hold something that was removed; what people said in such words is left out
     */
    public DocumentRecord apply(Uid uid, DocumentRecord machine, Predicate<String> isRemoved) {
        Map<String, String> standing = new LinkedHashMap<>();
        for (Correction correction : of(uid)) {
            String value = correction.value();
            if (value == null) {
                standing.remove(correction.field());
            } else {
                standing.put(correction.field(), value);
            }
        }
        standing.values().removeIf(isRemoved);
        return CorrectedRecord.of(machine, standing);
    }

    /** Destroys all that was said of an erased document. */
    void destroy(Uid uid) {
        journal.remove(json -> CorrectionLine.parse(json).correction().uid().equals(uid));
        database.write(sql -> sql.sql("delete from correction where uid = ?")
                .param(uid.value())
                .update());
    }

    /** Puts back from the journal what the database has lost; how many. */
    public int restore() {
        Map<String, CorrectionLine> latest = new LinkedHashMap<>();
        for (String json : journal.read()) {
            CorrectionLine line = CorrectionLine.parse(json);
            latest.put(line.correction().uid() + " " + line.number(), line);
        }
        return database.write(sql ->
                latest.values().stream().mapToInt(line -> insert(sql, line)).sum());
    }
}
