package org.gongbao.review;

import java.time.Instant;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.jspecify.annotations.Nullable;

/** Submissions and people of an invented city for tests. */
final class Cases {

    static final String DEPARTMENT = "云州市水利局";
    static final Person SUBMITTER = new Person("p-submitter", "报送员甲", DEPARTMENT, Set.of(Role.SUBMITTER));
    static final Person APPROVER = new Person("p-approver", "审核人乙", DEPARTMENT, Set.of(Role.DEPARTMENT_APPROVER));
    static final Person STRANGER =
            new Person("p-stranger", "报送员丙", "云州市教育局", Set.of(Role.SUBMITTER, Role.DEPARTMENT_APPROVER));
    static final Person EDITOR = new Person("p-editor", "编辑丁", null, Set.of(Role.EDITOR));
    static final Person SECOND_EDITOR = new Person("p-editor-2", "编辑戊", null, Set.of(Role.EDITOR));
    static final Person CHIEF = new Person("p-chief", "主编己", null, Set.of(Role.CHIEF_EDITOR));
    static final Person SECOND_CHIEF = new Person("p-chief-2", "主编庚", null, Set.of(Role.CHIEF_EDITOR));
    static final Person PRIVACY = new Person("p-privacy", "隐私审查员辛", null, Set.of(Role.PRIVACY_REVIEWER));
    static final Person KEEPER = new Person("p-system", "系统管理员壬", null, Set.of(Role.SYSTEM_ADMINISTRATOR));

    static final Statement STATED = new Statement(
            Statement.Mode.PROACTIVE,
            20,
            "",
            "审核人乙",
            Statement.Interpretation.NONE,
            "",
            "内部事务，无需解读",
            Reach.OPEN_DATA,
            Statement.Openness.UNCONDITIONAL);

    private Cases() {}

    static Submission in(State state) {
        return submission(state, state == State.IN_REVIEW ? 1 : 0, null, STATED);
    }

    static Submission inReview(int review) {
        return submission(State.IN_REVIEW, review, null, STATED);
    }

    static Submission heldFrom(State before) {
        return submission(State.ON_HOLD, 1, before, STATED);
    }

    static Submission withStatement(State state, Statement statement) {
        return submission(state, 0, null, statement);
    }

    private static Submission submission(State state, int review, @Nullable State heldFrom, Statement statement) {
        return new Submission(
                "0123456789abcdef",
                DEPARTMENT,
                state,
                review,
                heldFrom,
                7,
                1,
                "关于防汛的通知",
                statement,
                SUBMITTER.id(),
                Instant.parse("2024-03-01T08:00:00Z"),
                null,
                null,
                null,
                null,
                null);
    }

    static Step move(int number, Person person, Move move) {
        return new Step(
                number,
                Instant.parse("2024-03-01T08:00:00Z"),
                person.id(),
                person.name(),
                Step.Kind.MOVE,
                move,
                State.IN_REVIEW,
                State.IN_REVIEW,
                1,
                "");
    }

    static Step edit(int number, Person person) {
        return new Step(
                number,
                Instant.parse("2024-03-01T08:00:00Z"),
                person.id(),
                person.name(),
                Step.Kind.EDIT,
                null,
                State.IN_REVIEW,
                State.IN_REVIEW,
                1,
                "title");
    }
}
