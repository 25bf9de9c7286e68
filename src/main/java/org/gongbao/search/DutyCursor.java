package org.gongbao.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of duties: behind this deadline and entry. It says only what stands in the list itself, so that it holds for
 * ever and anybody's may be believed.
 *
 * @param due the first deadline of the last duty seen, null where it had none
 * @param entry its entry
 */
public record DutyCursor(@Nullable LocalDate due, String entry) {

    /** {@code 2024-04-30.0123456789abcdef-task-0003}; without a deadline it begins with the dot. */
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?\\.([0-9a-z]{1,40}-task-\\d{4,9})");

    /** @throws IllegalArgumentException where the text is no place */
    public static DutyCursor parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no place in the list of duties: " + text);
        }
        try {
            return new DutyCursor(form.group(1) == null ? null : LocalDate.parse(form.group(1)), form.group(2));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no place in the list of duties: " + text, e);
        }
    }

    @Override
    public String toString() {
        return (due == null ? "" : due) + "." + entry;
    }
}
