package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.IssueContents.Imprint;
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
}
