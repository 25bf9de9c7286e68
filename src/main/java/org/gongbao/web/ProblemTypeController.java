package org.gongbao.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a kind of problem is, under the address that names it in problem documents (RFC 9457, 3.1.1). */
@Controller
class ProblemTypeController {

    /** All kinds are below it. */
    static final String PATH = "/problems/";

    /** What came and what was expected stands in the problem itself. */
    private static final Object[] ANYTHING = Collections.nCopies(4, "…").toArray();

    private final MessageSource words;

    ProblemTypeController(MessageSource words) {
        this.words = words;
    }

    @GetMapping(PATH + "{code}")
    String page(@PathVariable String code, Model model, HttpServletResponse response) {
        var locale = LocaleContextHolder.getLocale();
        String title = words.getMessage("problem." + code + ".title", ANYTHING, null, locale);
        String text = words.getMessage("problem." + code + ".text", ANYTHING, null, locale);
        if (title == null || text == null) {
            throw Refusal.notFound();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("code", code);
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        return "api/problem-type";
    }
}
