package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.Canary;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan.Difference;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issues that are put together, on every database. */
abstract class IssuePlansContract {

    @TempDir
    Path folder;

    private final List<String> trailed = new ArrayList<>();
    private Database database;
    private IssuePlans plans;

    abstract String newDatabase(Path folder);

    @BeforeEach
    void open() {
        database = Database.open(newDatabase(folder));
        plans = new IssuePlans(
                database,
                (sql, actor, action, object, details) -> trailed.add(actor + " " + action),
                Clock.fixed(Instant.parse("2024-03-01T01:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Imprint imprint(int issue) {
        return new Imprint("云州市人民政府公报", "云州市人民政府", "云内资字001号", "", "", 2024, issue, null, LocalDate.of(2024, 3, 20));
    }

    @Test
    void whatIsKeptIsReadBackTheSame() {
        IssuePlan plan = plans.create(Cases.EDITOR, imprint(1));
        List<Item> items = List.of(new Item(Uid.mint(), "市政府文件", 3, 5), new Item(Uid.mint(), "市府办文件", null, null));

        IssuePlan after = plans.arrange(Cases.EDITOR, plan.uid(), 0, items);

        assertThat(plans.find(plan.uid())).contains(after);
        assertThat(plans.items(after)).isEqualTo(items);
        assertThat(plans.list()).containsExactly(after);
        assertThat(plans.history(after).stream().map(step -> step.action().code()))
                .containsExactly("create", "arrange");
        assertThat(trailed).containsExactly("p-editor issue.create", "p-editor issue.arrange");
    }

    @Test
    void differencesKeepTheirErrata() {
        IssuePlan plan = plans.create(Cases.EDITOR, imprint(1));
        List<Difference> differences = List.of(
                new Difference(0, Uid.mint(), 3, "31日", "30日", null), new Difference(1, Uid.mint(), 4, "", "附", "漏排"));

        plans.change(
                Cases.EDITOR,
                plan.uid(),
                0,
                IssueAction.COMPARE,
                "2",
                (change, rows) -> rows.replaceDifferences(plan.uid(), differences));

        assertThat(plans.differences(plan)).isEqualTo(differences);
    }

    @Test
    void oneIssueIsPutTogetherOnce() {
        plans.create(Cases.EDITOR, imprint(1));

        assertThatThrownBy(() -> plans.create(Cases.SECOND_EDITOR, imprint(1)))
                .isInstanceOfSatisfying(
                        IssueRefusedException.class, e -> assertThat(e.word()).isEqualTo("issue-taken"));
    }

    @Test
    void ofTwoChangesAtOnceOneIsMadeAndTheOtherLearnsOfIt() {
        IssuePlan plan = plans.create(Cases.EDITOR, imprint(1));
        plans.imprint(Cases.EDITOR, plan.uid(), 0, imprint(2));

        assertThatThrownBy(() -> plans.imprint(Cases.SECOND_EDITOR, plan.uid(), 0, imprint(3)))
                .isInstanceOfSatisfying(
                        IssueRefusedException.class, e -> assertThat(e.word()).isEqualTo("stale"));
        assertThat(plans.find(plan.uid()).orElseThrow().imprint()).isEqualTo(imprint(2));
    }

    @Test
    void nobodyElseThanAnEditorPutsIssuesTogether() {
        assertThatThrownBy(() -> plans.create(Cases.PRIVACY, imprint(1))).isInstanceOf(IssueRefusedException.class);
    }

    private IssuePlan holding(Uid uid, IssueFiles files) throws IOException {
        IssuePlan plan = plans.create(Cases.EDITOR, imprint(1));
        plans.arrange(
                Cases.EDITOR, plan.uid(), 0, List.of(new Item(uid, "市政府文件", 1, 1), new Item(OTHER, "市政府文件", 2, 2)));
        plans.change(Cases.EDITOR, plan.uid(), 1, IssueAction.COMPARE, "金丝雀", (change, rows) -> {
            change.printed = "0".repeat(64);
            change.pages = 2;
            rows.replaceDifferences(
                    plan.uid(),
                    List.of(
                            new Difference(0, uid, 1, "金丝雀", "金丝鸟", "应为金丝雀"),
                            new Difference(1, OTHER, 2, "31日", "30日", null)));
        });
        IssueFiles.write(files.newEdition(plan.uid(), 2).resolve("issue.pdf"), "金丝雀".getBytes(StandardCharsets.UTF_8));
        return plan;
    }

    private static final Uid OTHER = new Uid("0000000000000001");

    @Test
    void whatAnIssueHoldsOfAnErasedDocumentGoesAndItIsADraftAgain() throws IOException {
        Uid erased = Uid.mint();
        Path home = folder.resolve("issues");
        IssueFiles files = new IssueFiles(home);
        IssuePlan plan = holding(erased, files);

        assertThat(new IssueTraces(database, files, new NothingPublished()).destroy(erased))
                .isEmpty();

        assertThat(plans.differences(plan))
                .containsExactly(
                        new Difference(0, erased, 1, "", "", ""), new Difference(1, OTHER, 2, "31日", "30日", null));
        assertThat(plans.history(plan)).extracting(IssuePlan.Step::note).containsOnly("");
        IssuePlan after = plans.find(plan.uid()).orElseThrow();
        assertThat(after.state()).isEqualTo(IssueState.DRAFT);
        assertThat(after.printed()).isNull();
        assertThat(Canary.holding(home, "金丝雀")).isEmpty();
    }

    @Test
    void anIssueThatIsOutWithAnErasedDocumentIsNamed() throws IOException {
        Uid erased = Uid.mint();
        IssueFiles files = new IssueFiles(folder.resolve("issues"));
        IssuePlan plan = holding(erased, files);
        plans.change(
                Cases.EDITOR,
                plan.uid(),
                2,
                IssueAction.COMPARE,
                "",
                (change, rows) -> change.state = IssueState.RELEASED);

        assertThat(new IssueTraces(database, files, new NothingPublished()).destroy(erased))
                .singleElement()
                .asString()
                .contains(plan.uid().value(), "released");
    }

    /** A register with nothing in it. */
    private static final class NothingPublished implements PublishedDocuments {
        @Override
        public Optional<PublicState> find(Uid uid) {
            return Optional.empty();
        }

        @Override
        public Stream<PublishedDocument> all() {
            return Stream.empty();
        }

        @Override
        public long count() {
            return 0;
        }

        @Override
        public long position() {
            return 0;
        }
    }
}
