package org.gongbao.review;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.archive.JournalFile;
import org.gongbao.privacy.Redaction;
import org.gongbao.privacy.Treatment;
import org.gongbao.privacy.TreatmentPolicy;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People's decisions on personal data (脱敏决定), none of them ever overwritten. Each is a forced line beside the archive's roots
 * before the database has it, so that it outlives the loss of the database.
 *
 * <p>A decision is bound to its place and to what stands there, by a keyed digest. Where a later reading finds something else
 * in that place, it counts no longer, and the place waits for a decision again.
 */
public final class Redactions {

    private final Database database;
    private final JournalFile journal;
    private final RedactionKey key;
    private final TreatmentPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * Opens them.
     *
     * @param journal the file of the archive's folder that keeps them
     * @param key the file of the secret key, which is made when it is not there
     * @param audit learns of every decision, in its transaction
     */
    public Redactions(
            Database database, JournalFile journal, Path key, TreatmentPolicy policy, AuditTrail audit, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.key = RedactionKey.in(key);
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what a person decides about a place of a document.
     *
     * @param working the document as it is now, which the place is in
     * @throws IllegalArgumentException where the person may not decide it, or nothing of the kind was found there
     */
    public void decide(Uid uid, DocumentRecord working, Redaction redaction, Person by) {
        requireMayDecide(by);
        if (!redaction.person().equals(by.id()) || redaction.byChiefEditor() != by.has(Role.CHIEF_EDITOR)) {
            throw new IllegalArgumentException("the decision names another person or role than " + by.id());
        }
        if (redaction.treatment() == Treatment.KEEP
                && policy.isSensitive(redaction.kind())
                && !redaction.byChiefEditor()) {
            throw new IllegalArgumentException("the kind " + redaction.kind()
                    + " is sensitive (个人信息保护法 art. 28), which the chief editor alone may keep public");
        }
        if (!isFound(working, redaction)) {
            throw new IllegalArgumentException("nothing of the kind " + redaction.kind() + " was found at "
                    + redaction.start() + " to " + redaction.end());
        }
        keep(uid, redaction, false, digest(uid, working, redaction));
    }

    /**
     * Takes back what was decided about a place: it waits for a decision again.
     *
     * @throws IllegalArgumentException where the person may not
     */
    public void takeBack(Uid uid, Redaction redaction, Person by) {
        requireMayDecide(by);
        Redaction named = new Redaction(
                redaction.kind(),
                redaction.start(),
                redaction.end(),
                redaction.treatment(),
                redaction.ground(),
                by.id(),
                redaction.note(),
                by.has(Role.CHIEF_EDITOR));
        keep(uid, named, true, "");
    }

    private static void requireMayDecide(Person by) {
        if (!by.has(Role.PRIVACY_REVIEWER) && !by.has(Role.CHIEF_EDITOR)) {
            throw new IllegalArgumentException(
                    by.id() + " is neither privacy reviewer nor chief editor, who alone decide on personal data");
        }
    }

    private static boolean isFound(DocumentRecord working, Redaction redaction) {
        return redaction.end()
                        <= working.text().codePointCount(0, working.text().length())
                && (redaction.kind().equals(Redaction.OTHER)
                        || working.personalData().stream().anyMatch(redaction::isOf));
    }

    /** Kind, value and some text around it, so that the same value in another sentence is another matter. */
    private String digest(Uid uid, DocumentRecord working, Redaction redaction) {
        return key.digest(uid + "\n" + redaction.kind() + "\n" + RedactedPlace.of(working.text(), redaction));
    }

    private void keep(Uid uid, Redaction redaction, boolean isTakenBack, String digest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.write(sql -> {
            int number = sql.sql("select count(*) from redaction where uid = ?")
                    .param(uid.value())
                    .query(Integer.class)
                    .single();
            RedactionLine line = new RedactionLine(uid, number, redaction, isTakenBack, digest, now);
            journal.append(List.of(line.json()));
            audit.append(
                    sql,
                    redaction.person(),
                    isTakenBack ? "redaction.take-back" : "redaction.decide",
                    uid.value(),
                    Map.of(
                            "number", String.valueOf(number),
                            "kind", redaction.kind(),
                            "treatment", redaction.treatment().code()));
            return insert(sql, line);
        });
    }

    private static int insert(JdbcClient sql, RedactionLine line) {
        Redaction redaction = line.redaction();
        return sql.sql(
                        "insert into redaction (uid, number, kind, first_point, end_point, treatment, taken_back, ground,"
                                + " person, note, chief_editor, digest, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                .params(
                        line.uid().value(),
                        line.number(),
                        redaction.kind(),
                        redaction.start(),
                        redaction.end(),
                        redaction.treatment().code(),
                        line.isTakenBack() ? 1 : 0,
                        redaction.ground(),
                        redaction.person(),
                        redaction.note(),
                        redaction.byChiefEditor() ? 1 : 0,
                        line.digest(),
                        line.at().toString())
                .update();
    }

    private List<RedactionLine> lines(Uid uid) {
        return database.read()
                .sql("select * from redaction where uid = ? order by number")
                .param(uid.value())
                .query((row, number) -> new RedactionLine(
                        uid,
                        row.getInt("number"),
                        new Redaction(
                                row.getString("kind"),
                                row.getInt("first_point"),
                                row.getInt("end_point"),
                                Treatment.of(row.getString("treatment")),
                                row.getString("ground"),
                                row.getString("person"),
                                row.getString("note"),
                                row.getInt("chief_editor") == 1),
                        row.getInt("taken_back") == 1,
                        row.getString("digest"),
                        Instant.parse(row.getString("at"))))
                .list();
    }

    private List<RedactionLine> last(Uid uid) {
        Map<String, RedactionLine> last = new LinkedHashMap<>();
        lines(uid).forEach(line -> last.put(line.place(), line));
        return last.values().stream().filter(line -> !line.isTakenBack()).toList();
    }

    /** What is decided of a document's places, whether it still fits or not; the last word on each. */
    public List<Redaction> of(Uid uid) {
        return last(uid).stream().map(RedactionLine::redaction).toList();
    }

    /**
     * The decisions that fit a document as it was read now: the same kind was found in the same place, and the same words stand
     * there and around it.
     */
    public List<Redaction> standing(Uid uid, DocumentRecord working) {
        return last(uid).stream()
                .filter(line -> isFound(working, line.redaction())
                        && digest(uid, working, line.redaction()).equals(line.digest()))
                .map(RedactionLine::redaction)
                .toList();
    }

    /** What was found in a document and waits for a decision, in order. */
    public List<PersonalDatum> undecided(Uid uid, DocumentRecord working) {
        List<Redaction> standing = standing(uid, working);
        return working.personalData().stream()
                .filter(datum -> standing.stream().noneMatch(redaction -> redaction.isOf(datum)))
                .toList();
    }

    /** Destroys all that was said of an erased document. */
    void destroy(Uid uid) {
        journal.remove(json -> RedactionLine.parse(json).uid().equals(uid));
        database.write(sql -> sql.sql("delete from redaction where uid = ?")
                .param(uid.value())
                .update());
    }

    /** Puts back from the journal what the database has lost; how many. */
    public int restore() {
        Map<String, RedactionLine> latest = new LinkedHashMap<>();
        for (String json : journal.read()) {
            RedactionLine line = RedactionLine.parse(json);
            latest.put(line.uid() + " " + line.number(), line);
        }
        return database.write(sql ->
                latest.values().stream().mapToInt(line -> insert(sql, line)).sum());
    }
}
