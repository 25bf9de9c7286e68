package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;

/**
 * Who may do what with a submission (三审三校): pure rules over its state and its history.
 *
 * <p>Who handed it in approves nothing of it; who changed it gives neither the department's approval nor a review behind
 * the first; every review has a person of its own.
 *
 * @param reviews how many reviews the gazette office gives, from 1
 */
public record Procedure(int reviews) {

    /** With these the reviews begin. */
    private static final Set<Move> BEGINNINGS = Set.of(Move.TAKE, Move.REOPEN, Move.AMEND);

    public Procedure {
        if (reviews < 1) {
            throw new IllegalArgumentException("reviews is " + reviews + ", expected at least 1");
        }
    }

    /** Whether a person may see a submission at all: the department its own, the gazette office what was handed in. */
    public static boolean maySee(Person person, Submission submission) {
        if (person.department() != null) {
            return submission.department().equals(person.department())
                    && person.roles().stream().anyMatch(Role::isOfDepartment);
        }
        return person.isOfOffice() && submission.state().isKnownToOffice();
    }

    /**
     * Why a person may not make a move, as a stable word; empty where the person may.
     *
     * @param history of the submission, oldest first
     */
    public Optional<String> refusal(Person person, Submission submission, List<Step> history, Move move) {
        if (!move.isFrom(submission.state())) {
            return Optional.of("not-from-here");
        }
        if (!maySee(person, submission)) {
            return Optional.of("not-your-department");
        }
        if (person.roles().stream().noneMatch(move.roles()::contains)) {
            return Optional.of("not-your-role");
        }
        return switch (move) {
            case RETURN, DECLINE -> submission.amendment() == null ? Optional.empty() : Optional.of("amendment-open");
            case CONFIRM ->
                submission.statement().problems().isEmpty() ? Optional.empty() : Optional.of("statement-incomplete");
            case ENDORSE -> hasWorkedOn(person, submission, history) ? Optional.of("own-work") : Optional.empty();
            case PASS -> refusalToPass(person, submission, history);
            case SCHEDULE -> refusalToPublish(submission);
            default -> Optional.empty();
        };
    }

    private Optional<String> refusalToPass(Person person, Submission submission, List<Step> history) {
        boolean isLast = submission.review() >= reviews;
        if (isLast && !person.has(Role.CHIEF_EDITOR)) {
            return Optional.of("last-review");
        }
        if (hasSubmitted(person, submission, history)) {
            return Optional.of("own-work");
        }
        if ((isLast || submission.review() > 1) && hasEdited(person, history)) {
            return Optional.of("own-work");
        }
        boolean hasPassed = since(history, BEGINNINGS).stream()
                .anyMatch(step -> step.move() == Move.PASS && step.person().equals(person.id()));
        return hasPassed ? Optional.of("already-reviewed") : Optional.empty();
    }

    private static Optional<String> refusalToPublish(Submission submission) {
        return submission.statement().mode() == Statement.Mode.PROACTIVE
                ? Optional.empty()
                : Optional.of("not-proactive");
    }

    private static boolean hasWorkedOn(Person person, Submission submission, List<Step> history) {
        return hasSubmitted(person, submission, history) || hasEdited(person, history);
    }

    private static boolean hasSubmitted(Person person, Submission submission, List<Step> history) {
        return submission.createdBy().equals(person.id())
                || history.stream()
                        .anyMatch(step -> (step.move() == Move.CONFIRM || step.move() == Move.ENDORSE)
                                && step.person().equals(person.id()));
    }

    /** Since it was published last: what was published is approved. */
    private static boolean hasEdited(Person person, List<Step> history) {
        return since(history, Set.of(Move.RELEASE)).stream()
                .anyMatch(step -> step.kind() == Step.Kind.EDIT && step.person().equals(person.id()));
    }

    /** What was done since the last of some moves; all where there was none. */
    private static List<Step> since(List<Step> history, Set<Move> moves) {
        List<Step> since = new ArrayList<>();
        for (Step step : history) {
            if (step.move() != null && moves.contains(step.move())) {
                since.clear();
            }
            since.add(step);
        }
        return since;
    }

    /** Whether a person may change fields, the statement or files. */
    public static boolean mayEdit(Person person, Submission submission) {
        if (!maySee(person, submission)) {
            return false;
        }
        return person.isOfOffice()
                ? submission.state().isOnDesk()
                : submission.state().isWithDepartment() && person.has(Role.SUBMITTER);
    }

    /** The moves that a person may make now. */
    public List<Move> open(Person person, Submission submission, List<Step> history) {
        return submission.state().moves().stream()
                .filter(Move::isByPerson)
                .filter(move -> refusal(person, submission, history, move).isEmpty())
                .toList();
    }
}
