package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** How forms of the desk go on: to the next page, or to themselves with what is wrong. */
final class Forms {

    private Forms() {}

    /** Shows a form again, with the words {@code desk.error.…} of what is wrong. */
    static String again(HttpServletResponse response, Model model, String error, String template) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("error", error);
        return template;
    }

    static String next(Stage stage) {
        return "redirect:" + stage.page();
    }
}
