package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.gongbao.access.AccessRefusedException;
import org.gongbao.access.Account;
import org.gongbao.access.Credentials;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One-time links: the first administrator's, and those with which people set their password. */
@Controller
class SetupController {

    private final Credentials credentials;
    private final DeskSessions sessions;
    private final Tries tries;

    SetupController(Credentials credentials, DeskSessions sessions, Tries tries) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.tries = tries;
    }

    @ForVisitors
    @GetMapping("/desk/setup/{token}")
    String firstPage(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String token, Model model) {
        checkLink(request, response, credentials.isForFirst(token));
        model.addAttribute("first", true);
        return page(request, model);
    }

    @ForVisitors
    @PostMapping("/desk/setup/{token}")
    String first(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam String password,
            @RequestParam String again,
            Model model) {
        checkLink(request, response, credentials.isForFirst(token));
        model.addAttribute("first", true);
        model.addAttribute("name", name);
        model.addAttribute("displayName", displayName);
        return set(request, response, model, () -> {
            checkSame(password, again);
            return credentials.makeFirst(token, name, displayName, password);
        });
    }

    @ForVisitors
    @GetMapping("/desk/invitation/{token}")
    String invitedPage(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String token, Model model) {
        checkLink(request, response, credentials.isForAccount(token));
        return page(request, model);
    }

    @ForVisitors
    @PostMapping("/desk/invitation/{token}")
    String invited(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam String password,
            @RequestParam String again,
            Model model) {
        checkLink(request, response, credentials.isForAccount(token));
        return set(request, response, model, () -> {
            checkSame(password, again);
            return credentials.accept(token, password);
        });
    }

    private String set(
            HttpServletRequest request, HttpServletResponse response, Model model, Supplier<Account> change) {
        return Forms.done(
                response,
                model,
                () -> Forms.next(sessions.afterPassword(request, response, change.get())),
                () -> page(request, model));
    }

    private String page(HttpServletRequest request, Model model) {
        model.addAttribute("address", request.getRequestURI());
        model.addAttribute("policy", credentials.policy());
        return "desk/setup";
    }

    /** Tries are counted only for links that do not work: they are guesses. */
    private void checkLink(HttpServletRequest request, HttpServletResponse response, boolean works) {
        if (!works) {
            tries.take(request, response);
            throw Refusal.notFound();
        }
    }

    static void checkSame(String password, String again) {
        if (!password.equals(again)) {
            throw new AccessRefusedException("password-again");
        }
    }
}
