package org.gongbao.web.desk;

import java.util.Arrays;
import java.util.Objects;
import org.gongbao.review.Reach;
import org.gongbao.review.Statement;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** The statement as the form sends it; what was not filled in is empty. */
record StatementForm(
        @Nullable String mode,
        @Nullable String article,
        @Nullable String groundNote,
        @Nullable String reviewer,
        @Nullable String interpretation,
        @Nullable String interpretedBy,
        @Nullable String noInterpretation,
        @Nullable String reach,
        @Nullable String openness) {

    private static final int LONGEST = 500;

    /** @throws Refusal where a choice is none of those that the form offers, or words are too long */
    Statement statement() {
        return new Statement(
                choice(Statement.Mode.class, mode),
                articleNumber(),
                words(groundNote),
                words(reviewer),
                choice(Statement.Interpretation.class, interpretation),
                words(interpretedBy),
                words(noInterpretation),
                Objects.requireNonNullElse(choice(Reach.class, reach), Reach.OPEN_DATA),
                Objects.requireNonNullElse(
                        choice(Statement.Openness.class, openness), Statement.Openness.UNCONDITIONAL));
    }

    private @Nullable Integer articleNumber() {
        if (article == null || article.isBlank()) {
            return null;
        }
        if (!article.matches("[1-9][0-9]?")) {
            throw Refusal.badRequest("desk.choice", article);
        }
        return Integer.valueOf(article);
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : Texts.limited(text, LONGEST);
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("desk.choice", name));
    }
}
