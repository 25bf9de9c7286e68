package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.junit.jupiter.api.Test;

class ProcedureTest {

    private final Procedure procedure = new Procedure(3);

    private String refusal(Person person, Submission submission, Move move, Step... history) {
        return procedure.refusal(person, submission, List.of(history), move).orElse("");
    }

    @Test
    void aDepartmentSeesItsOwnAndNobodyElseDoes() {
        for (State state : State.values()) {
            Submission submission = Cases.in(state);
            assertThat(Procedure.maySee(Cases.SUBMITTER, submission)).isTrue();
            assertThat(Procedure.maySee(Cases.APPROVER, submission)).isTrue();
            assertThat(Procedure.maySee(Cases.STRANGER, submission)).isFalse();
            assertThat(Procedure.maySee(Cases.KEEPER, submission)).isFalse();
        }
    }

    @Test
    void whatIsWithTheDepartmentIsNotYetSeenByTheOffice() {
        assertThat(Procedure.maySee(Cases.EDITOR, Cases.in(State.DRAFT))).isFalse();
        assertThat(Procedure.maySee(Cases.EDITOR, Cases.in(State.IN_DEPARTMENT)))
                .isFalse();
        assertThat(Procedure.maySee(Cases.EDITOR, Cases.in(State.SUBMITTED))).isTrue();
        assertThat(Procedure.maySee(Cases.EDITOR, Cases.in(State.RETURNED))).isTrue();
    }

    @Test
    void anIncompleteStatementCannotBeConfirmed() {
        assertThat(refusal(Cases.SUBMITTER, Cases.withStatement(State.DRAFT, Statement.EMPTY), Move.CONFIRM))
                .isEqualTo("statement-incomplete");
        assertThat(refusal(Cases.SUBMITTER, Cases.in(State.DRAFT), Move.CONFIRM))
                .isEmpty();
    }

    @Test
    void whoHandedInOrChangedDoesNotApproveForTheDepartment() {
        Person both = new Person("p-both", "兼任者", Cases.DEPARTMENT, Set.of(Role.SUBMITTER, Role.DEPARTMENT_APPROVER));
        Submission waiting = Cases.in(State.IN_DEPARTMENT);

        assertThat(refusal(Cases.APPROVER, waiting, Move.ENDORSE)).isEmpty();
        assertThat(refusal(both, waiting, Move.ENDORSE, Cases.move(0, both, Move.CONFIRM)))
                .isEqualTo("own-work");
        assertThat(refusal(both, waiting, Move.ENDORSE, Cases.edit(0, both))).isEqualTo("own-work");
        assertThat(refusal(Cases.SUBMITTER, waiting, Move.ENDORSE)).isEqualTo("not-your-role");
    }

    @Test
    void everyReviewHasAPersonOfItsOwn() {
        Step taken = Cases.move(0, Cases.EDITOR, Move.TAKE);
        Step passed = Cases.move(1, Cases.EDITOR, Move.PASS);

        assertThat(refusal(Cases.EDITOR, Cases.inReview(1), Move.PASS, taken)).isEmpty();
        assertThat(refusal(Cases.EDITOR, Cases.inReview(2), Move.PASS, taken, passed))
                .isEqualTo("already-reviewed");
        assertThat(refusal(Cases.SECOND_EDITOR, Cases.inReview(2), Move.PASS, taken, passed))
                .isEmpty();
        assertThat(refusal(
                        Cases.EDITOR,
                        Cases.inReview(1),
                        Move.PASS,
                        taken,
                        passed,
                        Cases.move(2, Cases.CHIEF, Move.REOPEN)))
                .isEmpty();
    }

    @Test
    void theLastReviewIsTheChiefEditors() {
        assertThat(refusal(Cases.SECOND_EDITOR, Cases.inReview(3), Move.PASS)).isEqualTo("last-review");
        assertThat(refusal(Cases.CHIEF, Cases.inReview(3), Move.PASS)).isEmpty();
    }

    @Test
    void whoChangedItMayGiveTheFirstReviewAndNoOther() {
        assertThat(refusal(Cases.EDITOR, Cases.inReview(1), Move.PASS, Cases.edit(0, Cases.EDITOR)))
                .isEmpty();
        assertThat(refusal(Cases.SECOND_EDITOR, Cases.inReview(2), Move.PASS, Cases.edit(0, Cases.SECOND_EDITOR)))
                .isEqualTo("own-work");
        assertThat(refusal(Cases.CHIEF, Cases.inReview(3), Move.PASS, Cases.edit(0, Cases.CHIEF)))
                .isEqualTo("own-work");
    }

    @Test
    void aSingleReviewIsNotGivenByWhoChangedIt() {
        Procedure single = new Procedure(1);

        assertThat(single.refusal(Cases.CHIEF, Cases.inReview(1), List.of(Cases.edit(0, Cases.CHIEF)), Move.PASS))
                .contains("own-work");
    }

    @Test
    void onlyWhatIsToBeDisclosedProactivelyIsPublished() {
        Statement onRequest = new Statement(
                Statement.Mode.ON_REQUEST,
                27,
                "",
                "审核人乙",
                Statement.Interpretation.NONE,
                "",
                "依申请公开",
                Reach.PAGE,
                Statement.Openness.CLOSED);

        assertThat(refusal(Cases.CHIEF, Cases.withStatement(State.APPROVED, onRequest), Move.SCHEDULE))
                .isEqualTo("not-proactive");
        assertThat(refusal(Cases.CHIEF, Cases.in(State.APPROVED), Move.SCHEDULE))
                .isEmpty();
    }

    @Test
    void nobodyMakesTheMovesOfTheProgram() {
        assertThat(refusal(Cases.CHIEF, Cases.in(State.SCHEDULED), Move.RELEASE))
                .isEqualTo("not-your-role");
        assertThat(refusal(Cases.CHIEF, Cases.in(State.PUBLISHED), Move.WITHDRAW))
                .isEqualTo("not-your-role");
    }

    @Test
    void anApprovedSubmissionIsNotEditedAnyMore() {
        for (State state : State.values()) {
            assertThat(Procedure.mayEdit(Cases.EDITOR, Cases.in(state))).isEqualTo(state.isOnDesk());
            assertThat(Procedure.mayEdit(Cases.SUBMITTER, Cases.in(state))).isEqualTo(state.isWithDepartment());
            assertThat(Procedure.mayEdit(Cases.STRANGER, Cases.in(state))).isFalse();
        }
    }
}
