package org.gongbao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongbao.archive.JournalFile;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;
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
        return correct(uid, field, value, person, reason, record, null);
    }

    /**
     * The same with where it stands.
     *
     * @param place a box on a page; null where nobody drew one
     */
    public DocumentRecord correct(
            Uid uid,
            String field,
            String value,
            String person,
            String reason,
            DocumentRecord record,
            @Nullable Place place) {
        Correction correction = new Correction(uid, field, value, person, reason, now(), place);
        DocumentRecord corrected = CorrectedRecord.of(record, Map.of(field, correction));
        keep(correction);
        return corrected;
    }

    /**
     * Keeps what a person reads at a place of the file.
     *
     * @param text the words that stand there; null takes back what was said of the place before
     */
    public void correctText(Uid uid, Place place, @Nullable String text, String person, String reason) {
        keep(new Correction(uid, Correction.TEXT, text, person, reason, now(), place));
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
        return sql.sql("insert into correction (uid, number, field, value, person, reason, at, place)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(correction.uid().value())
                .param(line.number())
                .param(correction.field())
                .param(correction.value())
                .param(correction.person())
                .param(correction.reason())
                .param(correction.at().toString())
                .param(correction.place() == null ? null : PlaceJson.write(correction.place()))
                .update();
    }

    /** All that was said of a document, oldest first. */
    public List<Correction> of(Uid uid) {
        return database.read()
                .sql("select * from correction where uid = ? order by number")
                .param(uid.value())
                .query((row, number) -> {
                    @Nullable String value = row.getString("value");
                    @Nullable String place = row.getString("place");
                    return new Correction(
                            uid,
                            row.getString("field"),
                            value,
                            row.getString("person"),
                            row.getString("reason"),
                            Instant.parse(row.getString("at")),
                            place == null ? null : PlaceJson.read(place));
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
        Map<String, Correction> standing = new LinkedHashMap<>();
        standing(uid).stream()
                .filter(correction -> !correction.isOfText() && !isRemoved.test(value(correction)))
                .forEach(correction -> standing.put(correction.field(), correction));
        return CorrectedRecord.of(machine, standing);
    }

    /** Of each field and place the last that was said, without what was taken back, oldest first. */
    public List<Correction> standing(Uid uid) {
        Map<String, Correction> standing = new LinkedHashMap<>();
        for (Correction correction : of(uid)) {
            Place place = correction.place();
            String key = correction.isOfText() && place != null ? PlaceJson.write(place) : correction.field();
            standing.remove(key);
            if (correction.value() != null) {
                standing.put(key, correction);
            }
        }
        return List.copyOf(standing.values());
    }

    /** What people read in the file that holds these documents, oldest first. */
    public List<TextCorrection> texts(Collection<Uid> documents) {
        return documents.stream()
                .flatMap(uid -> standing(uid).stream())
                .filter(Correction::isOfText)
                .sorted(Comparator.comparing(Correction::at))
                .map(correction -> new TextCorrection(Objects.requireNonNull(correction.place()), value(correction)))
                .toList();
    }

    private static String value(Correction standing) {
        return Objects.requireNonNull(standing.value());
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
