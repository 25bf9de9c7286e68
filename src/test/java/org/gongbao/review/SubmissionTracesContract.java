package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.Canary;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.archive.JournalFile;
import org.gongbao.privacy.TreatmentPolicy;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.review.SubmittedDocument.Kind;
import org.junit.jupiter.api.Test;

/** Who may see what of a submission, and what is left of it when its document is erased. */
abstract class SubmissionTracesContract extends OnSubmissions {

    @Test
    void everybodyFindsTheirOwnOnTheDesk() {
        Submission waiting = confirmed(1);
        received(2);
        approved(3);

        assertThat(queues.counts(Cases.APPROVER).get(Queue.WAITING)).isEqualTo(1);
        assertThat(queues.list(Cases.APPROVER, Queue.WAITING, 0, 10))
                .extracting(Submission::id)
                .containsExactly(waiting.id());
        assertThat(queues.counts(Cases.SUBMITTER).get(Queue.ALL)).isEqualTo(3);
        assertThat(queues.counts(Cases.STRANGER).get(Queue.ALL)).isZero();
        assertThat(queues.counts(Cases.EDITOR).get(Queue.ALL)).isEqualTo(1);
        assertThat(queues.counts(Cases.EDITOR).get(Queue.SCHEDULED)).isEqualTo(1);
        assertThat(queues.counts(Cases.KEEPER).get(Queue.ALL)).isZero();
    }

    private static final String CANARY = "金丝雀";

    private Submission withWordsEverywhere(Uid uid) {
        Submission opened = intake.open(new SubmissionIntake.Opening(
                Cases.SUBMITTER.id(),
                Cases.SUBMITTER.name(),
                Cases.DEPARTMENT,
                8,
                Map.of(CANARY + ".zip", Kind.MAIN),
                CANARY + "-1"));
        submissions.happened(opened.id(), Move.RECEIVE, "");
        readings.read(new DocumentReadings.Read(8, CANARY + ".zip", 1, uid, CANARY, "held", CANARY + "里有身份证号"));
        Submission read = submissions.find(opened.id()).orElseThrow();
        Statement stated = new Statement(
                Statement.Mode.PROACTIVE,
                20,
                "依据" + CANARY,
                "审核人乙",
                Statement.Interpretation.NONE,
                "",
                CANARY + "无需解读",
                Reach.OPEN_DATA,
                Statement.Openness.UNCONDITIONAL);
        submissions.state(Cases.SUBMITTER, read.id(), read.version(), stated);
        submissions.comment(Cases.SUBMITTER, read.id(), "请看" + CANARY);
        database.write(sql -> sql.sql("update submission set problem = ?, amendment = ? where id = ?")
                .params(CANARY, CANARY, read.id())
                .update());
        return submissions.find(read.id()).orElseThrow();
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (String table : List.of("submission", "submission_document", "submission_step", "document_likeness")) {
            rows.append(database.read().sql("select * from " + table).query().listOfRows());
        }
        return rows.toString();
    }

    @Test
    void nothingThatWasWrittenToAnErasedDocumentIsLeftButWhoDidWhatAndWhen() throws IOException {
        Uid uid = Uid.mint();
        Submission before = withWordsEverywhere(uid);
        new LikeDocuments(database, submissions).note(uid, flood(CANARY));
        List<Step> done = submissions.history(before);
        assertThat(rows()).contains(CANARY);
        AuditTrail audit = (sql, actor, action, object, details) -> {};
        Clock clock = Clock.fixed(now, ZoneId.of("Asia/Shanghai"));

        new ReviewTraces(
                        database,
                        new Corrections(database, new JournalFile(folder.resolve("corrections.jsonl")), clock),
                        new Redactions(
                                database,
                                new JournalFile(folder.resolve("redactions.jsonl")),
                                folder.resolve("key"),
                                TreatmentPolicy.over(null),
                                audit,
                                clock))
                .destroy(uid);
        assertThat(database.compact()).isTrue();

        assertThat(rows()).doesNotContain(CANARY).contains(uid.value());
        assertThat(database.read()
                        .sql("select count(*) from document_likeness")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Canary.holding(folder, CANARY)).isEmpty();
        Submission after = submissions.find(before.id()).orElseThrow();
        assertThat(after.statement()).isEqualTo(before.statement().withoutWords());
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(submissions.history(after))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("note")
                .isEqualTo(done);
        assertThat(submissions.history(after))
                .filteredOn(step -> step.kind() == Step.Kind.EDIT)
                .extracting(Step::note)
                .containsExactly("statement");
        assertThat(submissions.documents(after))
                .extracting(SubmittedDocument::part)
                .containsExactly(0, 1);
    }

    private static final Person LEARNER = new Person("p-learner", "报送员", "云州市教育局", Set.of(Role.SUBMITTER));

    private static DocumentRecord flood(String title) {
        return DocumentRecord.builder(new Source("a.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false))
                .title(title)
                .issuers(List.of(Cases.DEPARTMENT))
                .text("各县区水利局：为做好今年汛期各项准备，请对辖区水库、堤防、涵闸逐一排查，建立台账，落实责任人，" + "于四月底前报送排查情况，并组织抢险队伍开展演练，储备砂石、编织袋、照明器材等物资。")
                .build();
    }

    private Submission holding(Person by, long batch, Uid uid, LikeDocuments likes, DocumentRecord record) {
        Submission opened = intake.open(new SubmissionIntake.Opening(
                by.id(), by.name(), String.valueOf(by.department()), batch, Map.of("a.txt", Kind.MAIN), null));
        Submission submission =
                submissions.happened(opened.id(), Move.RECEIVE, "").orElseThrow();
        readings.read(new DocumentReadings.Read(batch, "a.txt", 0, uid, record.title(), "waiting", null));
        likes.note(uid, record);
        return submission;
    }

    @Test
    void aPersonLearnsOfLikeSubmissionsOnlyWhereThePersonMaySeeThem() {
        LikeDocuments likes = new LikeDocuments(database, submissions);
        Uid uid = Uid.mint();
        DocumentRecord record = flood("关于汛前准备工作的通知");
        Submission own = holding(Cases.SUBMITTER, 21, uid, likes, record);
        Uid twin = Uid.mint();
        holding(Cases.SUBMITTER, 22, twin, likes, flood("关于“汛前准备”工作的通知"));
        Uid foreign = Uid.mint();
        Submission foreigners = holding(LEARNER, 23, foreign, likes, flood("关于做好汛前检查的通知"));

        assertThat(likes.of(Cases.SUBMITTER, own, uid, record)).singleElement().satisfies(like -> {
            assertThat(like.uid()).isEqualTo(twin);
            assertThat(like.isSameTitle()).isTrue();
            assertThat(like.percent()).isEqualTo(100);
        });
        assertThat(likes.of(LEARNER, foreigners, foreign, flood("关于做好汛前检查的通知"))).isEmpty();
        assertThat(likes.of(Cases.EDITOR, own, uid, record)).isEmpty();

        database.write(
                sql -> sql.sql("update submission set state = 'submitted'").update());
        assertThat(likes.of(Cases.EDITOR, own, uid, record))
                .extracting(LikeDocuments.Like::uid)
                .containsExactlyInAnyOrder(twin, foreign);
        assertThat(likes.of(Cases.SUBMITTER, own, uid, record))
                .extracting(LikeDocuments.Like::uid)
                .containsExactly(twin);
        assertThat(likes.of(Cases.KEEPER, own, uid, record)).isEmpty();

        database.write(sql -> LikeDocuments.forget(sql, twin));
        database.write(sql -> sql.sql("update submission set state = 'declined' where id = ?")
                .param(foreigners.id())
                .update());
        assertThat(likes.of(Cases.EDITOR, own, uid, record)).isEmpty();
    }
}
