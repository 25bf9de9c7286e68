package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongbao.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine, over all pairs of state and move: a row of the table below for each state, and nothing beside it. */
class MoveTest {

    private static final Map<State, Map<Move, State>> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(State.RECEIVING, Map.of(Move.RECEIVE, State.DRAFT, Move.BREAK_OFF, State.CANCELLED)),
            Map.entry(State.DRAFT, Map.of(Move.CONFIRM, State.IN_DEPARTMENT, Move.CANCEL, State.CANCELLED)),
            Map.entry(State.RETURNED, Map.of(Move.CONFIRM, State.IN_DEPARTMENT, Move.CANCEL, State.CANCELLED)),
            Map.entry(
                    State.IN_DEPARTMENT,
                    Map.of(
                            Move.ENDORSE, State.SUBMITTED,
                            Move.REFUSE, State.RETURNED,
                            Move.CANCEL, State.CANCELLED)),
            Map.entry(
                    State.SUBMITTED,
                    Map.of(
                            Move.TAKE, State.IN_REVIEW,
                            Move.RETURN, State.RETURNED,
                            Move.HOLD, State.ON_HOLD,
                            Move.DECLINE, State.DECLINED,
                            Move.CANCEL, State.CANCELLED)),
            Map.entry(
                    State.IN_REVIEW,
                    Map.of(
                            Move.PASS, State.IN_REVIEW,
                            Move.RETURN, State.RETURNED,
                            Move.HOLD, State.ON_HOLD,
                            Move.DECLINE, State.DECLINED)),
            Map.entry(
                    State.APPROVED,
                    Map.of(
                            Move.SCHEDULE, State.SCHEDULED,
                            Move.RETURN, State.RETURNED,
                            Move.HOLD, State.ON_HOLD,
                            Move.REOPEN, State.IN_REVIEW,
                            Move.DECLINE, State.DECLINED)),
            Map.entry(State.ON_HOLD, Map.of(Move.RESUME, State.SUBMITTED, Move.DECLINE, State.DECLINED)),
            Map.entry(
                    State.SCHEDULED,
                    Map.of(
                            Move.RELEASE, State.PUBLISHED,
                            Move.RECALL, State.APPROVED,
                            Move.HOLD_BACK, State.APPROVED)),
            Map.entry(State.PUBLISHED, Map.of(Move.AMEND, State.IN_REVIEW, Move.WITHDRAW, State.WITHDRAWN)),
            Map.entry(State.WITHDRAWN, Map.of(Move.RELEASE, State.PUBLISHED)),
            Map.entry(State.DECLINED, Map.<Move, State>of()),
            Map.entry(State.CANCELLED, Map.<Move, State>of())));

    static Stream<Arguments> allPairs() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Move.values()).map(move -> Arguments.of(state, move)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("allPairs")
    void aMoveLeadsWhereTheTableSays(State state, Move move) {
        State expected = TABLE.get(state).get(move);

        assertThat(move.isFrom(state)).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(move.leads(Cases.in(state), 3)).isEqualTo(expected);
        }
    }

    @Test
    void theLastReviewLeadsToApproval() {
        assertThat(Move.PASS.leads(Cases.inReview(2), 3)).isEqualTo(State.IN_REVIEW);
        assertThat(Move.PASS.reviewAfter(Cases.inReview(2), 3)).isEqualTo(3);
        assertThat(Move.PASS.leads(Cases.inReview(3), 3)).isEqualTo(State.APPROVED);
        assertThat(Move.PASS.leads(Cases.inReview(1), 1)).isEqualTo(State.APPROVED);
    }

    @Test
    void whatWasHeldComesBackToWhereItWas() {
        for (State before : List.of(State.SUBMITTED, State.IN_REVIEW, State.APPROVED)) {
            assertThat(Move.RESUME.leads(Cases.heldFrom(before), 3)).isEqualTo(before);
        }
    }

    @Test
    void nothingIsPublishedButFromApproval() {
        Set<State> before = EnumSet.noneOf(State.class);
        for (State state : State.values()) {
            TABLE.get(state).forEach((move, to) -> {
                if (to == State.SCHEDULED) {
                    before.add(state);
                }
            });
        }
        assertThat(before).containsExactly(State.APPROVED);
        assertThat(Arrays.stream(Move.values()).filter(move -> move.leads(Cases.in(State.DRAFT), 3) == State.PUBLISHED))
                .allSatisfy(move -> assertThat(move.isByPerson()).isFalse());
    }

    @Test
    void noMoveIsForAdministrators() {
        assertThat(Arrays.stream(Move.values()).flatMap(move -> move.roles().stream()))
                .noneMatch(Role::isAdministrator);
    }

    @Test
    void codesComeBack() {
        assertThat(Move.values())
                .allSatisfy(move -> assertThat(Move.of(move.code())).isEqualTo(move));
        assertThat(State.values())
                .allSatisfy(state -> assertThat(State.of(state.code())).isEqualTo(state));
    }
}
