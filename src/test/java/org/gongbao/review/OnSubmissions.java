package org.gongbao.review;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.review.SubmittedDocument.Kind;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Submissions with their history and queues on whichever database. */
abstract class OnSubmissions {

    @TempDir
    Path folder;

    final List<String> trail = new ArrayList<>();

    Instant now = Instant.parse("2024-03-01T08:00:00Z");

    Database database;

    Submissions submissions;

    SubmissionIntake intake;

    DocumentReadings readings;

    Releases releases;

    DeskQueues queues;

    abstract String newDatabase(Path folder);

    @BeforeEach
    void open() {
        database = Database.open(newDatabase(folder));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        AuditTrail audit = (sql, actor, action, object, details) -> {
            synchronized (trail) {
                trail.add(action);
            }
        };
        submissions = new Submissions(database, audit, new DeskSettings(3, Duration.ofMinutes(15), 20), clock);
        intake = new SubmissionIntake(database, submissions, audit, clock);
        readings = new DocumentReadings(database, submissions);
        releases = new Releases(database, submissions);
        queues = new DeskQueues(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    Submission received(long batch) {
        Map<String, Kind> files = new LinkedHashMap<>(Map.of("通知.docx", Kind.MAIN));
        files.put("附件.xlsx", Kind.ANNEX);
        Submission opened = intake.open(new SubmissionIntake.Opening(
                Cases.SUBMITTER.id(), Cases.SUBMITTER.name(), Cases.DEPARTMENT, batch, files, null));
        return submissions.happened(opened.id(), Move.RECEIVE, "").orElseThrow();
    }

    Submission confirmed(long batch) {
        Submission draft = received(batch);
        Submission stated = submissions.state(Cases.SUBMITTER, draft.id(), draft.version(), Cases.STATED);
        return submissions.move(Cases.SUBMITTER, stated.id(), stated.version(), Move.CONFIRM, "");
    }

    Submission move(Person person, Submission submission, Move move) {
        return submissions.move(person, submission.id(), submission.version(), move, "事由");
    }

    Submission approved(long batch) {
        Submission endorsed = move(Cases.APPROVER, confirmed(batch), Move.ENDORSE);
        Submission taken = move(Cases.EDITOR, endorsed, Move.TAKE);
        Submission first = move(Cases.EDITOR, taken, Move.PASS);
        Submission second = move(Cases.SECOND_EDITOR, first, Move.PASS);
        return move(Cases.CHIEF, second, Move.PASS);
    }
}
