package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongbao.review.IssueRefusedException;
import org.gongbao.review.StaleSubmissionException;
import org.gongbao.review.SubmissionRefusedException;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a person of the desk is shown where something could not be done: nothing that was typed is lost. */
@ControllerAdvice(basePackageClasses = DeskProblems.class)
class DeskProblems {

    /** Fields of forms that say nothing of what was typed. */
    private static final Set<String> OWN = Set.of("_csrf", "version", "requestKey");

    /** Somebody else was quicker: both are shown, what is there now and what was typed. */
    @ExceptionHandler
    ModelAndView conflict(StaleSubmissionException e, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        Map<String, List<String>> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                typed.put(name, List.of(values));
            }
        });
        return new ModelAndView("desk/conflict", Map.of("submission", e.current(), "typed", typed));
    }

    @ExceptionHandler
    ModelAndView refused(SubmissionRefusedException e, HttpServletRequest request, HttpServletResponse response) {
        if (e.word().equals("not-found")) {
            throw Refusal.notFound();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new ModelAndView("desk/refused", Map.of("word", e.word(), "back", back(request)));
    }

    @ExceptionHandler
    ModelAndView refused(IssueRefusedException e, HttpServletRequest request, HttpServletResponse response) {
        if (e.word().equals("not-found")) {
            throw Refusal.notFound();
        }
        response.setStatus(
                e.word().equals("stale") ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new ModelAndView("desk/refused", Map.of("word", e.word(), "back", back(request)));
    }

    /** The page that the form stood on. */
    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        int end = path.lastIndexOf('/');
        return end > "/desk".length() ? path.substring(0, end) : "/desk";
    }
}
