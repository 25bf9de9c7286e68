package org.gongbao.web.desk;

import java.util.Arrays;
import java.util.List;
import org.gongbao.review.Correction;
import org.gongbao.review.Move;
import org.gongbao.review.Reach;
import org.gongbao.review.State;
import org.gongbao.review.Statement;
import org.gongbao.review.Step;
import org.gongbao.review.Submission;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the desk in the reader's language, for its templates. */
@Component("deskWords")
class DeskWords {

    private final MessageSource messages;

    DeskWords(MessageSource messages) {
        this.messages = messages;
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Where a submission stands; a review by its number. */
    public String state(Submission submission) {
        return submission.state() == State.IN_REVIEW
                ? word("desk.state.in-review", submission.review())
                : word("desk.state." + submission.state().code());
    }

    /** How a state looks. */
    public String tone(State state) {
        return switch (state) {
            case PUBLISHED, APPROVED -> "badge-good";
            case RETURNED, ON_HOLD, WITHDRAWN, DECLINED -> "badge-bad";
            default -> "badge-wait";
        };
    }

    /** What was done. */
    public String step(Step step) {
        Move move = step.move();
        return move == null ? word("desk.step." + step.kind().name()) : word("desk.move." + move.code());
    }

    /** The name of a field of the record; what is none is said as it is. */
    public String field(String name) {
        return EditedField.of(name).map(EditedField::getWord).map(this::word).orElse(name);
    }

    /** What was said with a step, or what was changed in it. */
    public String note(Step step) {
        if (step.kind() != Step.Kind.EDIT) {
            return step.note();
        }
        if (step.note().equals(Correction.TEXT)) {
            return word("desk.text");
        }
        return step.note().equals("statement") ? word("desk.statement") : field(step.note());
    }

    /** Whether a file is not read yet. */
    public boolean isReading(List<Understandings.Understood> understood) {
        return understood.stream().anyMatch(each -> !each.isRead());
    }

    public List<String> interpretations() {
        return names(Statement.Interpretation.values());
    }

    public List<String> reaches() {
        return names(Reach.values());
    }

    public List<String> opennesses() {
        return names(Statement.Openness.values());
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
