package org.gongbao.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.system.Database;

/** The submissions that a person finds on the desk (工作台), by queue: a department its own, the gazette office all. */
public final class DeskQueues {

    /** How many days before its last day a submission counts as due. */
    private static final int NEAR = 5;

    private static final String OPEN = "state not in ('published', 'declined', 'cancelled', 'withdrawn', 'receiving')";

    private final Database database;
    private final Clock clock;

    public DeskQueues(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The submissions of a queue, those that are due first, behind a number of them. */
    public List<Submission> list(Person person, Queue queue, int from, int count) {
        Condition condition = condition(person, queue);
        List<Object> values = new ArrayList<>(condition.values);
        values.add(count);
        values.add(from);
        return new SubmissionRows(database.read())
                .list(
                        condition.where + " order by case when due_on is null then 1 else 0 end, due_on,"
                                + " created_at desc, id limit ? offset ?",
                        values);
    }

    /** How many submissions each queue holds. */
    public Map<Queue, Long> counts(Person person) {
        Map<Queue, Long> counts = new EnumMap<>(Queue.class);
        for (Queue queue : Queue.values()) {
            Condition condition = condition(person, queue);
            counts.put(queue, new SubmissionRows(database.read()).count(condition.where, condition.values));
        }
        return counts;
    }

    private record Condition(String where, List<Object> values) {}

    private Condition condition(Person person, Queue queue) {
        List<Object> values = new ArrayList<>();
        String visible = visible(person, values);
        String also = switch (queue) {
            case MINE -> mine(person, values);
            case NEW -> "state = 'submitted'";
            case WAITING -> waiting(person);
            case DUE -> {
                values.add(LocalDate.now(clock).plusDays(NEAR).toString());
                yield OPEN + " and due_on <= ?";
            }
            case DISPUTED -> "(state in ('returned', 'on-hold') or problem is not null)";
            case SCHEDULED -> "state in ('approved', 'scheduled')";
            case DONE -> "state in ('published', 'declined', 'cancelled', 'withdrawn')";
            case ALL -> "state <> 'receiving'";
        };
        return new Condition("where " + visible + " and " + also, values);
    }

    private static String visible(Person person, List<Object> values) {
        if (person.department() != null) {
            values.add(person.department());
            return "department = ?";
        }
        return person.isOfOffice() ? "state not in ('receiving', 'draft', 'in-department', 'cancelled')" : "1 = 0";
    }

    private static String mine(Person person, List<Object> values) {
        values.add(person.id());
        values.add(person.id());
        return OPEN + " and (created_by = ? or id in (select submission from submission_step where person = ?))";
    }

    /** What waits for a person of these roles. */
    private static String waiting(Person person) {
        if (person.has(Role.DEPARTMENT_APPROVER)) {
            return "state = 'in-department'";
        }
        return person.isOfOffice() ? "state = 'in-review'" : "state in ('draft', 'returned')";
    }
}
