package org.gongbao.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan.Change;
import org.gongbao.review.IssuePlan.Difference;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.review.IssuePlan.Step;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Issues of a gazette that are put together from published documents (公报编排). Every change is one transaction with its step in
 * the history and its entry in the audit trail, and says which version it was made on.
 */
public final class IssuePlans {

    /** Most documents of one issue. */
    public static final int MOST_ITEMS = 500;

    private final Database database;
    private final AuditTrail trail;
    private final Clock clock;

    public IssuePlans(Database database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Begins an issue.
     *
     * @throws IssueRefusedException where there is a plan of this issue already
     */
    public IssuePlan create(Person person, Imprint imprint) {
        mayMake(person);
        IssuePlan plan = new IssuePlan(
                Uid.mint(),
                IssueState.DRAFT,
                0,
                imprint,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                null,
                person.id(),
                now());
        return database.write(sql -> {
            IssueRows rows = new IssueRows(sql);
            unlessTaken(rows, imprint, plan.uid());
            rows.insert(plan);
            append(rows, plan, plan, person.id(), person.name(), IssueAction.CREATE, "");
            return plan;
        });
    }

    /** Asked first, since not every database tells a double row from another fault; the index has the last word. */
    private static void unlessTaken(IssueRows rows, Imprint imprint, Uid own) {
        if (rows.isTaken(imprint, own)) {
            throw new IssueRefusedException("issue-taken", imprint.title() + " is being put together already");
        }
    }

    public Optional<IssuePlan> find(Uid uid) {
        return rows().find(uid);
    }

    /** All, the latest first. */
    public List<IssuePlan> list() {
        return rows().list();
    }

    public List<Item> items(IssuePlan plan) {
        return rows().items(plan.uid());
    }

    public List<Difference> differences(IssuePlan plan) {
        return rows().differences(plan.uid());
    }

    public List<Step> history(IssuePlan plan) {
        return rows().history(plan.uid());
    }

    private IssueRows rows() {
        return new IssueRows(database.read());
    }

    /** Changes what stands on cover and imprint. */
    public IssuePlan imprint(Person person, Uid uid, int seen, Imprint imprint) {
        return change(person, uid, seen, IssueAction.IMPRINT, "", (change, rows) -> {
            unlessTaken(rows, imprint, uid);
            change.imprint = imprint;
        });
    }

    /** Sets which documents are in it, in which order and column; pages of documents that stay are kept. */
    public IssuePlan arrange(Person person, Uid uid, int seen, List<Item> items) {
        Set<Uid> uids = new HashSet<>();
        items.forEach(item -> uids.add(item.uid()));
        if (uids.size() < items.size() || items.size() > MOST_ITEMS) {
            throw new IssueRefusedException("item-twice", "an issue holds a document once, and at most " + MOST_ITEMS);
        }
        return change(person, uid, seen, IssueAction.ARRANGE, "", (change, rows) -> {
            change.compared = null;
            rows.replaceItems(uid, items);
        });
    }

    /** The people with a hand in the issue as it is: they do not release it. */
    static boolean hasMade(Person person, List<Step> history) {
        return history.stream()
                .anyMatch(step -> step.action().isMaking() && step.person().equals(person.id()));
    }

    /** What a change does besides the state it leads to. */
    interface Changing extends BiConsumer<Change, IssueRows> {}

    /**
     * Makes a change of which only its kind says who may.
     *
     * @throws IssueRefusedException {@code not-found}, {@code stale}, {@code not-from-here}, {@code own-issue},
     *     {@code not-your-role}
     */
    IssuePlan change(Person person, Uid uid, int seen, IssueAction action, String note, Changing changing) {
        mayMake(person);
        return database.write(sql -> {
            IssueRows rows = new IssueRows(sql);
            IssuePlan before = seen(rows, uid, seen);
            if (!action.isFrom(before.state())) {
                throw new IssueRefusedException(
                        "issue-not-from-here", action.code() + " is not done in state " + before.state());
            }
            return write(rows, before, person.id(), person.name(), action, note, changing);
        });
    }

    IssuePlan seen(Uid uid, int seen) {
        return seen(rows(), uid, seen);
    }

    private static IssuePlan seen(IssueRows rows, Uid uid, int seen) {
        IssuePlan plan =
                rows.find(uid).orElseThrow(() -> new IssueRefusedException("not-found", "there is no issue " + uid));
        if (plan.version() != seen) {
            throw stale(uid, seen);
        }
        return plan;
    }

    private static IssueRefusedException stale(Uid uid, int seen) {
        return new IssueRefusedException("stale", "issue " + uid + " was changed since version " + seen);
    }

    private static void mayMake(Person person) {
        if (!person.has(Role.EDITOR) && !person.has(Role.CHIEF_EDITOR)) {
            throw new IssueRefusedException("not-your-role", person.id() + " is no editor");
        }
    }

    private IssuePlan write(
            IssueRows rows,
            IssuePlan before,
            String person,
            String name,
            IssueAction action,
            String note,
            Changing changing) {
        Change change = before.change();
        change.state = action.after(before.state());
        changing.accept(change, rows);
        IssuePlan after = change.made();
        if (!rows.update(after, before.version())) {
            throw stale(before.uid(), before.version());
        }
        append(rows, before, after, person, name, action, note);
        return after;
    }

    /** What follows from something that has happened; nothing where it does not lead on from there. */
    Optional<IssuePlan> happened(JdbcClient sql, Uid uid, IssueAction action, String note, Changing changing) {
        IssueRows rows = new IssueRows(sql);
        return rows.find(uid)
                .filter(before -> action.isFrom(before.state()))
                .map(before -> write(rows, before, StepLog.PROGRAM.id(), "", action, note, changing));
    }

    boolean isScheduled(JdbcClient sql, Uid uid) {
        return new IssueRows(sql)
                .find(uid)
                .filter(plan -> plan.state() == IssueState.SCHEDULED)
                .isPresent();
    }

    /** The same in a transaction of its own. */
    Optional<IssuePlan> happened(Uid uid, IssueAction action, String note, Changing changing) {
        return database.write(sql -> happened(sql, uid, action, note, changing));
    }

    private void append(
            IssueRows rows,
            IssuePlan before,
            IssuePlan after,
            String person,
            String name,
            IssueAction action,
            String note) {
        int number = rows.history(before.uid()).size();
        rows.append(before.uid(), new Step(number, now(), person, name, action, before.state(), after.state(), note));
        trail.append(
                rows.client(),
                person,
                "issue." + action.code(),
                before.uid().value(),
                Map.of("from", before.state().code(), "to", after.state().code(), "step", Integer.toString(number)));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
