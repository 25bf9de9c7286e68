package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;

/** What reading the same file anew keeps, compares and changes. */
abstract class ReadAnewContract extends OnIngest {

    @Test
    void readingAnewPublishesANextVersionOfWhatIsPublicOnly() throws Exception {
        run(true, file("a.txt", "通知"));
        run(false, file("b.txt", "草稿"));
        Batch batch = world.ingest.reprocess();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::kind)
                .containsExactly(OutcomeKind.PUBLISHED, OutcomeKind.WAITING);
        assertThat(world.publisher.events())
                .extracting(FilePublisher.Event::version, FilePublisher.Event::type)
                .containsExactly(tuple(1, LogEvent.Type.RELEASED), tuple(2, LogEvent.Type.REVISED));
    }

    @Test
    void aDocumentOfAnIssueKeepsItsIdentifierWhenTheIssueIsDividedOtherwise() throws Exception {
        Path issue = file("公报.txt", "公报\n收录：甲\n收录：乙\n收录：丙");
        world.workers.overlooked.add("甲");
        List<DocumentOutcome> first = run(true, issue);
        world.workers.overlooked.clear();
        world.workers.overlooked.add("乙");
        Batch batch = world.ingest.reprocess(first.get(2).uid()).orElseThrow();
        world.ingest.awaitDone(batch, progress -> {});
        List<DocumentOutcome> second = world.ingest.outcomes(batch);

        assertThat(first).extracting(DocumentOutcome::title).containsExactly("公报", "乙", "丙");
        assertThat(second)
                .extracting(DocumentOutcome::part, DocumentOutcome::title, DocumentOutcome::kind)
                .containsExactly(
                        tuple(0, "公报", OutcomeKind.PUBLISHED),
                        tuple(1, "甲", OutcomeKind.WAITING),
                        tuple(2, "丙", OutcomeKind.PUBLISHED),
                        tuple(3, "乙", OutcomeKind.UNCHANGED));
        assertThat(second.get(2).uid()).isEqualTo(first.get(2).uid());
        assertThat(second.get(3).uid()).isEqualTo(first.get(1).uid());
        assertThat(second.get(1).uid())
                .isNotIn(first.stream().map(DocumentOutcome::uid).toList());
        assertThat(second.get(3).reasons()).first().asString().contains("divided otherwise");
        assertThat(world.publisher.events())
                .allSatisfy(event -> assertThat(event.title())
                        .isEqualTo(world.publisher.events().stream()
                                .filter(other -> other.uid().equals(event.uid()))
                                .findFirst()
                                .orElseThrow()
                                .title()));
    }

    @Test
    void aComparisonTellsFieldByFieldWhatWouldChangeAndChangesNothing() throws Exception {
        Uid uid = uid(run(true, file("a.txt", "通知\n密级：秘密")).get(0));
        world.workers.overlooksMarks = true;
        run(true, file("b.txt", "通告\n正文"));
        Uid waiting = uid;
        world.workers.prefix = "新";
        Batch batch = world.ingest.compare();
        world.ingest.awaitDone(batch, progress -> {});
        List<DocumentOutcome> compared = world.ingest.outcomes(batch);
        Batch again = world.ingest.compare(waiting).orElseThrow();
        world.ingest.awaitDone(again, progress -> {});

        assertThat(compared)
                .extracting(DocumentOutcome::kind, DocumentOutcome::reasons)
                .containsExactly(
                        tuple(OutcomeKind.DIFFERS, List.of("title: 通知 → 新通知", "secrecy: 秘密 → null")),
                        tuple(OutcomeKind.DIFFERS, List.of("title: 通告 → 新通告")));
        assertThat(world.ingest.outcomes(again)).hasSize(1).first().isEqualTo(compared.get(0));
        assertThat(world.publisher.events())
                .extracting(FilePublisher.Event::title)
                .containsExactly("通告");
    }

    @Test
    void aComparisonFixesNoIdentifierOfADocumentThatItFinds() throws Exception {
        world.workers.overlooked.add("甲");
        run(true, file("公报.txt", "公报\n收录：甲\n收录：乙"));
        world.workers.overlooked.clear();
        Batch batch = world.ingest.compare();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::title, DocumentOutcome::kind, outcome -> outcome.uid() == null)
                .contains(tuple("甲", OutcomeKind.DIFFERS, true), tuple("乙", OutcomeKind.UNCHANGED, false));
        assertThat(world.documents.ofOriginal(world.documents.origins().get(0).sha256()))
                .hasSize(2);
    }

    @Test
    void whatAPersonSaidOfAFieldStaysWhenTheFileIsReadAnew() throws Exception {
        DocumentOutcome first = run(true, file("a.txt", "通知")).get(0);
        Uid uid = uid(first);
        world.corrections.correct(uid, "title", "\"关于防汛的通知\"", "李馆员", "原件第一页", published(uid));
        world.workers.prefix = "新";
        Batch batch = world.ingest.reprocess();
        world.ingest.awaitDone(batch, progress -> {});

        DocumentRecord record = published(uid);
        assertThat(record.title()).isEqualTo("关于防汛的通知");
        assertThat(record.claims().get("title")).extracting(Claim::rule).containsExactly("person/1");
        assertThat(record.findings()).extracting(Finding::code).contains("field.corrected");
        assertThat(CanonicalJson.write(record)).doesNotContain("李馆员").doesNotContain("原件第一页");
        assertThat(world.ingest.outcomes(batch).get(0).reasons()).containsExactly("title: 通知 → 关于防汛的通知");
        assertThat(uid(world.ingest.outcomes(batch).get(0))).isEqualTo(uid);
    }

    @Test
    void termsThatNobodyKnowsAnyMoreStayThoseOfThePackage() throws Exception {
        Uid uid = uid(run(false, file("a.txt", "通知")).get(0));
        world.terms.put(uid, Terms.SEARCH_ENGINES);
        world.ingest.awaitDone(world.ingest.publish(uid).orElseThrow(), progress -> {});
        assertThat(termsOf(uid)).isEqualTo(Terms.SEARCH_ENGINES);

        world.terms.clear();
        world.workers.prefix = "新";
        world.ingest.awaitDone(world.ingest.reprocess(), progress -> {});
        assertThat(published(uid).title()).startsWith("新");
        assertThat(termsOf(uid)).isEqualTo(Terms.SEARCH_ENGINES);

        world.terms.put(uid, Terms.OPEN);
        world.workers.prefix = "更新";
        world.ingest.awaitDone(world.ingest.reprocess(), progress -> {});
        assertThat(termsOf(uid)).isEqualTo(Terms.OPEN);
    }

    private Terms termsOf(Uid uid) {
        return ((PublicState.Public) world.publisher.find(uid).orElseThrow())
                .document()
                .terms();
    }

    @Test
    void whatAPersonSaidOfOneDocumentOfAnIssueStandsInTheIssueToo() throws Exception {
        List<DocumentOutcome> issue = run(true, file("公报.txt", "公报\n收录：甲\n收录：乙"));
        Uid second = uid(issue.get(2));
        world.corrections.correct(second, "title", "\"丙\"", "李馆员", "目录", published(second));
        Batch batch = world.ingest.reprocess();
        world.ingest.awaitDone(batch, progress -> {});

        assertThat(world.ingest.outcomes(batch))
                .extracting(DocumentOutcome::title, DocumentOutcome::uid)
                .containsExactly(
                        tuple("公报", issue.get(0).uid()), tuple("甲", issue.get(1).uid()), tuple("丙", second));
        assertThat(published(uid(issue.get(0))).items())
                .extracting(DocumentRecord::title)
                .containsExactly("甲", "丙");
    }
}
