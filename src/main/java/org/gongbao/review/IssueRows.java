package org.gongbao.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan.Difference;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.review.IssuePlan.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of issues that are put together, their documents, differences and history. */
final class IssueRows {

    private final JdbcClient sql;

    IssueRows(JdbcClient sql) {
        this.sql = sql;
    }

    JdbcClient client() {
        return sql;
    }

    void insert(IssuePlan plan) {
        Imprint imprint = plan.imprint();
        sql.sql("insert into gazette_plan (uid, state, version, series, sponsor, permit, cn, issn, year, issue,"
                        + " total_issue, issued_on, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(plan.uid().value(), plan.state().code(), plan.version())
                .params(imprint.series(), imprint.sponsor(), imprint.permit(), imprint.cn(), imprint.issn())
                .params(imprint.year(), imprint.issue())
                .param(imprint.totalIssue())
                .params(
                        imprint.date().toString(),
                        plan.createdBy(),
                        plan.createdAt().toString())
                .update();
    }

    /** Writes all that can change; false where it is not at the version that was seen. */
    boolean update(IssuePlan plan, int seen) {
        Imprint imprint = plan.imprint();
        return sql.sql("update gazette_plan set state = ?, version = ?, series = ?, sponsor = ?, permit = ?, cn = ?,"
                                + " issn = ?, year = ?, issue = ?, total_issue = ?, issued_on = ?, edition = ?, pages = ?,"
                                + " printed = ?, other_pages = ?, compared = ?, amends = ?, release_at = ?, problem = ?"
                                + " where uid = ? and version = ?")
                        .params(plan.state().code(), plan.version())
                        .params(imprint.series(), imprint.sponsor(), imprint.permit(), imprint.cn(), imprint.issn())
                        .params(imprint.year(), imprint.issue())
                        .param(imprint.totalIssue())
                        .param(imprint.date().toString())
                        .param(plan.edition())
                        .param(plan.pages())
                        .param(plan.printed())
                        .param(plan.otherPages())
                        .param(plan.compared())
                        .param(plan.amends())
                        .param(
                                plan.releaseAt() == null
                                        ? null
                                        : plan.releaseAt().toString())
                        .param(plan.problem())
                        .params(plan.uid().value(), seen)
                        .update()
                == 1;
    }

    Optional<IssuePlan> find(Uid uid) {
        return sql.sql("select * from gazette_plan where uid = ?")
                .param(uid.value())
                .query(IssueRows::plan)
                .optional();
    }

    /** Whether another plan is of the same issue. */
    boolean isTaken(Imprint imprint, Uid own) {
        return sql.sql("select count(*) from gazette_plan where series = ? and year = ? and issue = ? and uid <> ?")
                        .params(imprint.series(), imprint.year(), imprint.issue(), own.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The latest first. */
    List<IssuePlan> list() {
        return sql.sql("select * from gazette_plan order by issued_on desc, series, issue desc")
                .query(IssueRows::plan)
                .list();
    }

    List<IssuePlan> in(IssueState state) {
        return sql.sql("select * from gazette_plan where state = ?")
                .param(state.code())
                .query(IssueRows::plan)
                .list();
    }

    private static IssuePlan plan(ResultSet row, int number) throws SQLException {
        @Nullable String releaseAt = row.getString("release_at");
        return new IssuePlan(
                new Uid(row.getString("uid")),
                IssueState.of(row.getString("state")),
                row.getInt("version"),
                new Imprint(
                        row.getString("series"),
                        row.getString("sponsor"),
                        row.getString("permit"),
                        row.getString("cn"),
                        row.getString("issn"),
                        row.getInt("year"),
                        row.getInt("issue"),
                        integer(row, "total_issue"),
                        LocalDate.parse(row.getString("issued_on"))),
                integer(row, "edition"),
                integer(row, "pages"),
                row.getString("printed"),
                row.getString("other_pages"),
                integer(row, "compared"),
                row.getString("amends"),
                releaseAt == null ? null : Instant.parse(releaseAt),
                row.getString("problem"),
                row.getString("created_by"),
                Instant.parse(row.getString("created_at")));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    List<Item> items(Uid plan) {
        return sql.sql("select * from gazette_plan_item where plan = ? order by place")
                .param(plan.value())
                .query((row, number) -> new Item(
                        new Uid(row.getString("uid")),
                        row.getString("column_name"),
                        integer(row, "first_page"),
                        integer(row, "last_page")))
                .list();
    }

    void replaceItems(Uid plan, List<Item> items) {
        sql.sql("delete from gazette_plan_item where plan = ?")
                .param(plan.value())
                .update();
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            sql.sql("insert into gazette_plan_item (plan, place, uid, column_name, first_page, last_page)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(plan.value(), place, item.uid().value(), item.column())
                    .param(item.firstPage())
                    .param(item.lastPage())
                    .update();
        }
    }

    List<Difference> differences(Uid plan) {
        return sql.sql("select * from gazette_plan_difference where plan = ? order by number")
                .param(plan.value())
                .query((row, number) -> new Difference(
                        row.getInt("number"),
                        new Uid(row.getString("uid")),
                        row.getInt("page"),
                        row.getString("printed"),
                        row.getString("published"),
                        row.getString("erratum")))
                .list();
    }

    void replaceDifferences(Uid plan, List<Difference> differences) {
        sql.sql("delete from gazette_plan_difference where plan = ?")
                .param(plan.value())
                .update();
        for (Difference each : differences) {
            sql.sql("insert into gazette_plan_difference (plan, number, uid, page, printed, published, erratum)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(plan.value(), each.number(), each.uid().value(), each.page())
                    .params(each.printed(), each.published())
                    .param(each.erratum())
                    .update();
        }
    }

    List<Step> history(Uid plan) {
        return sql.sql("select * from gazette_plan_step where plan = ? order by number")
                .param(plan.value())
                .query((row, number) -> new Step(
                        row.getInt("number"),
                        Instant.parse(row.getString("at")),
                        row.getString("person"),
                        row.getString("name"),
                        IssueAction.of(row.getString("action")),
                        IssueState.of(row.getString("from_state")),
                        IssueState.of(row.getString("to_state")),
                        row.getString("note")))
                .list();
    }

    void append(Uid plan, Step step) {
        sql.sql("insert into gazette_plan_step (plan, number, at, person, name, action, from_state, to_state, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(plan.value(), step.number(), step.at().toString(), step.person(), step.name())
                .params(step.action().code(), step.from().code(), step.to().code(), step.note())
                .update();
    }
}
