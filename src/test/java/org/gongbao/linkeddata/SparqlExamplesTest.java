package org.gongbao.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.linkeddata.JenaSparqlService.SparqlBounds;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example query of {@code ontology/queries} finds something where there is something to find. */
class SparqlExamplesTest {

    private static final Path QUERIES = Path.of("ontology/queries");

    private static final Uid PLAN = new Uid("0000000000000001");
    private static final Uid DECREE = new Uid("0000000000000002");
    private static final Uid REPEAL = new Uid("0000000000000003");
    private static final Uid READING = new Uid("0000000000000004");
    private static final Vocabulary VOCABULARY = new Vocabulary("https://gongbao.example");

    @TempDir
    static Path folder;

    private static TripleStore store;
    private static JenaSparqlService service;

    @BeforeAll
    static void open() {
        store = new TripleStore(folder);
        service = new JenaSparqlService(store, VOCABULARY, new SparqlBounds(Duration.ofSeconds(20), 1_000, 1_000_000));
        DocumentRecord plan = Documents.plan().build();
        DocumentRecord decree = Documents.plan()
                .title("云州市公共数据管理办法")
                .enclosedTitle(null)
                .documentKind("命令")
                .documentNumber("云州市人民政府令第15号")
                .issuedOn(LocalDate.of(2022, 11, 21))
                .effectiveOn(LocalDate.of(2023, 1, 1))
                .tasks(List.of())
                .citations(List.of())
                .build();
        DocumentRecord repeal = Documents.plan()
                .title("关于废止公共数据管理办法的通知")
                .enclosedTitle(null)
                .tasks(List.of())
                .citations(List.of(
                        new org.gongbao.record.Citation("云州市公共数据管理办法", "云州市人民政府令第15号", "废止", "《云州市公共数据管理办法》同时废止")))
                .build();
        DocumentRecord reading = Documents.plan()
                .title("数据开放工作方案解读")
                .documentKind(null)
                .tasks(List.of())
                .citations(List.of())
                .build();
        new LinkedDataDissemination(store, VOCABULARY, new JenaOntology(VOCABULARY).model(), "1")
                .apply(
                        List.of(
                                change(PLAN, plan, 1, relation("依据", true, DECREE), relation("解读", false, READING)),
                                change(DECREE, decree, 2, relation("依据", false, PLAN), relation("废止", false, REPEAL)),
                                change(REPEAL, repeal, 3, relation("废止", true, DECREE)),
                                change(READING, reading, 4, relation("解读", true, PLAN))),
                        4);
    }

    @AfterAll
    static void close() {
        service.close();
        store.close();
    }

    private static Relation relation(String kind, boolean outgoing, Uid other) {
        return new Relation(kind, outgoing, other, "题名", null, "原话");
    }

    private static Change change(Uid uid, DocumentRecord record, long position, Relation... relations) {
        Instant at = Instant.parse("2024-03-13T02:00:00Z");
        PublishedDocument document = new PublishedDocument(
                uid, 1, position, at, at, new PublicPackage(uid, 1, record, List.of()), List.of(relations));
        return new Change(position, uid, document);
    }

    static Stream<Path> queries() throws IOException {
        return Files.list(QUERIES)
                .filter(file -> file.toString().endsWith(".rq"))
                .sorted();
    }

    @Test
    void thereAreAtLeastTen() throws IOException {
        assertThat(queries().count()).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void anExampleSaysWhatItAsksInBothLanguagesAndFindsSomething(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).matches("(?s)# zh: \\p{IsHan}.*\\R# en: [A-Z].*");
        String query = text.replace("{base}", VOCABULARY.base());
        boolean isGraph = query.contains("CONSTRUCT {");
        Answer answer = service.answer(Asked.of(query, isGraph ? "application/n-triples" : "text/csv"));
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Result.class);
        assertThat(new String(((Answer.Result) answer).bytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(isGraph ? 0 : 1))
                .as(text)
                .isNotEmpty();
    }
}
