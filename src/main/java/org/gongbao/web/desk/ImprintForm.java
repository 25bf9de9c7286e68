package org.gongbao.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** The form of an issue's imprint (版权页), as it was typed. */
record ImprintForm(
        @Nullable String series,
        @Nullable String sponsor,
        @Nullable String permit,
        @Nullable String cn,
        @Nullable String issn,
        @Nullable String year,
        @Nullable String issue,
        @Nullable String totalIssue,
        @Nullable String date) {

    private static final int LONGEST = 100;

    /** @throws Refusal where something is missing or no number */
    Imprint imprint() {
        String name = text(series);
        String by = text(sponsor);
        if (name.isEmpty() || by.isEmpty()) {
            throw Refusal.badRequest("desk.imprint");
        }
        return new Imprint(
                name,
                by,
                text(permit),
                text(cn),
                text(issn),
                number(year, 1900, 2999),
                number(issue, 1, 999),
                text(totalIssue).isEmpty() ? null : number(totalIssue, 1, 99_999),
                day());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : Texts.limited(value, LONGEST).replace('\n', ' ');
    }

    private static int number(@Nullable String value, int least, int most) {
        try {
            int number = Integer.parseInt(text(value));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too small or too large.
        }
        throw Refusal.badRequest("desk.number", text(value), least, most);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(text(date));
        } catch (DateTimeException e) {
            throw Refusal.badRequest("desk.day", text(date));
        }
    }
}
