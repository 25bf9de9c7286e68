package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongbao.access.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** How forms of the desk go on: to the next page, or to themselves with what is wrong. */
final class Forms {

    private Forms() {}

    /**
     * Does what a form asks for, and gives the page that follows; where it is refused, shows the form again.
     *
     * @param form puts what the form needs into the model and gives its template
     */
    static String done(HttpServletResponse response, Model model, Supplier<String> ask, Supplier<String> form) {
        try {
            return ask.get();
        } catch (AccessRefusedException e) {
            return again(response, model, e.code(), form.get());
        }
    }

    /** Shows a form again, with the words {@code desk.error.…} of what is wrong. */
    static String again(HttpServletResponse response, Model model, String error, String template) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("error", error);
        return template;
    }

    static String next(Stage stage) {
        return "redirect:" + stage.page();
    }

    /**
     * What was ticked in a list of boxes.
     *
     * @param of reads the code of a box
     * @param error what is wrong where a code is none of them
     */
    static <T> Set<T> ticked(@Nullable Set<String> codes, Function<String, T> of, String error) {
        Set<T> ticked = new LinkedHashSet<>();
        try {
            for (String code : codes == null ? Set.<String>of() : codes) {
                ticked.add(of.apply(code));
            }
        } catch (IllegalArgumentException e) {
            throw new AccessRefusedException(error);
        }
        return ticked;
    }

    static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
